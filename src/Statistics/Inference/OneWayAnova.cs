using Stupeni.Statistics.Descriptive;

namespace Stupeni.Statistics.Inference;

/// <summary>
/// Do the means of k independent groups differ? Fisher's one-way analysis of variance: F = (SSB/(k − 1)) / (SSW/(n − k)), equal
/// variances assumed. Effect sizes: η² = SSB/SST and the less biased ω² = (SSB − (k − 1) MSW)/(SST + MSW) (Hays 1963).
/// Empty groups are left out. Fewer than two groups or n ≤ k: too few observations; no spread inside groups: no variation.
/// Sums of squares are in squared units of the data.
/// </summary>
public sealed record OneWayAnova
{
    public required SignificanceTest Test { get; init; }

    public required double BetweenSquares { get; init; }

    public required double WithinSquares { get; init; }

    public required Estimate EtaSquared { get; init; }

    public required Estimate OmegaSquared { get; init; }

    /// <summary>Groups that had at least one observation.</summary>
    public required int Groups { get; init; }

    public required int Count { get; init; }

    public static OneWayAnova Of(IReadOnlyList<double[]> groups)
    {
        double n = 0, sum = 0, within = 0;
        var used = new List<Moments>();
        var infinite = false;
        foreach (var group in groups)
        {
            var moments = Moments.Of(group);
            infinite |= moments.Infinite;
            if (moments.Count > 0)
            {
                used.Add(moments);
                n += moments.Count;
                sum += moments.Count * moments.Mean;
                within += moments.Count > 1 ? moments.Variance * (moments.Count - 1) : 0;
            }
        }

        var mean = sum / n;
        var between = used.Sum(m => m.Count * (m.Mean - mean) * (m.Mean - mean));
        var k = used.Count;
        var refusal = infinite ? Absence.NotFinite
            : k < 2 || n <= k ? Absence.TooFewObservations
            : !(within > 0) ? Absence.NoVariation
            : Absence.None;
        var error = within / (n - k);
        return new OneWayAnova
        {
            Test = refusal == Absence.None
                ? SignificanceTest.F(between / (k - 1) / error, k - 1, n - k)
                : SignificanceTest.Absent(refusal),
            BetweenSquares = between,
            WithinSquares = within,
            EtaSquared = refusal == Absence.None ? Estimate.Of(between / (between + within)) : Estimate.Absent(refusal),
            OmegaSquared = refusal == Absence.None
                ? Estimate.Of((between - (k - 1) * error) / (between + within + error))
                : Estimate.Absent(refusal),
            Groups = k,
            Count = (int)n,
        };
    }
}
