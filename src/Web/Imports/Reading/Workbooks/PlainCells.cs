namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>Reads cells from their bytes; each method is false where it takes a parser to tell.</summary>
internal sealed class PlainCells(SheetRows rows, XlsxParts parts, Source source)
{
    private const int MostColumns = 16_384;

    private readonly MarkupText text = new(source.Limits.CellText);
    private readonly ShortTexts numbers = new();
    private readonly ShortTexts texts = new();
    private readonly string?[] shared = new string?[parts.SharedCount];

    internal bool Formulas { get; private set; }

    internal bool Read(ref Markup markup, int row, ref int column)
    {
        if (!markup.Take("<c"u8)) return false;
        column++;
        if (!Opened(ref markup, ref column, out var type, out var style, out var open)) return false;
        return !open || Inside(ref markup, row, column, type, style);
    }

    private static bool Opened(ref Markup markup, ref int column, out CellType type, out int style, out bool open)
    {
        (type, style, open) = (CellType.Number, -1, false);
        if (markup.Next == ' ' && markup.After(1) == 'r' && !Reference(ref markup, out column)) return false;
        if (markup.Next == ' ' && markup.After(1) == 's' && !Style(ref markup, out style)) return false;
        if (markup.Next == ' ' && !Type(ref markup, out type)) return false;
        var close = markup.Close();
        open = close == 1;
        return close >= 0;
    }

    private static bool Reference(ref Markup markup, out int column)
    {
        column = 0;
        markup.Skip(2);
        if (!markup.Take((byte)'=') || markup.Next is not ((byte)'"' or (byte)'\'') || markup.Next is var quote && !markup.Take(quote)) return false;
        for (; markup.Next is >= (byte)'A' and <= (byte)'Z' && column <= MostColumns; markup.Skip(1)) column = column * 26 + markup.Next - 'A' + 1;
        while (markup.Next is >= (byte)'0' and <= (byte)'9') markup.Skip(1);
        return column-- is > 0 and <= MostColumns && markup.Take(quote);
    }

    private static bool Style(ref Markup markup, out int style)
    {
        style = -1;
        return markup.Attribute(out var name, out var value) && name.SequenceEqual("s"u8) && Small(value, out style);
    }

    private static bool Type(ref Markup markup, out CellType type)
    {
        type = CellType.Number;
        if (!markup.Attribute(out var name, out var value) || !name.SequenceEqual("t"u8)) return false;
        if (value.SequenceEqual("s"u8)) type = CellType.Shared;
        else if (value.SequenceEqual("inlineStr"u8) || value.SequenceEqual("str"u8)) type = CellType.Text;
        else if (value.SequenceEqual("b"u8)) type = CellType.Flag;
        else if (value.SequenceEqual("e"u8)) type = CellType.Error;
        else if (value.SequenceEqual("d"u8)) type = CellType.Date;
        else return value.SequenceEqual("n"u8);
        return true;
    }

    private bool Inside(ref Markup markup, int row, int column, CellType type, int style)
    {
        markup.Space();
        if (markup.Next == '<' && markup.After(1) == 'f')
        {
            if (!Formula(ref markup)) return false;
            markup.Space();
        }
        if (markup.Take("<v>"u8))
        {
            if (!markup.Text(out var value) || !markup.Take("</v>"u8) || !Keep(value, row, column, type, style)) return false;
            markup.Space();
        }
        else if (markup.Take("<is>"u8))
        {
            markup.Space();
            if (!markup.Take("<t>"u8) && !markup.Take("<t xml:space=\"preserve\">"u8)) return false;
            if (!markup.Text(out var value) || !markup.Take("</t>"u8) || !Keep(value, row, column, type, style)) return false;
            markup.Space();
            if (!markup.Take("</is>"u8)) return false;
            markup.Space();
        }
        return markup.Take("</c>"u8);
    }

    /// <summary>A formula says only that it is one.</summary>
    private bool Formula(ref Markup markup)
    {
        Formulas = true;
        if (markup.Take("<f>"u8)) return markup.Text(out var formula) && text.Read(formula, out _) && markup.Take("</f>"u8);
        // One that is shared: its attributes are three at most.
        markup.Skip(2);
        var seen = 0;
        while (markup.Next == ' ')
        {
            if (!markup.Attribute(out var name, out _)) return false;
            var known = name.SequenceEqual("t"u8) ? 1 : name.SequenceEqual("ref"u8) ? 2 : name.SequenceEqual("si"u8) ? 4 : name.SequenceEqual("ca"u8) ? 8 : 0;
            if (known == 0 || (seen & known) != 0) return false;
            seen |= known;
        }
        return markup.Close() switch { 0 => true, 1 => markup.Text(out var formula) && text.Read(formula, out _) && markup.Take("</f>"u8), _ => false };
    }

    private bool Keep(ReadOnlySpan<byte> value, int row, int column, CellType type, int style)
    {
        if (value.IsEmpty) return true;
        if (type == CellType.Shared && Small(value, out var number) && number < shared.Length)
        {
            rows.Keep(row, column, shared[number] ??= rows.Clean(row, column, parts.Shared(number)));
            return true;
        }

        var meaning = parts.Meaning(style);
        var known = type == CellType.Number && meaning == Meaning.Number ? numbers : type == CellType.Text ? texts : null;
        var key = known is null || value.Length > ShortTexts.Longest ? 0 : ShortTexts.Key(value);
        if (key > 0 && known!.Find(key) is { } met)
        {
            rows.Keep(row, column, met);
            return true;
        }

        if (!text.Read(value, out var read)) return false;
        var kept = rows.Clean(row, column, CellTypes.Text(read, type, meaning, parts));
        rows.Keep(row, column, key > 0 ? known!.Keep(key, kept) : kept);
        return true;
    }

    private static bool Small(ReadOnlySpan<byte> digits, out int number)
    {
        number = 0;
        if (digits.Length is 0 or > 8) return false;
        foreach (var digit in digits)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            number = number * 10 + digit - '0';
        }
        return true;
    }
}
