using Stupeni.Statistics.Algebra;
using Stupeni.Statistics.Inference;

namespace Stupeni.Statistics.Factors;

/// <summary>
/// Is a correlation matrix worth factoring?
/// <list type="bullet">
/// <item>Kaiser-Meyer-Olkin: Σr² / (Σr² + Σq²) over pairs, q = partial correlations from R⁻¹ (Kaiser, Rice 1974), overall and by variable;</item>
/// <item>Bartlett's test of sphericity (1951): χ² = −ln|R| (n − 1 − (2p + 5)/6), p(p − 1)/2 degrees of freedom;</item>
/// <item>squared multiple correlations 1 − 1/diag(R⁻¹).</item>
/// </list>
/// A singular matrix leaves all absent (singular).
/// </summary>
public sealed record Adequacy
{
    public required Estimate Kmo { get; init; }

    public required IReadOnlyList<Estimate> KmoByVariable { get; init; }

    public required SignificanceTest Bartlett { get; init; }

    public required IReadOnlyList<Estimate> SquaredMultipleCorrelations { get; init; }

    public required Estimate LogDeterminant { get; init; }

    public static Adequacy Of(double[,] correlations, int observations)
    {
        var p = correlations.GetLength(0);
        var factor = p == correlations.GetLength(1) ? Cholesky.Of(correlations.Flat(), p) : null;
        if (factor is null || p < 2)
        {
            var reason = p < 2 ? Absence.TooFewObservations
                : Grid.AllFinite(correlations.Flat()) ? Absence.Singular
                : Absence.NotFinite;
            Estimate[] nothing = [.. Enumerable.Repeat(Estimate.Absent(reason), p)];
            return new Adequacy
            {
                Kmo = Estimate.Absent(reason),
                KmoByVariable = nothing,
                Bartlett = SignificanceTest.Absent(reason),
                SquaredMultipleCorrelations = nothing,
                LogDeterminant = Estimate.Absent(reason),
            };
        }

        var inverse = factor.Inverse();
        var simple = new double[p];
        var partial = new double[p];
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                if (i != j)
                {
                    var r = correlations[i, j];
                    var q = inverse[i * p + j] / Math.Sqrt(inverse[i * p + i] * inverse[j * p + j]);
                    simple[i] += r * r;
                    partial[i] += q * q;
                }
            }
        }

        var weight = observations - 1 - (2 * p + 5) / 6.0;
        return new Adequacy
        {
            Kmo = Ratio(simple.Sum(), partial.Sum()),
            KmoByVariable = [.. simple.Select((s, i) => Ratio(s, partial[i]))],
            Bartlett = weight > 0
                ? SignificanceTest.ChiSquare(-factor.LogDeterminant * weight, p * (p - 1) / 2.0)
                : SignificanceTest.Absent(Absence.TooFewObservations),
            SquaredMultipleCorrelations = [.. Enumerable.Range(0, p).Select(i => Estimate.Of(1 - 1 / inverse[i * p + i]))],
            LogDeterminant = Estimate.Of(factor.LogDeterminant),
        };
    }

    private static Estimate Ratio(double simple, double partial) =>
        simple + partial > 0 ? Estimate.Of(simple / (simple + partial)) : Estimate.Absent(Absence.NoVariation);
}
