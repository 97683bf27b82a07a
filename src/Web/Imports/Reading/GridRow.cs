namespace Stupeni.Imports.Reading;

/// <summary>A row of a sheet.</summary>
public readonly struct GridRow
{
    private readonly string[] cells;

    /// <param name="number">Its number as the spreadsheet shows it, from 1.</param>
    /// <param name="cells">Its texts from column A on; nothing is written after the last one that is not empty.</param>
    /// <param name="hidden">Whether it is hidden in the spreadsheet.</param>
    public GridRow(int number, string[] cells, bool hidden = false)
    {
        (Number, Hidden, this.cells) = (number, hidden, cells);
        Count = Array.FindLastIndex(cells, c => c.Length > 0) + 1;
    }

    public int Number { get; }
    public bool Hidden { get; }

    /// <summary>The number of cells up to the last one that is not empty.</summary>
    public int Count { get; }

    /// <summary>The text of a column, counted from 0: trimmed; empty where nothing is written.</summary>
    public string this[int column] => column < Count ? cells[column] : "";

    /// <summary>The cells themselves, for what blanks some of them before anyone else sees the row.</summary>
    internal string[] Written => cells;

    public ReadOnlySpan<string> Cells => cells.AsSpan(0, Count);
}
