namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>A sheet as the workbook lists it.</summary>
internal sealed record ListedSheet(string Name, string Id, bool Hidden);

/// <summary>What the part "workbook" says.</summary>
internal sealed record Book(bool From1904, IReadOnlyList<ListedSheet> Sheets)
{
    internal static Book Read(PartReader xml, Source source)
    {
        var from1904 = false;
        var sheets = new List<ListedSheet>();
        while (xml.NextElement(-1))
        {
            if (xml.Name == "workbookPr")
            {
                while (xml.NextAttribute())
                    if (xml.Name == "date1904") from1904 = xml.Value is "1" or "true" or "on";
            }
            else if (xml.Name == "sheet")
            {
                if (sheets.Count == source.Limits.Sheets) throw XlsxFile.TooManySheets(source);
                sheets.Add(Sheet(xml));
            }
        }
        return new(from1904, sheets);
    }

    private static ListedSheet Sheet(PartReader xml)
    {
        string name = "", id = "";
        var hidden = false;
        while (xml.NextAttribute())
            switch (xml.Name)
            {
                case "name": name = xml.Value; break;
                case "id": id = xml.Value; break;
                case "state": hidden = xml.Value is "hidden" or "veryHidden"; break;
            }
        return new(name.Length > 100 ? name[..100] : name, id, hidden);
    }
}
