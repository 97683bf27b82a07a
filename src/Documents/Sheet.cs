namespace Stupeni.Documents;

/// <summary>A table with its header and the lines above it.</summary>
/// <param name="Name">Its name as wished: the writer shortens it, takes out what a name may not hold and keeps names apart.</param>
/// <param name="Columns">Its columns from the left.</param>
/// <param name="Rows">Its rows, read once while writing. A row may be shorter or longer than the columns.</param>
public sealed record Sheet(string Name, IReadOnlyList<Column> Columns, IEnumerable<IReadOnlyList<Cell>> Rows)
{
    /// <summary>Lines above the header; the first is set as a title.</summary>
    public IReadOnlyList<string> Title { get; init; } = [];

    /// <summary>Whether the header stays in view.</summary>
    public bool FrozenHeader { get; init; } = true;

    /// <summary>Whether the header offers a filter.</summary>
    public bool AutoFilter { get; init; } = true;

    /// <summary>Ranges shown as one cell, such as A1:D1. They must not overlap.</summary>
    public IReadOnlyList<string> Merged { get; init; } = [];

    /// <summary>Whether it is kept out of sight: for what a program reads back.</summary>
    public bool Hidden { get; init; }

    internal bool HasHeader => Columns.Any(c => c.Header.Length > 0);
}
