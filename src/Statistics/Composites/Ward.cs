namespace Stupeni.Statistics.Composites;

/// <summary>One merge of a tree: clusters below n are single rows (positions in <see cref="WardTree.Rows"/>), n + m is the result of merge m.</summary>
public readonly record struct Merge(int Left, int Right, double Height, int Size);

/// <summary>
/// Ward's tree (1963) on Euclidean distances, the convention ward.D2 of R and ward of scipy: the height of a merge is
/// √(2 n₁ n₂ / (n₁ + n₂)) times the distance of the centres, so that two single rows merge at their distance. Found by chains of nearest
/// neighbours (Murtagh 1983) on centres: memory goes with the rows, time with their square. Rows with NaN are left out. Refused as for
/// <see cref="KMeans"/>. Equal heights make the order of merges arbitrary.
/// </summary>
public sealed record WardTree
{
    private Points? points;

    public Refusal Refusal { get; init; } = Refusal.None;

    public IReadOnlyList<int> Rows { get; init; } = [];

    /// <summary>n − 1 merges, heights ascending.</summary>
    public IReadOnlyList<Merge> Merges { get; init; } = [];

    public static WardTree Of(double[,] table, bool standardise = true, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (points, refusal) = Points.Of(table, standardise);
        return points is null
            ? new WardTree { Refusal = refusal }
            : new WardTree { Rows = points.Rows, Merges = new WardChain(points).Merge(cancel), points = points };
    }

    /// <summary>The division into k groups that the tree gives.</summary>
    public Partition Cut(int k, CancellationToken cancel = default)
    {
        if (points is null || k < 1 || k > Rows.Count)
        {
            return Partition.Refused(Refusal.IsRefused ? Refusal : Refusal.Of(Absence.OutOfDomain));
        }

        var parent = new int[2 * Rows.Count];
        Array.Fill(parent, -1);
        for (var m = 0; m < Rows.Count - k; m++)
        {
            parent[Merges[m].Left] = parent[Merges[m].Right] = Rows.Count + m;
        }

        var numbers = new Dictionary<int, int>();
        var labels = new int[Rows.Count];
        for (var i = 0; i < labels.Length; i++)
        {
            var top = i;
            while (parent[top] >= 0)
            {
                top = parent[top];
            }

            if (!numbers.TryGetValue(top, out labels[i]))
            {
                labels[i] = numbers[top] = numbers.Count;
            }
        }

        var partition = Partition.Ordered(points, labels, k);
        return partition with { Silhouettes = Silhouettes.Of(points, partition.Labels, k, cancel), Stopping = Stopping.ClosedForm };
    }
}
