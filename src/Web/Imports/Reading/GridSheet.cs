namespace Stupeni.Imports.Reading;

/// <summary>A sheet: its rows in which something is written.</summary>
public sealed record GridSheet(string Name, IReadOnlyList<GridRow> Rows)
{
    public bool Hidden { get; init; }

    /// <summary>Whether a formula stands behind some values, which are those of its last calculation.</summary>
    public bool HasFormulas { get; init; }

    /// <summary>Cells shown as one; the value is in the first.</summary>
    public IReadOnlyList<MergedCells> Merged { get; init; } = [];

    /// <summary>The number of columns up to the last in which something is written.</summary>
    public int Columns { get; } = Rows.Count == 0 ? 0 : Rows.Max(r => r.Count);

    /// <summary>A sheet of these texts, its rows numbered from 1.</summary>
    public static GridSheet Of(string name, params IEnumerable<string[]> rows) =>
        new(name, [.. rows.Select((cells, at) => new GridRow(at + 1, cells)).Where(r => r.Count > 0)]);

    /// <summary>The merged cells that start at this cell or cover it, if any. Rows are numbered from 1, columns from 0.</summary>
    public MergedCells? MergedAt(int row, int column)
    {
        foreach (var cells in Merged)
            if (row >= cells.FirstRow && row <= cells.LastRow && column >= cells.FirstColumn && column <= cells.LastColumn) return cells;
        return null;
    }
}
