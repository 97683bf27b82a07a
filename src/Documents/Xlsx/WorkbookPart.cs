using System.Globalization;

namespace Stupeni.Documents.Xlsx;

internal static class WorkbookPart
{
    internal static void Write(Package package, IReadOnlyList<(string Name, bool Hidden)> sheets)
    {
        using (var xml = package.Part("xl/workbook.xml", $"{Names.Spreadsheet}sheet.main+xml"))
        {
            xml.WriteStartElement("workbook", Names.Main);
            xml.WriteAttributeString("xmlns", "r", null, Names.Office);
            xml.WriteStartElement("sheets");
            for (var at = 0; at < sheets.Count; at++)
            {
                xml.WriteStartElement("sheet");
                xml.WriteAttributeString("name", sheets[at].Name);
                xml.WriteAttributeString("sheetId", (at + 1).ToString(CultureInfo.InvariantCulture));
                if (sheets[at].Hidden) xml.WriteAttributeString("state", "hidden");
                xml.WriteAttributeString("id", Names.Office, $"rId{at + 1}");
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        package.WriteRelationships("xl/_rels/workbook.xml.rels",
            sheets.Select((_, at) => ($"rId{at + 1}", "worksheet", $"worksheets/sheet{at + 1}.xml")).Append(("styles", "styles", "styles.xml")));
        package.WriteRelationships("_rels/.rels", ("rId1", "officeDocument", "xl/workbook.xml"));
    }
}
