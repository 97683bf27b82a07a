using System.Runtime.CompilerServices;

namespace Stupeni.Matching.Solving;

/// <summary>Only the allowed pairs: those of row r stand at <c>start[r] … start[r + 1] − 1</c>, their columns rising.</summary>
internal sealed class SparseWeights(int[] start, int[] column, double[] weight, int columns) : Weights(start.Length - 1, columns)
{
    public override int LongestRow { get; } = Longest(start);

    public ReadOnlySpan<double> All => weight;

    public override double this[int row, int at]
    {
        get
        {
            var found = Array.BinarySearch(column, start[row], start[row + 1] - start[row], at);
            return found < 0 ? double.NaN : weight[found];
        }
    }

    public override int Collect(int row, Lens lens, double[] prices, double above, int[] columns, double[] weights)
    {
        var count = 0;
        for (var e = start[row]; e < start[row + 1]; e++)
        {
            if (!(weight[e] >= lens.Floor)) continue;
            var counts = lens.Of(weight[e]);
            if (!(counts - prices[column[e]] > above)) continue;
            columns[count] = column[e];
            weights[count++] = counts;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Nearer(int row, Lens lens, double[] prices, double reach, double limit, double[] nearest, int[] columns, double[] distances)
    {
        var count = 0;
        for (var e = start[row]; e < start[row + 1]; e++)
        {
            var distance = reach - lens.Of(weight[e]) + prices[column[e]];
            if (!(distance < limit) || !(distance < nearest[column[e]]) || !(weight[e] >= lens.Floor)) continue;
            columns[count] = column[e];
            distances[count++] = distance;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Best(int row, Lens lens, double[] prices, double above, Span<Choice> best)
    {
        var count = 0;
        for (var e = start[row]; e < start[row + 1]; e++)
        {
            var counts = lens.Of(weight[e]);
            var gain = counts - prices[column[e]];
            if (!(gain > above) || !(weight[e] >= lens.Floor)) continue;
            Insert(best, ref count, ref above, new Choice { Gain = gain, Weight = counts, Column = column[e] });
        }

        return count;
    }

    /// <summary>Some of the pairs, their weights times a factor and rounded.</summary>
    public SparseWeights Select(Func<int, int, bool> keep, double factor)
    {
        var (starts, columns, weights) = (new int[start.Length], new List<int>(column.Length), new List<double>(column.Length));
        for (var r = 0; r < Rows; r++)
        {
            for (var e = start[r]; e < start[r + 1]; e++)
            {
                if (!keep(r, column[e])) continue;
                columns.Add(column[e]);
                weights.Add(factor == 1 ? weight[e] : Math.Round(weight[e] * factor));
            }

            starts[r + 1] = columns.Count;
        }

        return new SparseWeights(starts, [.. columns], [.. weights], Columns);
    }

    private static int Longest(int[] start)
    {
        var longest = 0;
        for (var r = 1; r < start.Length; r++) longest = Math.Max(longest, start[r] - start[r - 1]);
        return longest;
    }
}
