namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>Reads shared texts as programs write them, from their bytes; where something is out of the ordinary it reads nothing, and <see cref="SharedStrings"/> does.</summary>
internal static class PlainStrings
{
    internal static List<string>? Read(Stream part, Source source)
    {
        var bytes = new PartBytes(part);
        if (bytes.Before("<si>"u8) is not { } before) return null;

        var texts = new List<string>();
        var text = new MarkupText(source.Limits.CellText);
        while (true)
        {
            int whole;
            while ((whole = Whole(bytes.Window, bytes.Ended)) == 0)
                if (!bytes.More() && !bytes.Ended) return null;

            var markup = new Markup(bytes.Window[..whole]);
            while (markup.Take("<si>"u8))
            {
                if (texts.Count == source.Limits.Cells || !One(ref markup, text, out var read)) return null;
                texts.Add(source.Pool.Of(SharedStrings.Unescaped(read)));
                source.Step();
                markup.Space();
            }
            var ended = !markup.AtEnd || bytes.Ended;
            bytes.Skip(markup.At);
            if (ended) break;
        }

        if (bytes.Around(before, ""u8) is not { } around) return null;
        using var xml = new PartReader(around, source);
        while (xml.NextElement(-1))
            if (xml.Name == "si") return null;
        return texts;
    }

    private static bool One(ref Markup markup, MarkupText text, out ReadOnlySpan<char> read)
    {
        read = default;
        markup.Space();
        if (!markup.Take("<t>"u8) && !markup.Take("<t xml:space=\"preserve\">"u8)) return markup.Take("<t/>"u8) && Ends(ref markup);
        return markup.Text(out var bytes) && text.Read(bytes, out read) && markup.Take("</t>"u8) && Ends(ref markup);
    }

    private static bool Ends(ref Markup markup)
    {
        markup.Space();
        return markup.Take("</si>"u8);
    }

    private static int Whole(ReadOnlySpan<byte> window, bool last)
    {
        if (last) return window.Length;
        var text = window.LastIndexOf("<si>"u8);
        return text > 0 ? text : window.IndexOf("</sst>"u8) is >= 0 and var end ? end : 0;
    }
}
