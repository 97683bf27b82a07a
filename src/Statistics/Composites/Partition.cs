namespace Stupeni.Statistics.Composites;

/// <summary>
/// Rows divided into groups. <see cref="Labels"/> belong to <see cref="Rows"/> (complete rows of the table) and count from 0 in the order of the
/// first coordinate of the centres (then the second, …). <see cref="Centres"/> and <see cref="Inertia"/> (sum of squared distances to
/// the centre of the own group) are in the units of the points used: standard deviations when standardised.
/// </summary>
public sealed record Partition
{
    public Refusal Refusal { get; init; } = Refusal.None;

    public IReadOnlyList<int> Labels { get; init; } = [];

    public IReadOnlyList<int> Rows { get; init; } = [];

    public double[,] Centres { get; init; } = new double[0, 0];

    public IReadOnlyList<int> Sizes { get; init; } = [];

    public Estimate Inertia { get; init; }

    public Silhouettes Silhouettes { get; init; } = Silhouettes.None;

    /// <summary>Starts tried and starts that reached the same optimum: few of many says that others may be better still. 1 of 1 without starts.</summary>
    public int Starts { get; init; } = 1;

    public int StartsAtBest { get; init; } = 1;

    public Stopping Stopping { get; init; } = Stopping.Refused;

    internal static Partition Refused(Refusal refusal) => new() { Refusal = refusal, Inertia = Estimate.Absent(refusal.Why) };

    /// <summary>Centres and sizes of groups 0 … k − 1, put in order; labels are renumbered in place.</summary>
    internal static Partition Ordered(Points points, int[] labels, int k)
    {
        var p = points.Dimensions;
        var (centres, sizes) = (new double[k, p], new int[k]);
        for (var i = 0; i < labels.Length; i++)
        {
            sizes[labels[i]]++;
            for (var j = 0; j < p; j++)
            {
                centres[labels[i], j] += points[i][j];
            }
        }

        for (var c = 0; c < k; c++)
        {
            for (var j = 0; j < p; j++)
            {
                centres[c, j] /= sizes[c];
            }
        }

        var order = Order(centres);
        var rank = new int[k];
        var sorted = new double[k, p];
        for (var c = 0; c < k; c++)
        {
            rank[order[c]] = c;
            for (var j = 0; j < p; j++)
            {
                sorted[c, j] = centres[order[c], j];
            }
        }

        var inertia = 0.0;
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = rank[labels[i]];
            for (var j = 0; j < p; j++)
            {
                var off = points[i][j] - sorted[labels[i], j];
                inertia += off * off;
            }
        }

        return new Partition
        {
            Labels = labels,
            Rows = points.Rows,
            Centres = sorted,
            Sizes = [.. order.Select(c => sizes[c])],
            Inertia = Estimate.Of(inertia),
        };
    }

    /// <summary>Row numbers of a matrix in lexicographic order of the rows.</summary>
    internal static int[] Order(double[,] centres)
    {
        int[] order = [.. Enumerable.Range(0, centres.GetLength(0))];
        Array.Sort(order, (a, b) =>
        {
            for (var j = 0; j < centres.GetLength(1); j++)
            {
                var way = centres[a, j].CompareTo(centres[b, j]);
                if (way != 0)
                {
                    return way;
                }
            }

            return a.CompareTo(b);
        });
        return order;
    }
}
