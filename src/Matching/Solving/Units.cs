namespace Stupeni.Matching.Solving;

/// <summary>Who has whom. A row with needs of three has three units, each on one column or on none; a column knows its units as a linked list.</summary>
internal sealed class Units
{
    /// <summary>Units of row r are <c>First[r] … First[r + 1] − 1</c>.</summary>
    public int[] First { get; }

    public int[] Row { get; }

    /// <summary>Column of each unit, −1 while it has none.</summary>
    public int[] Column { get; }

    /// <summary>What the unit's pair counts, through the lens.</summary>
    public double[] Weight { get; }

    public int[] Head { get; }
    public int[] Next { get; }
    public int[] Load { get; }

    private readonly int[] previous;

    public Units(int[] needs, int columns)
    {
        First = new int[needs.Length + 1];
        for (var r = 0; r < needs.Length; r++) First[r + 1] = First[r] + needs[r];

        var count = First[^1];
        (Row, Column, Weight, Next, previous) = (new int[count], new int[count], new double[count], new int[count], new int[count]);
        (Head, Load) = (new int[columns], new int[columns]);
        Array.Fill(Column, -1);
        Array.Fill(Head, -1);
        for (var r = 0; r < needs.Length; r++) Array.Fill(Row, r, First[r], needs[r]);
    }

    public int Count => Row.Length;

    public void Put(int unit, int column, double weight)
    {
        (Column[unit], Weight[unit]) = (column, weight);
        (previous[unit], Next[unit]) = (-1, Head[column]);
        if (Head[column] >= 0) previous[Head[column]] = unit;
        Head[column] = unit;
        Load[column]++;
    }

    public void Take(int unit)
    {
        var column = Column[unit];
        if (previous[unit] >= 0) Next[previous[unit]] = Next[unit];
        else Head[column] = Next[unit];
        if (Next[unit] >= 0) previous[Next[unit]] = previous[unit];
        Column[unit] = -1;
        Load[column]--;
    }

    /// <summary>The row's unit on this column, −1 when it has none there.</summary>
    public int Find(int row, int column)
    {
        for (var unit = First[row]; unit < First[row + 1]; unit++)
        {
            if (Column[unit] == column) return unit;
        }

        return -1;
    }
}
