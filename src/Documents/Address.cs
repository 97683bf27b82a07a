namespace Stupeni.Documents;

/// <summary>How a spreadsheet names its cells: columns and rows are counted from zero here, and written A, B, …, AA and 1, 2, … there.</summary>
public static class Address
{
    /// <summary>The letters of a column: 0 is A, 26 is AA.</summary>
    public static string Column(int column)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        Span<char> letters = stackalloc char[8];
        var at = letters.Length;
        for (var left = column + 1; left > 0; left = (left - 1) / 26) letters[--at] = (char)('A' + (left - 1) % 26);
        return new string(letters[at..]);
    }

    /// <summary>The name of a cell: row 0, column 0 is A1.</summary>
    public static string Cell(int row, int column) => $"{Column(column)}{row + 1}";

    /// <summary>The column that a cell's name starts with, or -1 when it starts with no letter or names no column a spreadsheet could have.</summary>
    public static int ColumnOf(ReadOnlySpan<char> cell)
    {
        var column = 0;
        foreach (var letter in cell)
        {
            if (!char.IsAsciiLetter(letter)) break;
            column = column * 26 + (letter | 0x20) - 'a' + 1;
            if (column > 16_384) return -1;
        }
        return column - 1;
    }
}
