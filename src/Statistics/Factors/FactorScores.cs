using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Factors;

/// <summary>
/// Weights that place a person on the factors from standardised answers, and how far such places may be trusted.
/// Regression: W = R⁻¹ S, S = L Φ; the error of a score is √(1 − ρ²) of a factor's standard deviation, ρ² = diag(S' R⁻¹ S) (the multiple
/// correlation of a factor with the answers). Bartlett: W = Ψ⁻¹ L (L'Ψ⁻¹L)⁻¹; the error is √diag((L'Ψ⁻¹L)⁻¹).
/// A singular R (regression) or L'Ψ⁻¹L (Bartlett) leaves the weights absent.
/// </summary>
public sealed record FactorScores
{
    public required ScoreMethod Method { get; init; }

    public required Absence Absence { get; init; }

    /// <summary>p × m; empty when absent.</summary>
    public required double[,] Weights { get; init; }

    /// <summary>Standard error of a score on each factor, in standard deviations of the factor.</summary>
    public required IReadOnlyList<double> StandardErrors { get; init; }

    /// <summary>Correlation of the score with its factor if the model holds (determinacy).</summary>
    public required IReadOnlyList<double> Determinacy { get; init; }

    public static FactorScores Of(double[,] correlations, Rotated rotated, double[] uniquenesses, ScoreMethod method)
    {
        int p = correlations.GetLength(0), m = rotated.Loadings.GetLength(1);
        var factor = Cholesky.Of(correlations.Flat(), p);
        var weights = method == ScoreMethod.Bartlett
            ? Bartlett(rotated.Loadings, uniquenesses)
            : factor is null ? null : Regression(factor, rotated.Structure);
        if (weights is null || m == 0)
        {
            return new FactorScores
            {
                Method = method,
                Absence = Absence.Singular,
                Weights = new double[0, 0],
                StandardErrors = [],
                Determinacy = [],
            };
        }

        var spread = weights.Transposed().Times(correlations).Times(weights);
        var shared = weights.Transposed().Times(rotated.Structure);
        var errors = method == ScoreMethod.Bartlett ? Information(rotated.Loadings, uniquenesses) : null;
        var determinacy = new double[m];
        var standardErrors = new double[m];
        for (var k = 0; k < m; k++)
        {
            determinacy[k] = Math.Min(1, shared[k, k] / Math.Sqrt(spread[k, k]));
            standardErrors[k] = Math.Sqrt(Math.Max(0, errors?[k, k] ?? 1 - spread[k, k]));
        }

        return new FactorScores
        {
            Method = method,
            Absence = Absence.None,
            Weights = weights,
            StandardErrors = standardErrors,
            Determinacy = determinacy,
        };
    }

    /// <summary>
    /// Scores of rows × columns answers, standardised with the means and standard deviations (n − 1) of the rows themselves;
    /// a row with a missing answer is NaN throughout.
    /// </summary>
    public double[,] Apply(double[,] data)
    {
        int n = data.GetLength(0), p = data.GetLength(1), m = Weights.GetLength(1);
        var scores = new double[n, m];
        if (Absence != Absence.None || p != Weights.GetLength(0))
        {
            scores.Flat().Fill(double.NaN);
            return scores;
        }

        var complete = Correlations.Covariances.Of(data, Correlations.Missing.Complete);
        var scaled = new double[p, m];
        var offset = new double[m];
        for (var j = 0; j < p; j++)
        {
            for (var k = 0; k < m; k++)
            {
                scaled[j, k] = Weights[j, k] / Math.Sqrt(complete.Values[j, j]);
                offset[k] -= scaled[j, k] * complete.Means[j];
            }
        }

        for (var i = 0; i < n; i++)
        {
            var row = scores.Row(i);
            offset.CopyTo(row);
            for (var j = 0; j < p; j++)
            {
                Lanes.Add(row, data[i, j], scaled.Row(j));
            }
        }

        return scores;
    }

    private static double[,] Regression(Cholesky factor, double[,] structure)
    {
        var weights = structure.Transposed();
        for (var k = 0; k < weights.GetLength(0); k++)
        {
            factor.Solve(weights.Row(k));
        }

        return weights.Transposed();
    }

    /// <summary>(L'Ψ⁻¹L)⁻¹; null when singular.</summary>
    private static double[,]? Information(double[,] loadings, double[] uniquenesses) =>
        Grid.Inverse(loadings.Transposed().Times(Divided(loadings, uniquenesses)));

    private static double[,]? Bartlett(double[,] loadings, double[] uniquenesses) =>
        Information(loadings, uniquenesses) is { } inverse ? Divided(loadings, uniquenesses).Times(inverse) : null;

    private static double[,] Divided(double[,] loadings, double[] uniquenesses)
    {
        var divided = (double[,])loadings.Clone();
        for (var i = 0; i < uniquenesses.Length; i++)
        {
            foreach (ref var x in divided.Row(i))
            {
                x /= uniquenesses[i];
            }
        }

        return divided;
    }
}
