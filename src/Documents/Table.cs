namespace Stupeni.Documents;

/// <summary>A table whose header is repeated on each page and whose rows are not broken between pages.</summary>
/// <param name="Columns">Its columns from the left.</param>
/// <param name="Rows">Its rows. In a row that is shorter than the columns the last cell reaches to the end; a row of one cell is a heading within the table.</param>
public sealed record Table(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block
{
    /// <summary>What it shows, above it and for those who hear it read.</summary>
    public string? Caption { get; init; }

    /// <summary>Rows above the names of columns, whose cells may reach over several columns: the widths of a row add up to the number of columns.
    /// A cell without words that stands over one column is one with the column's name below it.</summary>
    public IReadOnlyList<IReadOnlyList<HeaderCell>> Above { get; init; } = [];
}

/// <param name="Header">The words above it.</param>
/// <param name="Width">Its share of the width of the page, beside those of the others.</param>
/// <param name="Number">Whether it holds numbers, which stand at the right.</param>
public sealed record TableColumn(string Header, double Width = 1, bool Number = false);

/// <param name="Text">Its words.</param>
/// <param name="Across">Over how many columns it reaches.</param>
public sealed record HeaderCell(string Text, int Across = 1);
