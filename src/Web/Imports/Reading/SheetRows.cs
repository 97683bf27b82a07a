using Stupeni.Documents;

namespace Stupeni.Imports.Reading;

/// <summary>Collects the rows of one sheet, whatever the file is, and holds the limits.</summary>
internal sealed class SheetRows(Source source, string sheet)
{
    private readonly string?[] cells = new string?[source.Limits.Columns];
    private readonly List<GridRow> rows = [];
    private int width;

    internal IReadOnlyList<GridRow> Rows => rows;

    internal void Set(int row, int column, ReadOnlySpan<char> text) => Keep(row, column, Clean(row, column, text));

    /// <summary>The text as it is kept; empty when nothing of it is.</summary>
    internal string Clean(int row, int column, ReadOnlySpan<char> text)
    {
        text = CellText.Of(text);
        if (text.Length > source.Limits.CellText) throw column < cells.Length ? TooLong(row, column) : TooWide(row);
        return source.Pool.Of(text);
    }

    /// <summary>Puts a text that is clean already into its cell.</summary>
    internal void Keep(int row, int column, string text)
    {
        if (text.Length == 0) return;
        if (column >= cells.Length) throw TooWide(row);

        cells[column] = text;
        if (column >= width) width = column + 1;
    }

    private Unreadable TooWide(int row) =>
        new(new("Файл «{0}», лист «{1}», строка {2}: больше {3} столбцов. Удалите лишние столбцы.", source.FileName, sheet, row, cells.Length));

    internal Unreadable TooLong(int row, int column) =>
        new(new("Файл «{0}», лист «{1}», ячейка {2}: текст длиннее {3} знаков. Сократите его.", source.FileName, sheet, Address.Cell(row - 1, column), source.Limits.CellText));

    /// <summary>Ends the row; an empty one is not kept.</summary>
    internal void End(int row, bool hidden = false)
    {
        source.Step();
        if (width == 0) return;
        if (rows.Count == source.Limits.RowsPerSheet)
            throw new Unreadable(new("Файл «{0}», лист «{1}»: больше {2:N0} строк. Разделите лист на части, например по муниципалитетам.", source.FileName, sheet, source.Limits.RowsPerSheet));

        source.Use(width);
        var kept = new string[width];
        for (var at = 0; at < width; at++) kept[at] = cells[at] ?? "";
        rows.Add(new(row, kept, hidden));
        Array.Clear(cells, 0, width);
        width = 0;
    }
}
