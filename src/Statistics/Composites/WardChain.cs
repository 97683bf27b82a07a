namespace Stupeni.Statistics.Composites;

/// <summary>Merges clusters that are each other's nearest neighbours, found along a chain, and sorts the merges by height.</summary>
internal sealed class WardChain
{
    private readonly int p;
    private readonly double[] centres;
    private readonly int[] sizes;
    private readonly List<int> active;
    private readonly int n;

    public WardChain(Points points)
    {
        n = points.Count;
        p = points.Dimensions;
        centres = (double[])points.Values.Clone();
        sizes = new int[n];
        Array.Fill(sizes, 1);
        active = [.. Enumerable.Range(0, n)];
    }

    public Merge[] Merge(CancellationToken cancel)
    {
        var found = new List<(int One, int Other, double Height)>(n - 1);
        var chain = new List<int>();
        while (found.Count < n - 1)
        {
            cancel.ThrowIfCancellationRequested();
            if (chain.Count == 0)
            {
                chain.Add(active[0]);
            }

            var last = chain[^1];
            var previous = chain.Count > 1 ? chain[^2] : -1;
            var (nearest, distance) = Nearest(last, previous);
            if (nearest != previous)
            {
                chain.Add(nearest);
                continue;
            }

            chain.RemoveRange(chain.Count - 2, 2);
            var (kept, gone) = (Math.Min(last, previous), Math.Max(last, previous));
            found.Add((kept, gone, Math.Sqrt(distance)));
            Join(kept, gone);
        }

        return Numbered(found);
    }

    /// <summary>The previous of the chain wins ties, or the chain would run in circles.</summary>
    private (int Nearest, double Distance) Nearest(int cluster, int previous)
    {
        var nearest = previous;
        var distance = previous < 0 ? double.PositiveInfinity : Squared(cluster, previous);
        foreach (var other in active)
        {
            if (other != cluster && other != previous)
            {
                var d = Squared(cluster, other);
                if (d < distance)
                {
                    (nearest, distance) = (other, d);
                }
            }
        }

        return (nearest, distance);
    }

    private double Squared(int a, int b) =>
        2.0 * sizes[a] * sizes[b] / (sizes[a] + sizes[b]) * Points.SquaredDistance(centres.AsSpan(a * p, p), centres.AsSpan(b * p, p));

    private void Join(int kept, int gone)
    {
        double size = sizes[kept] + sizes[gone];
        for (var j = 0; j < p; j++)
        {
            centres[kept * p + j] = (sizes[kept] * centres[kept * p + j] + sizes[gone] * centres[gone * p + j]) / size;
        }

        sizes[kept] += sizes[gone];
        active.RemoveAt(active.BinarySearch(gone));
    }

    /// <summary>Sorts by height and replaces the rows that stood for clusters by the numbers of the merges that made them.</summary>
    private Merge[] Numbered(List<(int One, int Other, double Height)> found)
    {
        var merges = new Merge[n - 1];
        var top = Enumerable.Range(0, n).ToArray();
        var count = new int[n];
        Array.Fill(count, 1);
        var m = 0;
        foreach (var (one, other, height) in found.OrderBy(f => f.Height))
        {
            var (a, b) = (Root(top, one), Root(top, other));
            count[a] += count[b];
            merges[m] = new Merge(Name(a), Name(b), height, count[a]);
            top[b] = a;
            names[a] = n + m++;
        }

        return merges;
    }

    private readonly Dictionary<int, int> names = [];

    private int Name(int root) => names.TryGetValue(root, out var name) ? name : root;

    private static int Root(int[] top, int i)
    {
        while (top[i] != i)
        {
            i = top[i] = top[top[i]];
        }

        return i;
    }
}
