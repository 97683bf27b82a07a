using System.Globalization;
using System.Xml;

namespace Stupeni.Documents.Xlsx;

/// <summary>Writes the cells of a row one after the other and gathers their notes.</summary>
internal sealed class CellWriter(XmlWriter xml, IReadOnlyList<Column> columns)
{
    private const int MostColumns = 16_384;

    private readonly string[] letters = [.. Enumerable.Range(0, columns.Count).Select(Address.Column)];
    private readonly char[] digits = new char[32];

    internal List<Note> Notes { get; } = [];

    internal List<(string At, string Sheet, string Address)> Links { get; } = [];

    internal void Write(int row, int column, Cell cell)
    {
        if (column >= MostColumns) throw new InvalidOperationException($"A sheet holds at most {MostColumns} columns.");
        if (cell.Note is { Length: > 0 } note) Notes.Add(new(row, column, note));
        if (cell is { IsEmpty: true, Mark: Mark.None }) return;

        if (cell.Link is var (sheet, address)) Links.Add((Address.Cell(row, column), sheet, address));
        Write(row, column, cell, cell is { Link: not null, Mark: Mark.None } ? Styles.Link : Styles.Of(ShownAs(cell, column), cell.Bold, cell.Mark));
    }

    internal void Write(int row, int column, Cell cell, int style)
    {
        xml.WriteStartElement("c");
        xml.WriteStartAttribute("r");
        xml.WriteString(column < letters.Length ? letters[column] : Address.Column(column));
        WriteNumber(row + 1);
        xml.WriteEndAttribute();
        if (style > 0)
        {
            xml.WriteStartAttribute("s");
            WriteNumber(style);
            xml.WriteEndAttribute();
        }
        if (cell.Text is { } text) WriteText(CellText.Of(text));
        else if (!cell.IsEmpty) WriteValue(cell.Number ?? cell.Serial);
        xml.WriteEndElement();
    }

    private void WriteText(string text)
    {
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteStartElement("is");
        xml.WriteStartElement("t");
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))) xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteValue(double value)
    {
        xml.WriteStartElement("v");
        value.TryFormat(digits, out var length, "R", CultureInfo.InvariantCulture);
        xml.WriteChars(digits, 0, length);
        xml.WriteEndElement();
    }

    private void WriteNumber(int value)
    {
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        xml.WriteChars(digits, 0, length);
    }

    private Shown ShownAs(Cell cell, int column) =>
        cell.Text is not null ? Shown.Text
        : cell.Moment is { } moment ? moment.TimeOfDay == TimeSpan.Zero ? Shown.Date : Shown.Moment
        : (column < columns.Count ? columns[column].Kind : ColumnKind.Text) switch
        {
            ColumnKind.Whole => Shown.Whole,
            ColumnKind.Decimal => Shown.Decimal,
            ColumnKind.Percent => Shown.Percent,
            _ => Shown.General,
        };
}
