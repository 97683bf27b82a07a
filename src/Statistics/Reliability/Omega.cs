using Stupeni.Statistics.Algebra;
using Stupeni.Statistics.Factors;

namespace Stupeni.Statistics.Reliability;

/// <summary>
/// McDonald's omega from minimum-residual factors of a correlation matrix R. One factor: total = (Σλ)²/((Σλ)² + Σψ), hierarchical equals total.
/// Several: oblimin (γ = 0), one factor of the factor correlations, Schmid and Leiman (1957): g = L γ;
/// total = (1'R1 − Σψ)/1'R1, hierarchical = (Σg)²/1'R1 (Zinbarg et al. 2005), columns turned so that g ≥ 0. Two factors share √φ equally.
/// Absent when extraction is (reason), or when a Heywood case or a correlation of factors below zero leaves no general factor (not identified).
/// </summary>
public sealed record Omega(Estimate Total, Estimate Hierarchical, IReadOnlyList<double> General, Stopping Stopping)
{
    public static Omega Of(double[,] correlations, int factors, Seed seed = default, CancellationToken cancellation = default)
    {
        var first = Extracted.Of(correlations, factors, Extraction.MinimumResiduals, cancellation: cancellation);
        if (first.Absence != Absence.None)
        {
            return Absent(first.Absence, first.Stopping);
        }

        var unique = first.Uniquenesses.Sum();
        if (factors == 1)
        {
            var lambda = first.Loadings.Column(0);
            var common = Square(lambda.Sum(Math.Abs));
            var total = Estimate.Of(common / (common + unique));
            return new(total, total, lambda, first.Stopping);
        }

        var oblique = Rotations.Oblimin(first.Loadings, false, 16, seed, cancellation);
        var second = Second(oblique.FactorCorrelations, cancellation);
        if (second is null)
        {
            return Absent(Absence.NotIdentified, oblique.Stopping);
        }

        var p = correlations.GetLength(0);
        var general = new double[p];
        for (var i = 0; i < p; i++)
        {
            general[i] = Lanes.Dot(oblique.Loadings.Row(i), second);
        }

        double all = 0;
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                all += correlations[i, j] * Math.CopySign(1, general[i]) * Math.CopySign(1, general[j]);
            }
        }

        return new(
            Estimate.Of((all - unique) / all), Estimate.Of(Square(general.Sum(Math.Abs)) / all), general, oblique.Stopping);
    }

    private static double[]? Second(double[,] phi, CancellationToken cancellation)
    {
        if (phi.GetLength(0) == 2)
        {
            return phi[0, 1] > 0 ? [Math.Sqrt(phi[0, 1]), Math.Sqrt(phi[0, 1])] : null;
        }

        var second = Extracted.Of(phi, 1, Extraction.MinimumResiduals, cancellation: cancellation);
        return second.Absence == Absence.None ? second.Loadings.Column(0) : null;
    }

    private static Omega Absent(Absence reason, Stopping stopping) =>
        new(Estimate.Absent(reason), Estimate.Absent(reason), [], stopping);

    private static double Square(double x) => x * x;
}
