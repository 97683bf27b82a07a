using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// The posterior of ability of a pattern on the grid. Items are cut into blocks; the likelihood of every sub-pattern of a block that
/// occurs is tabulated once, so that a pattern costs one product per block instead of one per item.
/// </summary>
internal sealed class Posterior
{
    private const int Widest = 256;

    private readonly Shape shape;
    private readonly Patterns patterns;
    private readonly List<Block> blocks = [];

    /// <summary>Items first … last − 1; the row of the table of each pattern; the flat categories of each row (−1: no answer).</summary>
    private sealed record Block(int First, int Last, int[] RowOf, int[][] Categories)
    {
        public double[] Table { get; } = new double[Categories.Length * Grid.Length];

        public double[] Scale { get; } = new double[Categories.Length];
    }

    public Posterior(Shape shape, Patterns patterns)
    {
        this.shape = shape;
        this.patterns = patterns;
        var first = 0;
        while (first < shape.Parts.Length)
        {
            int last = first, width = 1;
            while (last < shape.Parts.Length && (last == first || width * (shape.Parts[last].Categories + 1) <= Widest * 8))
            {
                width *= shape.Parts[last++].Categories + 1;
                if (last - first == 8)
                {
                    break;
                }
            }

            blocks.Add(Cut(first, last));
            first = last;
        }
    }

    private Block Cut(int first, int last)
    {
        var rows = new Dictionary<long, int>();
        var categories = new List<int[]>();
        var rowOf = new int[patterns.Size];
        for (var u = 0; u < patterns.Size; u++)
        {
            var cells = patterns.Of(u);
            long key = 0;
            for (var j = first; j < last; j++)
            {
                key = (key * 257) + cells[j];
            }

            if (!rows.TryGetValue(key, out rowOf[u]))
            {
                rowOf[u] = rows[key] = categories.Count;
                var row = new int[last - first];
                for (var j = first; j < last; j++)
                {
                    row[j - first] = cells[j] == Patterns.Missing ? -1 : shape.Parts[j].FirstCategory + cells[j];
                }

                categories.Add(row);
            }
        }

        return new Block(first, last, rowOf, [.. categories]);
    }

    /// <summary>Tabulates the blocks for these curves.</summary>
    public void Set(Curves curves)
    {
        foreach (var block in blocks)
        {
            for (var r = 0; r < block.Categories.Length; r++)
            {
                var row = block.Table.AsSpan(r * Grid.Length, Grid.Length);
                row.Fill(1);
                foreach (var category in block.Categories[r])
                {
                    if (category >= 0)
                    {
                        Lanes.Multiply(row, curves.Of(category));
                    }
                }

                var highest = 0.0;
                foreach (var value in row[..Grid.Nodes])
                {
                    highest = Math.Max(highest, value);
                }

                block.Scale[r] = highest > 0 ? Math.Log(highest) : 0;
                for (var q = 0; q < row.Length; q++)
                {
                    row[q] = highest > 0 ? row[q] / highest : row[q];
                }
            }
        }
    }

    /// <summary>Fills the posterior probabilities of the nodes and gives the logarithm of the marginal probability of the pattern.</summary>
    public double Fill(int pattern, Curves curves, Span<double> posterior)
    {
        curves.Weights.CopyTo(posterior);
        var scale = 0.0;
        foreach (var block in blocks)
        {
            var row = block.RowOf[pattern];
            Lanes.Multiply(posterior, block.Table.AsSpan(row * Grid.Length, Grid.Length));
            scale += block.Scale[row];
        }

        var sum = Lanes.Sum(posterior);
        if (!(sum > 1e-250))
        {
            return FillByLogarithms(pattern, curves, posterior);
        }

        var factor = 1 / sum;
        for (var q = 0; q < posterior.Length; q++)
        {
            posterior[q] *= factor;
        }

        return scale + Math.Log(sum);
    }

    private double FillByLogarithms(int pattern, Curves curves, Span<double> posterior)
    {
        var cells = patterns.Of(pattern);
        for (var q = 0; q < Grid.Nodes; q++)
        {
            posterior[q] = -Grid.Squares[q] / (2 * curves.Variance);
        }

        for (var j = 0; j < cells.Length; j++)
        {
            if (cells[j] != Patterns.Missing)
            {
                Lanes.Add(posterior[..Grid.Nodes], 1, curves.LogOf(shape.Parts[j].FirstCategory + cells[j]));
            }
        }

        var highest = double.NegativeInfinity;
        var weights = 0.0;
        for (var q = 0; q < Grid.Nodes; q++)
        {
            highest = Math.Max(highest, posterior[q]);
            weights += Math.Exp(-Grid.Squares[q] / (2 * curves.Variance));
        }

        var sum = 0.0;
        for (var q = 0; q < Grid.Nodes; q++)
        {
            sum += posterior[q] = Math.Exp(posterior[q] - highest);
        }

        for (var q = 0; q < Grid.Length; q++)
        {
            posterior[q] = q < Grid.Nodes ? posterior[q] / sum : 0;
        }

        return highest + Math.Log(sum) - Math.Log(weights);
    }
}
