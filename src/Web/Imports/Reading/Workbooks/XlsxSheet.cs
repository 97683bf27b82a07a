using System.Globalization;
using System.Xml;
using Stupeni.Documents;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>Reads one worksheet of an xlsx.</summary>
internal sealed class XlsxSheet(PartReader xml, string name, XlsxParts parts, Source source)
{
    private const int LastRow = 1_048_576;
    private const int MostMerged = 100_000;

    private readonly SheetRows rows = new(source, name);
    private readonly List<MergedCells> merged = [];
    private bool formulas;

    internal GridSheet Read(bool hidden)
    {
        while (xml.NextElement(-1))
        {
            if (xml.Name == "sheetData") ReadRows();
            else if (xml.Name == "mergeCell") ReadMerged();
        }
        return new(name, rows.Rows) { Hidden = hidden, HasFormulas = formulas, Merged = merged };
    }

    /// <summary>Reads what stands around rows that were read already: in their place is an empty element.</summary>
    internal GridSheet ReadAround(PlainRows plain, bool hidden)
    {
        var places = 0;
        while (xml.NextElement(-1))
        {
            if (xml.Name == "sheetData" && (places++ > 0 || xml.Depth != 1)) throw new XmlException("Rows in an odd place.");
            if (xml.Name == "mergeCell") ReadMerged();
        }
        return new(name, plain.Rows) { Hidden = hidden, HasFormulas = plain.Formulas, Merged = merged };
    }

    private void ReadRows()
    {
        if (xml.IsEmpty()) return;

        var depth = xml.Depth;
        var before = 0;
        while (xml.NextElement(depth))
        {
            if (xml.Name != "row" || xml.Depth != depth + 1) continue;

            var (number, hidden) = (before + 1, false);
            while (xml.NextAttribute())
            {
                if (xml.Name == "r") number = int.Parse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture);
                else if (xml.Name == "hidden") hidden = xml.Value is "1" or "true";
            }
            if (number <= before || number > LastRow) throw new XmlException("Rows out of order.");
            before = number;
            ReadCells(number);
            rows.End(number, hidden);
        }
    }

    private void ReadCells(int row)
    {
        if (xml.IsEmpty()) return;

        var depth = xml.Depth;
        var column = -1;
        while (xml.NextElement(depth))
        {
            if (xml.Name != "c" || xml.Depth != depth + 1) continue;

            column++;
            var (type, style) = (CellType.Number, -1);
            while (xml.NextAttribute())
                switch (xml.Name)
                {
                    case "r": column = Column(xml.Value); break;
                    case "t": type = CellTypes.Of(xml.Value); break;
                    case "s": style = int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : -1; break;
                }
            ReadCell(row, column, type, style);
        }
    }

    private static int Column(string cell) => Address.ColumnOf(cell) is >= 0 and var column ? column : throw new XmlException("No such column.");

    private void ReadCell(int row, int column, CellType type, int style)
    {
        if (xml.IsEmpty()) return;

        var depth = xml.Depth;
        xml.ForgetText();
        while (xml.NextElement(depth))
        {
            if (xml.Name == "v") xml.ReadText();
            else if (xml.Name == "is") SharedStrings.ReadText(xml);
            else if (xml.Name == "f") formulas = true;
        }
        if (!xml.Text.IsEmpty) rows.Set(row, column, CellTypes.Text(xml.Text, type, parts.Meaning(style), parts));
    }

    private void ReadMerged()
    {
        if (merged.Count == MostMerged) throw new XmlException("Too many merged cells.");
        while (xml.NextAttribute())
            if (xml.Name == "ref" && CellRange(xml.Value) is { } range) merged.Add(range);
    }

    private static MergedCells? CellRange(string range)
    {
        var corners = range.Split(':');
        return corners.Length == 2 && Corner(corners[0]) is var (firstRow, firstColumn) && Corner(corners[1]) is var (lastRow, lastColumn)
            ? new(firstRow, firstColumn, lastRow, lastColumn) : null;
    }

    private static (int Row, int Column)? Corner(string cell) =>
        Address.ColumnOf(cell) is >= 0 and var column && int.TryParse(cell.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (row, column) : null;
}
