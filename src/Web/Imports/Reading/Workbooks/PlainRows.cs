using System.Globalization;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>
/// Reads the rows of a worksheet from their bytes, as long as they are written as Excel and its like write them; <see cref="XlsxSheet"/> reads the same from any XML.
/// </summary>
internal sealed class PlainRows(SheetRows rows, XlsxParts parts, Source source)
{
    private const int LastRow = 1_048_576;
    private const int MostAttributes = 16;

    private readonly PlainCells cells = new(rows, parts, source);
    private int before;

    internal IReadOnlyList<GridRow> Rows => rows.Rows;

    internal bool Formulas => cells.Formulas;

    /// <summary>Whether rows wear an attribute of this prefix, which somebody has to have declared.</summary>
    internal bool Prefixed { get; private set; }

    /// <summary>Reads to the end of the rows; false when a parser has to.</summary>
    internal bool Read(PartBytes part)
    {
        for (var ended = false; !ended;)
        {
            int whole;
            while ((whole = Whole(part.Window, part.Ended)) == 0)
                if (!part.More() && !part.Ended) return false;

            var markup = new Markup(part.Window[..whole]);
            if (!Read(ref markup, out ended)) return false;
            part.Skip(markup.At);
            if (!ended && part.Ended) return false;
        }
        return true;
    }

    /// <summary>How many bytes hold whole rows: all before the last row that begins, or up to the end of the rows.</summary>
    private static int Whole(ReadOnlySpan<byte> window, bool last)
    {
        if (last) return window.Length;
        var row = window.LastIndexOf("<row"u8);
        return row > 0 ? row : window.IndexOf("</sheetData>"u8) is >= 0 and var end ? end + "</sheetData>".Length : 0;
    }

    private bool Read(ref Markup markup, out bool ended)
    {
        while (true)
        {
            markup.Space();
            ended = markup.Take("</sheetData>"u8);
            if (ended || markup.AtEnd) return true;
            if (!markup.Take("<row"u8) || !Row(ref markup)) return false;
        }
    }

    private bool Row(ref Markup markup)
    {
        if (!Opened(ref markup, out var number, out var hidden, out var open) || number <= before || number > LastRow) return false;
        before = number;
        if (open)
        {
            var column = -1;
            markup.Space();
            while (!markup.Take("</row>"u8))
            {
                if (!cells.Read(ref markup, number, ref column)) return false;
                markup.Space();
            }
        }
        rows.End(number, hidden);
        return true;
    }

    private bool Opened(ref Markup markup, out int number, out bool hidden, out bool open)
    {
        (number, hidden, open) = (before + 1, false, false);
        var seen = 0;
        for (var count = 0; count <= MostAttributes; count++)
        {
            if (markup.Next != ' ')
            {
                var close = markup.Close();
                open = close == 1;
                return close >= 0;
            }
            if (!markup.Attribute(out var name, out var value) || Known(name) is not (>= 0 and var known) || (seen & 1 << known) != 0) return false;
            seen |= 1 << known;
            if (name.SequenceEqual("r"u8)) { if (!Number(value, out number)) return false; }
            else if (name.SequenceEqual("hidden"u8)) hidden = value.SequenceEqual("1"u8) || value.SequenceEqual("true"u8);
            else if (name.SequenceEqual("x14ac:dyDescent"u8)) Prefixed = true;
        }
        return false;
    }

    private static int Known(ReadOnlySpan<byte> name) => name switch
    {
        _ when name.SequenceEqual("r"u8) => 0,
        _ when name.SequenceEqual("spans"u8) => 1,
        _ when name.SequenceEqual("x14ac:dyDescent"u8) => 2,
        _ when name.SequenceEqual("ht"u8) => 3,
        _ when name.SequenceEqual("customHeight"u8) => 4,
        _ when name.SequenceEqual("s"u8) => 5,
        _ when name.SequenceEqual("customFormat"u8) => 6,
        _ when name.SequenceEqual("hidden"u8) => 7,
        _ when name.SequenceEqual("outlineLevel"u8) => 8,
        _ when name.SequenceEqual("collapsed"u8) => 9,
        _ when name.SequenceEqual("thickTop"u8) => 10,
        _ when name.SequenceEqual("thickBot"u8) => 11,
        _ when name.SequenceEqual("ph"u8) => 12,
        _ => -1,
    };

    private static bool Number(ReadOnlySpan<byte> value, out int number) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
