using System.Xml.Linq;

namespace Stupeni.Documents.Docx;

/// <summary>A table on paper.</summary>
internal sealed class Grid(Table table, int width)
{
    private readonly int[] widths = Widths([.. table.Columns.Select(c => c.Width)], width);

    internal IEnumerable<XElement> Elements()
    {
        if (table.Caption is { } caption) yield return Xml.Paragraph("Caption", Xml.Run(caption));
        yield return Xml.El("tbl",
            Xml.El("tblPr",
                Xml.Val("tblStyle", "Ruled"),
                Xml.El("tblW", Xml.At("w", width), Xml.At("type", "dxa")),
                Xml.El("tblLayout", Xml.At("type", "fixed")),
                Xml.Val("tblLook", "0020"),
                table.Caption is { } said ? Xml.Val("tblCaption", CleanText.Of(said)) : null),
            Xml.El("tblGrid", widths.Select(w => Xml.El("gridCol", Xml.At("w", w)))),
            table.Above.Select(AboveRow),
            HeaderRow(table.Columns.Select((c, at) => Cell(at, 1, "Head", c.Header, IsOneWithAbove(at, table.Above.Count) ? "continue" : null))),
            table.Rows.Select(BodyRow));
        yield return Xml.Paragraph("Break");
    }

    private XElement AboveRow(IReadOnlyList<HeaderCell> row, int number)
    {
        var cells = new List<XElement>();
        var column = 0;
        foreach (var cell in row)
        {
            var merged = !IsEmpty(cell) ? null : IsOneWithAbove(column, number) ? "continue" : "restart";
            // A cell shows the words of its first row: those of the column's name go up.
            cells.Add(Cell(column, cell.Across, "Head", merged == "restart" ? table.Columns[column].Header : cell.Text, merged));
            column += cell.Across;
        }
        return column == table.Columns.Count ? HeaderRow(cells) : throw new InvalidOperationException("The cells of a header reach over all columns.");
    }

    private bool IsOneWithAbove(int column, int number)
    {
        if (number == 0) return false;

        var at = 0;
        foreach (var cell in table.Above[number - 1])
        {
            if (at == column && IsEmpty(cell)) return true;
            at += cell.Across;
        }
        return false;
    }

    private XElement BodyRow(IReadOnlyList<string> row)
    {
        if (row.Count == 0 || row.Count > table.Columns.Count) throw new InvalidOperationException("A row has from one cell to as many as there are columns.");

        return Xml.El("tr", Xml.El("trPr", Xml.El("cantSplit")), row.Select((text, at) =>
            Cell(at, at == row.Count - 1 ? table.Columns.Count - at : 1, Style(at, row.Count), text, null)));
    }

    private string Style(int column, int cells) => cells == 1 && table.Columns.Count > 1 ? "Subheading" : table.Columns[column].Number ? "Number" : "Cell";

    private XElement Cell(int column, int across, string style, string text, string? merged) => Xml.El("tc",
        Xml.El("tcPr",
            Xml.El("tcW", Xml.At("w", widths.Skip(column).Take(across).Sum()), Xml.At("type", "dxa")),
            across > 1 ? Xml.Val("gridSpan", across) : null,
            merged is null ? null : Xml.Val("vMerge", merged)),
        Xml.Paragraph(style, merged == "continue" ? null : Xml.Run(text)));

    private static XElement HeaderRow(IEnumerable<XElement> cells) => Xml.El("tr", Xml.El("trPr", Xml.El("cantSplit"), Xml.El("tblHeader")), cells);

    private static bool IsEmpty(HeaderCell cell) => cell is { Across: 1, Text.Length: 0 };

    private static int[] Widths(double[] shares, int width)
    {
        int[] widths = [.. shares.Select(share => (int)(width * share / shares.Sum()))];
        widths[^1] += width - widths.Sum();
        return widths;
    }
}
