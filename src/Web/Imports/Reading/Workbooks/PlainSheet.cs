namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>
/// Reads a worksheet as programs write it: its rows from their bytes, everything around them by the parser. Where something is out of the ordinary it reads nothing,
/// and <see cref="XlsxSheet"/> reads or refuses the whole part: so the two never differ.
/// </summary>
internal static class PlainSheet
{
    internal static GridSheet? Read(Stream part, ListedSheet listed, XlsxParts parts, Source source)
    {
        var bytes = new PartBytes(part);
        if (bytes.Before("<sheetData"u8) is not { } before) return null;

        var rows = new PlainRows(new(source, listed.Name), parts, source);
        var markup = new Markup(bytes.Window);
        var empty = markup.Take("<sheetData/>"u8);
        if (!empty && !markup.Take("<sheetData>"u8)) return null;
        bytes.Skip(markup.At);
        if (!empty && !rows.Read(bytes)) return null;

        // What wore a prefix leaves it behind, for the parser to know whether it was declared.
        if (bytes.Around(before, rows.Prefixed ? "<sheetData><row x14ac:dyDescent=''/></sheetData>"u8 : "<sheetData/>"u8) is not { } around) return null;
        using var xml = new PartReader(around, source);
        return new XlsxSheet(xml, listed.Name, parts, source).ReadAround(rows, listed.Hidden);
    }
}
