namespace Stupeni.Matching.Solving;

/// <summary>The weights of the allowed pairs, rows by columns, and the two questions every solver asks of a row.</summary>
internal abstract class Weights(int rows, int columns)
{
    public int Rows { get; } = rows;
    public int Columns { get; } = columns;

    /// <summary>The most pairs one row can have.</summary>
    public abstract int LongestRow { get; }

    /// <summary>Weight of a pair; NaN where it is not allowed.</summary>
    public abstract double this[int row, int column] { get; }

    /// <summary>The pairs of a row with <c>lens(weight) − price &gt; above</c>, into the two arrays; how many.</summary>
    public abstract int Collect(int row, Lens lens, double[] prices, double above, int[] columns, double[] weights);

    /// <summary>The columns that a row at <c>reach − gain</c> brings nearer than <paramref name="nearest"/> and than the limit, and how near; how many.</summary>
    public abstract int Nearer(int row, Lens lens, double[] prices, double reach, double limit, double[] nearest, int[] columns, double[] distances);

    /// <summary>The best pairs of a row by <c>lens(weight) − price</c>, those above <paramref name="above"/> only, best first, as many as the buffer holds.</summary>
    public abstract int Best(int row, Lens lens, double[] prices, double above, Span<Choice> best);

    /// <summary>Keeps the list sorted, best first, and raises the threshold to its last when it is full.</summary>
    protected static void Insert(Span<Choice> best, ref int count, ref double above, Choice choice)
    {
        var at = count < best.Length ? count++ : best.Length - 1;
        while (at > 0 && best[at - 1].Gain < choice.Gain)
        {
            best[at] = best[at - 1];
            at--;
        }

        best[at] = choice;
        if (count == best.Length) above = best[^1].Gain;
    }
}

/// <summary>One pair of a row as it was when the row was last looked through: what it counts, and that less the price of the column then.</summary>
internal struct Choice
{
    public double Gain;
    public double Weight;
    public int Column;
}
