using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Composites;

/// <summary>
/// Types as a mixture of normal distributions: log L = Σ over rows of log Σ w N(x | mean, covariance), by EM from many divisions of the points:
/// k-means from different seeds, and divisions in which a small group is split off. All are followed for a while, the best to the
/// end (Biernacki, Celeux, Govaert 2003). The likelihood has local optima and, for small components, spikes without bound but for a floor
/// of the variance: a spike that only a split-off group leads to is thrown away, one that k-means leads to is kept and named, see
/// <see cref="Mixture"/>. Rows with NaN are left out. Refused: k below 1 or above the number of different points, no more rows than
/// dimensions, infinities, with standardising a column without variation; a column without variation otherwise (named).
/// </summary>
public static class GaussianMixture
{
    private const int Short = 60;
    private const int Long = 5000;
    private const int Finalists = 12;

    public static Mixture Fit(
        double[,] table,
        int k,
        ComponentShape shape = ComponentShape.Full,
        bool standardise = true,
        Seed seed = default,
        int starts = 120,
        IProgress<double>? progress = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (points, refusal) = Points.Of(table, standardise);
        if (points is null || k < 1 || starts < 1)
        {
            return Mixture.Refused(shape, points is null ? refusal : Refusal.Of(Absence.OutOfDomain));
        }

        var flat = Array.FindIndex(points.Deviations, d => d == 0);
        if (flat >= 0 || points.Count <= points.Dimensions || points.Distinct(k) < k)
        {
            return Mixture.Refused(shape, flat >= 0 ? Refusal.Of(Absence.NoVariation, flat) : Refusal.Of(Absence.NotIdentified));
        }

        double[] floor = [.. points.Deviations.Select(d => 1e-6 * (standardise ? 1 : Math.Min(1, d * d)))];
        var runs = Runs(points, shape, k, floor, Divisions(points, k, k == 1 ? 1 : starts, seed, cancel), progress, cancel);
        MixtureRun[] best = [.. Leaders(runs, natural: true), .. Leaders(runs, natural: false)];
        Parallel.ForEach(best, new ParallelOptions { CancellationToken = cancel }, run => run.Iterate(Long, cancel));
        var winner = best
            .Where(r => !double.IsNaN(r.LogLikelihood) && (r.Natural || !Enumerable.Range(0, k).Any(c => IsSpike(r, c, shape, points, floor))))
            .MaxBy(r => r.LogLikelihood);
        progress?.Report(1);
        return winner is null
            ? Mixture.Refused(shape, Refusal.Of(Absence.Singular))
            : Described(points, shape, k, winner, floor, cancel) with
            {
                Starts = runs.Length,
                StartsAtBest = best.Count(r => Math.Abs(r.LogLikelihood - winner.LogLikelihood) < 1e-3),
            };
    }

    private static IEnumerable<MixtureRun> Leaders(MixtureRun[] runs, bool natural) =>
        runs.Where(r => r.Natural == natural && !double.IsNaN(r.LogLikelihood)).OrderByDescending(r => r.LogLikelihood).Take(Finalists);

    /// <summary>Different divisions to start from: those of k-means, and (not natural) those with a small group split off.</summary>
    private static List<(int[] Labels, bool Natural)> Divisions(Points points, int k, int starts, Seed seed, CancellationToken cancel)
    {
        var found = new (int[] Labels, bool Natural)[starts];
        Parallel.For(0, starts, new ParallelOptions { CancellationToken = cancel }, start =>
        {
            var natural = k == 1 || start % 2 == 0;
            var dice = seed.Split(start).Dice();
            found[start] = (natural ? KMeans.From(points, k, dice, cancel) : SplitOff(points, k, dice, cancel), natural);
        });
        var different = new Dictionary<string, int>(StringComparer.Ordinal);
        var kept = new List<(int[] Labels, bool Natural)>();
        foreach (var (labels, natural) in found)
        {
            var numbers = new Dictionary<int, int>();
            var key = string.Concat(labels.Select(l => (char)(numbers.TryGetValue(l, out var number) ? number : numbers[l] = numbers.Count)));
            if (different.TryAdd(key, kept.Count))
            {
                kept.Add((labels, natural));
            }
        }

        return kept;
    }

