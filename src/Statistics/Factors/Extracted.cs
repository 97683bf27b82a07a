using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Factors;

/// <summary>
/// Unrotated loadings (p × m, columns by descending sum of squares, every column's sum positive), uniquenesses, the value of the
/// criterion that was minimised and how the search ended. <see cref="Heywood"/> lists variables whose uniqueness is held at its least
/// allowed value: their loadings depend on that bound and are not to be read as findings.
/// </summary>
public sealed record Extracted
{
    public required double[,] Loadings { get; init; }

    public required double[] Uniquenesses { get; init; }

    /// <summary>½ Σ of squared trailing eigenvalues of R − Ψ (minimum residuals, principal axis) or the likelihood discrepancy.</summary>
    public required double Criterion { get; init; }

    public required IReadOnlyList<int> Heywood { get; init; }

    public required Stopping Stopping { get; init; }

    public required Absence Absence { get; init; }

    /// <summary>
    /// Factors of a correlation matrix (ones on the diagonal), 0.005 ≤ ψ ≤ 1 by default. Fewer than one or p and more factors: out of domain;
    /// NaN: not finite; maximum likelihood of a singular matrix: singular.
    /// </summary>
    public static Extracted Of(
        double[,] correlations, int factors, Extraction method, double leastUniqueness = 0.005, CancellationToken cancellation = default)
    {
        var p = correlations.GetLength(0);
        var smc = Cholesky.Of(correlations.Flat(), p)?.Inverse();
        var refusal = factors < 1 || factors >= p || p != correlations.GetLength(1) || !(leastUniqueness > 0 && leastUniqueness < 1) ? Absence.OutOfDomain
            : !Grid.AllFinite(correlations.Flat()) ? Absence.NotFinite
            : smc is null && method == Extraction.MaximumLikelihood ? Absence.Singular
            : Absence.None;
        if (refusal != Absence.None)
        {
            return Refused(refusal);
        }

        var unique = new double[p];
        for (var i = 0; i < p; i++)
        {
            unique[i] = smc is null ? 0.5 : Math.Clamp((1 - 0.5 * factors / p) / smc[i * p + i], leastUniqueness, 1);
        }

        var f = new Discrepancy(correlations, factors, method == Extraction.MaximumLikelihood);
        var before = 0;
        if (method == Extraction.PrincipalAxis)
        {
            before = PrincipalAxis(correlations, factors, unique, leastUniqueness, cancellation);
        }

        var best = From(f, unique, leastUniqueness, cancellation);
        if (!best.Stopping.Converged || AtBound(f, best.X, leastUniqueness).Count > 0)
        {
            foreach (var level in (double[])[0.3, 0.6, 0.9])
            {
                var other = From(f, [.. Enumerable.Repeat(level, p)], leastUniqueness, cancellation);
                if (other.Value < best.Value - 1e-9 || (other.Stopping.Converged && !best.Stopping.Converged && other.Value < best.Value + 1e-9))
                {
                    best = other;
                }
            }
        }

        var loadings = f.Loadings(best.X);
        Alignment.Apply(loadings, null);
        return new Extracted
        {
            Loadings = loadings,
            Uniquenesses = Array.ConvertAll(best.X, f.Uniqueness),
            Criterion = best.Value,
            Heywood = AtBound(f, best.X, leastUniqueness),
            Stopping = best.Stopping with { Iterations = best.Stopping.Iterations + before },
            Absence = double.IsFinite(best.Value) ? Absence.None : Absence.NotConverged,
        };
    }

    internal static Extracted Refused(Absence reason) => new()
    {
        Loadings = new double[0, 0],
        Uniquenesses = [],
        Criterion = double.NaN,
        Heywood = [],
        Stopping = Stopping.Refused,
        Absence = reason,
    };

    private static (double[] X, double Value, Stopping Stopping) From(
        Discrepancy f, double[] unique, double least, CancellationToken cancellation) =>
        BoundedNewton.Minimise(f, Array.ConvertAll(unique, f.Coordinate), f.Coordinate(least), f.Coordinate(1), cancellation);

    private static List<int> AtBound(Discrepancy f, double[] x, double least) =>
        [.. Enumerable.Range(0, x.Length).Where(i => f.Uniqueness(x[i]) <= least * (1 + 1e-9))];

    /// <summary>Communalities become those of the leading factors until they stand still to 1e-6, at most 100 times.</summary>
    private static int PrincipalAxis(double[,] correlations, int factors, double[] unique, double least, CancellationToken cancellation)
    {
        var f = new Discrepancy(correlations, factors, false);
        for (var iteration = 1; iteration <= 100; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            var loadings = f.Loadings(unique);
            var change = 0.0;
            for (var i = 0; i < unique.Length; i++)
            {
                var row = loadings.Row(i);
                var next = Math.Clamp(1 - Lanes.Dot(row, row), least, 1);
                change = Math.Max(change, Math.Abs(next - unique[i]));
                unique[i] = next;
            }

            if (change < 1e-6)
            {
                return iteration;
            }
        }

        return 100;
    }
}
