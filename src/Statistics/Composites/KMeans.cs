namespace Stupeni.Statistics.Composites;

/// <summary>
/// k-means: the division of n points into k groups with the smallest sum of squared distances to the group means. Every start draws
/// centres by k-means++ (Arthur, Vassilvitskii 2007), moves them (Lloyd 1982) and then moves single points while that helps
/// (Hartigan, Wong 1979); the best of the starts is kept and how many reached it is reported. Local optima: nobody can promise the global
/// one. Rows with NaN are left out. Refused: k below 1 or above the number of different points, too few rows, infinities, with
/// standardising a column without variation. Deterministic for a seed on any number of threads.
/// </summary>
public static class KMeans
{
    private const int LloydLimit = 300;

    public static Partition Fit(
        double[,] table,
        int k,
        bool standardise = true,
        Seed seed = default,
        int starts = 200,
        IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (points, refusal) = Points.Of(table, standardise);
        if (points is null || k < 1 || starts < 1)
        {
            return Partition.Refused(points is null ? refusal : Refusal.Of(Absence.OutOfDomain));
        }

        if (points.Distinct(k) < k)
        {
            return Partition.Refused(Refusal.Of(Absence.NotIdentified));
        }

        var found = new (double Inertia, int[] Labels)[starts];
        var done = 0;
        Parallel.For(0, starts, new ParallelOptions { CancellationToken = cancel }, start =>
        {
            var labels = From(points, k, seed.Split(start).Dice(), cancel);
            found[start] = (new Moves(points, labels, k).Improve(cancel), labels);
            progress?.Report((double)Interlocked.Increment(ref done) / starts);
        });
        var best = found.MinBy(f => f.Inertia);
        var partition = Partition.Ordered(points, best.Labels, k);
        return partition with
        {
            Silhouettes = Silhouettes.Of(points, partition.Labels, k, cancel),
            Starts = starts,
            StartsAtBest = found.Count(f => f.Inertia <= best.Inertia * (1 + 1e-9) + 1e-300),
            Stopping = new Stopping(Stopped.Converged, starts, double.NaN),
        };
    }

    /// <summary>Labels after one start of k-means++ and Lloyd's iteration.</summary>
    internal static int[] From(Points points, int k, Dice dice, CancellationToken cancel)
    {
        var p = points.Dimensions;
        var centres = Draw(points, k, dice);
        var labels = new int[points.Count];
        var sizes = new int[k];
        for (var iteration = 0; iteration < LloydLimit; iteration++)
        {
            cancel.ThrowIfCancellationRequested();
            var changed = Assign(points, centres, labels, sizes, first: iteration == 0);
            FillEmpty(points, centres, labels, sizes);
            if (!changed)
            {
                break;
            }

            Array.Clear(centres);
            for (var i = 0; i < labels.Length; i++)
            {
                for (var j = 0; j < p; j++)
                {
                    centres[labels[i] * p + j] += points[i][j] / sizes[labels[i]];
                }
            }
        }

        return labels;
    }

    /// <summary>Centres among the points, each with probability proportional to the squared distance to those drawn.</summary>
    private static double[] Draw(Points points, int k, Dice dice)
    {
        var (n, p) = (points.Count, points.Dimensions);
        var centres = new double[k * p];
        var distances = new double[n];
        Array.Fill(distances, double.PositiveInfinity);
        var next = dice.NextBelow(n);
        for (var c = 0; c < k; c++)
        {
            points[next].CopyTo(centres.AsSpan(c * p));
            var sum = 0.0;
            for (var i = 0; i < n; i++)
            {
                distances[i] = Math.Min(distances[i], Points.SquaredDistance(points[i], points[next]));
                sum += distances[i];
            }

            var target = dice.NextUniform() * sum;
            next = Array.FindLastIndex(distances, d => d > 0);
            for (var i = 0; i < n; i++)
            {
                target -= distances[i];
                if (target < 0 && distances[i] > 0)
                {
                    next = i;
                    break;
                }
            }
        }

        return centres;
    }

    private static bool Assign(Points points, double[] centres, int[] labels, int[] sizes, bool first)
    {
        var p = points.Dimensions;
        var changed = first;
        Array.Clear(sizes);
        for (var i = 0; i < labels.Length; i++)
        {
            var (best, nearest) = (double.PositiveInfinity, 0);
            for (var c = 0; c < sizes.Length; c++)
            {
                var distance = Points.SquaredDistance(points[i], centres.AsSpan(c * p, p));
                if (distance < best)
                {
                    (best, nearest) = (distance, c);
                }
            }

            changed |= labels[i] != nearest;
            labels[i] = nearest;
            sizes[nearest]++;
        }

        return changed;
    }

    /// <summary>A group that lost all its points takes the point that lies farthest from its centre.</summary>
    private static void FillEmpty(Points points, double[] centres, int[] labels, int[] sizes)
    {
        var p = points.Dimensions;
        for (var c = 0; c < sizes.Length; c++)
        {
            if (sizes[c] > 0)
            {
                continue;
            }

            var (farthest, distance) = (-1, -1.0);
            for (var i = 0; i < labels.Length; i++)
            {
                var own = Points.SquaredDistance(points[i], centres.AsSpan(labels[i] * p, p));
                if (sizes[labels[i]] > 1 && own > distance)
                {
                    (farthest, distance) = (i, own);
                }
            }

            sizes[labels[farthest]]--;
            labels[farthest] = c;
            sizes[c] = 1;
            points[farthest].CopyTo(centres.AsSpan(c * p));
        }
    }
}