    private static MixtureRun[] Runs(
        Points points,
        ComponentShape shape,
        int k,
        double[] floor,
        List<(int[] Labels, bool Natural)> divisions,
        IProgress<double>? progress,
        CancellationToken cancel)
    {
        var runs = new MixtureRun[divisions.Count];
        var done = 0;
        Parallel.For(0, runs.Length, new ParallelOptions { CancellationToken = cancel }, start =>
        {
            runs[start] = new MixtureRun(points, shape, k, divisions[start].Labels, floor) { Natural = divisions[start].Natural };
            runs[start].Iterate(Short, cancel);
            progress?.Report(0.7 * Interlocked.Increment(ref done) / runs.Length);
        });
        return runs;
    }

    /// <summary>k − 1 groups of k-means, and a point with its neighbours apart.</summary>
    private static int[] SplitOff(Points points, int k, Dice dice, CancellationToken cancel)
    {
        var labels = k == 2 ? new int[points.Count] : KMeans.From(points, k - 1, dice, cancel);
        var centre = dice.NextBelow(points.Count);
        var group = 1 + dice.NextBelow(Math.Max(1, Math.Min(points.Count / (2 * k), 3 * points.Dimensions)));
        int[] near = [.. Enumerable.Range(0, points.Count).OrderBy(i => Points.SquaredDistance(points[i], points[centre])).Take(group)];
        var sizes = new int[k];
        foreach (var label in labels)
        {
            sizes[label]++;
        }

        foreach (var i in near)
        {
            if (sizes[labels[i]] > 1)
            {
                sizes[labels[i]]--;
                labels[i] = k - 1;
            }
        }

        return labels;
    }

    private static Mixture Described(Points points, ComponentShape shape, int k, MixtureRun run, double[] floor, CancellationToken cancel)
    {
        var p = points.Dimensions;
        var order = Partition.Order(Table(run.Means, k, p));
        var (means, memberships, labels) = (new double[k, p], new double[points.Count, k], new int[points.Count]);
        for (var c = 0; c < k; c++)
        {
            for (var j = 0; j < p; j++)
            {
                means[c, j] = run.Means[order[c] * p + j];
            }

            for (var i = 0; i < points.Count; i++)
            {
                memberships[i, c] = run.Responsibilities[i * k + order[c]];
                labels[i] = memberships[i, c] > memberships[i, labels[i]] ? c : labels[i];
            }
        }

        var df = Parameters(shape, k, p);
        return new Mixture
        {
            Shape = shape,
            Weights = [.. order.Select(c => run.Weights[c])],
            Means = means,
            Covariances = [.. order.Select(c => Grid.Square(run.Covariances[c], p))],
            Labels = labels,
            Memberships = memberships,
            Rows = points.Rows,
            LogLikelihood = Estimate.Of(run.LogLikelihood),
            Parameters = df,
            Aic = Estimate.Of(2 * df - 2 * run.LogLikelihood),
            Bic = Estimate.Of(Math.Log(points.Count) * df - 2 * run.LogLikelihood),
            Silhouettes = labels.Distinct().Count() == k ? Silhouettes.Of(points, labels, k, cancel) : Silhouettes.None,
            Spikes = [.. Enumerable.Range(0, k).Where(c => IsSpike(run, order[c], shape, points, floor))],
            Stopping = new Stopping(run.Converged ? Stopped.Converged : Stopped.IterationLimit, run.Iterations, double.NaN),
        };
    }

    /// <summary>Fewer rows than the covariance needs, or a direction with hardly more variance than the floor.</summary>
    private static bool IsSpike(MixtureRun run, int component, ComponentShape shape, Points points, double[] floor)
    {
        var p = points.Dimensions;
        var needed = shape switch { ComponentShape.Full => p + 1, ComponentShape.Tied => 0, _ => 2 };
        return run.Weights[component] * points.Count < needed - 1e-6
            || SymmetricEigen.ValuesOf((double[])run.Covariances[component].Clone(), p) is not { } values
            || values[^1] < 20 * floor.Min();
    }

    private static int Parameters(ComponentShape shape, int k, int p) => k - 1 + k * p + shape switch
    {
        ComponentShape.Full => k * p * (p + 1) / 2,
        ComponentShape.Tied => p * (p + 1) / 2,
        ComponentShape.Diagonal => k * p,
        ComponentShape.Spherical or _ => k,
    };

    private static double[,] Table(double[] flat, int rows, int columns)
    {
        var table = new double[rows, columns];
        flat.CopyTo(table.Flat());
        return table;
    }
}
