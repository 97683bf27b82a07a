using Stupeni.Statistics.Algebra;
using Stupeni.Statistics.Descriptive;

namespace Stupeni.Statistics.Factors;

/// <summary>
/// How large eigenvalues chance alone makes: those of correlation matrices of n independent observations of p independent
/// standard normals (Horn 1965), largest first. A factor is kept while its observed eigenvalue lies above the 95th percentile of
/// chance (Glorfeld 1995).
/// The random matrices are drawn as Wishart matrices by Bartlett's decomposition (1933): the same distribution as drawing n rows,
/// at a cost that does not depend on n. One seed per replication: the result does not depend on the number of threads.
/// Fewer than three observations or no columns or replications: absent.
/// </summary>
public sealed record ParallelAnalysis
{
    public required int Observations { get; init; }

    public required int Replications { get; init; }

    public required Absence Absence { get; init; }

    public required IReadOnlyList<double> Mean { get; init; }

    public required IReadOnlyList<double> StandardDeviation { get; init; }

    public required IReadOnlyList<double> Median { get; init; }

    public required IReadOnlyList<double> P95 { get; init; }

    public required IReadOnlyList<double> P99 { get; init; }

    public static ParallelAnalysis Run(
        int observations, int columns, int replications, Seed seed, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        if (observations < 3 || columns < 1 || replications < 1)
        {
            return new ParallelAnalysis
            {
                Observations = observations,
                Replications = 0,
                Absence = Absence.TooFewObservations,
                Mean = [],
                StandardDeviation = [],
                Median = [],
                P95 = [],
                P99 = [],
            };
        }

        var roots = new double[columns][];
        for (var k = 0; k < columns; k++)
        {
            roots[k] = new double[replications];
        }

        var done = 0;
        Parallel.For(0, replications, new ParallelOptions { CancellationToken = cancellation }, replication =>
        {
            var values = SymmetricEigen.ValuesOf(RandomCorrelations(observations, columns, seed.Split(replication).Dice()), columns)!;
            for (var k = 0; k < columns; k++)
            {
                roots[k][replication] = values[k];
            }

            progress?.Report((double)Interlocked.Increment(ref done) / replications);
        });

        var moments = Array.ConvertAll(roots, r => Moments.Of(r));
        foreach (var root in roots)
        {
            Array.Sort(root);
        }

        return new ParallelAnalysis
        {
            Observations = observations,
            Replications = replications,
            Absence = Absence.None,
            Mean = Array.ConvertAll(moments, m => m.Mean),
            StandardDeviation = Array.ConvertAll(moments, m => m.StandardDeviation),
            Median = Array.ConvertAll(roots, r => Sample.QuantileOfSorted(r, 0.5)),
            P95 = Array.ConvertAll(roots, r => Sample.QuantileOfSorted(r, 0.95)),
            P99 = Array.ConvertAll(roots, r => Sample.QuantileOfSorted(r, 0.99)),
        };
    }

    /// <summary>How many leading eigenvalues (descending) lie above the 95th percentile of chance.</summary>
    public int Suggest(IReadOnlyList<double> eigenvalues) => Count(eigenvalues, P95);

    /// <summary>The same against the mean, Horn's original rule: keeps more.</summary>
    public int SuggestByMean(IReadOnlyList<double> eigenvalues) => Count(eigenvalues, Mean);

    private static int Count(IReadOnlyList<double> observed, IReadOnlyList<double> chance)
    {
        var k = 0;
        while (k < observed.Count && k < chance.Count && observed[k] > chance[k])
        {
            k++;
        }

        return k;
    }

    private static double[] RandomCorrelations(int n, int p, Dice dice)
    {
        var width = Math.Min(n - 1, p);
        var t = new double[p * width];
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < Math.Min(i, width); j++)
            {
                t[i * width + j] = dice.NextNormal();
            }

            if (i < width)
            {
                t[i * width + i] = Math.Sqrt(2 * dice.NextGamma((n - 1 - i) / 2.0));
            }
        }

        var r = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            var row = t.AsSpan(i * width, Math.Min(i + 1, width));
            var norm = 1 / Math.Sqrt(Lanes.Dot(row, row));
            for (var k = 0; k < row.Length; k++)
            {
                row[k] *= norm;
            }

            r[i * p + i] = 1;
            for (var j = 0; j < i; j++)
            {
                var shared = Math.Min(j + 1, row.Length);
                r[i * p + j] = r[j * p + i] = Lanes.Dot(row[..shared], t.AsSpan(j * width, shared));
            }
        }

        return r;
    }
}
