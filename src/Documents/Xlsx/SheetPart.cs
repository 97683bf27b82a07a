using System.Globalization;
using System.Xml;

namespace Stupeni.Documents.Xlsx;

/// <summary>Writes one sheet and returns the notes its cells carry.</summary>
internal static class SheetPart
{
    private const int MostRows = 1_048_576;

    internal static List<Note> Write(Package package, int number, Sheet sheet)
    {
        using var xml = package.Part($"xl/worksheets/sheet{number}.xml", $"{Names.Spreadsheet}worksheet+xml");
        var cells = new CellWriter(xml, sheet.Columns);
        var header = sheet.Title.Count;

        xml.WriteStartElement("worksheet", Names.Main);
        xml.WriteAttributeString("xmlns", "r", null, Names.Office);
        WriteView(xml, sheet, header + 1);
        WriteColumns(xml, sheet.Columns);
        var rows = WriteRows(xml, cells, sheet);
        if (sheet is { HasHeader: true, AutoFilter: true })
            WriteReference(xml, "autoFilter", $"{Address.Cell(header, 0)}:{Address.Cell(rows - 1, sheet.Columns.Count - 1)}");
        WriteMerged(xml, sheet.Merged);
        WriteLinks(xml, cells.Links);
        if (cells.Notes.Count > 0)
        {
            xml.WriteStartElement("legacyDrawing");
            xml.WriteAttributeString("id", Names.Office, NoteParts.DrawingId);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        return cells.Notes;
    }

    private static void WriteView(XmlWriter xml, Sheet sheet, int frozen)
    {
        if (sheet is not { HasHeader: true, FrozenHeader: true }) return;

        xml.WriteRaw(FormattableString.Invariant($"""<sheetViews><sheetView workbookViewId="0"><pane ySplit="{frozen}" topLeftCell="A{frozen + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"""));
    }

    private static void WriteColumns(XmlWriter xml, IReadOnlyList<Column> columns)
    {
        if (columns.Count == 0) return;

        xml.WriteStartElement("cols");
        for (var at = 1; at <= columns.Count; at++)
            xml.WriteRaw(FormattableString.Invariant($"""<col min="{at}" max="{at}" width="{columns[at - 1].Width}" customWidth="1"/>"""));
        xml.WriteEndElement();
    }

    private static int WriteRows(XmlWriter xml, CellWriter cells, Sheet sheet)
    {
        var row = 0;
        xml.WriteStartElement("sheetData");
        foreach (var line in sheet.Title)
        {
            StartRow(xml, row);
            cells.Write(row, 0, line, row == 0 ? Styles.Title : Styles.Of(Shown.Text, bold: false, Mark.None));
            xml.WriteEndElement();
            row++;
        }
        if (sheet.HasHeader)
        {
            StartRow(xml, row);
            for (var column = 0; column < sheet.Columns.Count; column++) cells.Write(row, column, sheet.Columns[column].Header, Styles.Header);
            xml.WriteEndElement();
            row++;
        }
        foreach (var values in sheet.Rows)
        {
            if (row == MostRows) throw new InvalidOperationException($"A sheet holds at most {MostRows} rows.");
            StartRow(xml, row);
            for (var column = 0; column < values.Count; column++) cells.Write(row, column, values[column]);
            xml.WriteEndElement();
            row++;
        }
        xml.WriteEndElement();
        return row;
    }

    private static void StartRow(XmlWriter xml, int row)
    {
        xml.WriteStartElement("row");
        xml.WriteAttributeString("r", (row + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static void WriteMerged(XmlWriter xml, IReadOnlyList<string> ranges)
    {
        if (ranges.Count == 0) return;

        xml.WriteStartElement("mergeCells");
        xml.WriteAttributeString("count", ranges.Count.ToString(CultureInfo.InvariantCulture));
        foreach (var range in ranges) WriteReference(xml, "mergeCell", range);
        xml.WriteEndElement();
    }

    private static void WriteLinks(XmlWriter xml, List<(string At, string Sheet, string Address)> links)
    {
        if (links.Count == 0) return;

        xml.WriteStartElement("hyperlinks");
        foreach (var (at, sheet, address) in links)
        {
            xml.WriteStartElement("hyperlink");
            xml.WriteAttributeString("ref", at);
            xml.WriteAttributeString("location", $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{address}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteReference(XmlWriter xml, string element, string range)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString("ref", range);
        xml.WriteEndElement();
    }
}
