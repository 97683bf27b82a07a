namespace Stupeni.Statistics.Composites;

/// <summary>
/// How well each row sits in its group (Rousseeuw 1987): s = (b − a) / max(a, b), a the mean Euclidean distance to its own group, b the
/// smallest mean distance to another; 0 for a row alone in its group. Between −1 and 1; absent with one group.
/// </summary>
public sealed record Silhouettes(IReadOnlyList<double> Values, IReadOnlyList<double> ByGroup, Estimate Average)
{
    internal static Silhouettes None => new([], [], Estimate.Absent(Absence.NotComputed));

    internal static Silhouettes Of(Points points, IReadOnlyList<int> labels, int groups, CancellationToken cancel)
    {
        if (groups < 2)
        {
            return new Silhouettes([], [], Estimate.Absent(Absence.NotIdentified));
        }

        var sizes = new double[groups];
        foreach (var label in labels)
        {
            sizes[label]++;
        }

        var values = new double[points.Count];
        Parallel.For(0, values.Length, new ParallelOptions { CancellationToken = cancel }, i => values[i] = One(points, labels, sizes, i));
        var sums = new double[groups];
        for (var i = 0; i < values.Length; i++)
        {
            sums[labels[i]] += values[i];
        }

        return new Silhouettes(values, [.. sums.Select((s, c) => s / sizes[c])], Estimate.Of(values.Average()));
    }

    private static double One(Points points, IReadOnlyList<int> labels, double[] sizes, int i)
    {
        Span<double> sums = stackalloc double[sizes.Length];
        sums.Clear();
        var point = points[i];
        for (var j = 0; j < points.Count; j++)
        {
            sums[labels[j]] += Math.Sqrt(Points.SquaredDistance(point, points[j]));
        }

        var own = labels[i];
        if (sizes[own] < 2)
        {
            return 0;
        }

        var inside = sums[own] / (sizes[own] - 1);
        var outside = double.PositiveInfinity;
        for (var c = 0; c < sums.Length; c++)
        {
            outside = c == own || sizes[c] == 0 ? outside : Math.Min(outside, sums[c] / sizes[c]);
        }

        var larger = Math.Max(inside, outside);
        return larger > 0 && double.IsFinite(larger) ? (outside - inside) / larger : 0;
    }
}
