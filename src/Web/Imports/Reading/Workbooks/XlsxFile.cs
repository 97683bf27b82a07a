namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>Reads the workbooks of Excel 2007 and later.</summary>
internal static class XlsxFile
{
    internal static IReadOnlyList<GridSheet> Read(ReadOnlyMemory<byte> content, Source source)
    {
        using var archive = new Archive(content, source);
        var path = Relationships.Of(archive, "").Values.FirstOrDefault(r => r.Kind() == "officeDocument").Target ?? "xl/workbook.xml";
        Recognise(archive, path, source.FileName);

        var book = archive.Read(path, null, xml => Book.Read(xml, source)) ?? throw source.Damaged();
        var relationships = Relationships.Of(archive, path);
        var parts = new XlsxParts(
            Part(relationships, "sharedStrings") is { } shared ? archive.ReadPlain(shared, part => PlainStrings.Read(part, source)) ?? archive.Read(shared, [], xml => SharedStrings.Read(xml, source)) : [],
            Part(relationships, "styles") is { } styles ? archive.Read(styles, [], CellStyles.Read) : [],
            book.From1904);

        var sheets = new List<GridSheet>();
        foreach (var listed in book.Sheets)
        {
            if (!relationships.TryGetValue(listed.Id, out var part)) throw Missing(source, listed);
            // Sheets of one chart or of a dialog hold no rows.
            if (part.Kind() != "worksheet") continue;
            sheets.Add(archive.ReadPlain(part.Target, bytes => PlainSheet.Read(bytes, listed, parts, source)) ?? archive.Read(part.Target, null, xml => new XlsxSheet(xml, listed.Name, parts, source).Read(listed.Hidden)) ?? throw Missing(source, listed));
        }
        return sheets.Count > 0 ? sheets : throw new Unreadable(new("В файле «{0}» нет ни одного листа с таблицей.", source.FileName));
    }

    internal static Unreadable TooManySheets(Source source) =>
        new(new("В файле «{0}» больше {1} листов. Разделите его на несколько файлов.", source.FileName, source.Limits.Sheets));

    internal static Unreadable Locked(string fileName) =>
        new(new("Файл «{0}» защищён паролем. Откройте его в Excel, снимите пароль (Файл – Сведения – Защита книги) и сохраните заново.", fileName));

    private static Unreadable Missing(Source source, ListedSheet sheet) =>
        new(new("Файл «{0}» повреждён: листа «{1}» в нём нет, хотя он назван в оглавлении. Откройте файл в Excel и сохраните заново.", source.FileName, sheet.Name));

    private static string? Part(Dictionary<string, Relationship> relationships, string kind) => relationships.Values.FirstOrDefault(r => r.Kind() == kind).Target;

    private static void Recognise(Archive archive, string path, string fileName)
    {
        if (path.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) || archive.Has("xl/workbook.bin")) throw FirstBytes.NotATable(fileName, "двоичная книга Excel (xlsb)");
        if (archive.HasUnder("word/")) throw FirstBytes.NotATable(fileName, "документ Word");
        if (archive.HasUnder("ppt/")) throw FirstBytes.NotATable(fileName, "презентация PowerPoint");
        if (archive.Has("content.xml") && archive.Has("META-INF/manifest.xml")) throw FirstBytes.NotATable(fileName, "документ LibreOffice или OpenOffice");
        if (!archive.Has(path))
            throw new Unreadable(new("Файл «{0}» – архив, в котором нет книги Excel. Распакуйте его и загрузите сами таблицы.", fileName));
    }
}
