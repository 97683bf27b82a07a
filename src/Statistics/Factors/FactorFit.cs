using Stupeni.Statistics.Algebra;
using Stupeni.Statistics.Inference;
using ChiSquareLaw = Stupeni.Statistics.Distributions.ChiSquare;

namespace Stupeni.Statistics.Factors;

/// <summary>
/// How well m factors reproduce a correlation matrix R of n observations. F = ln|Σ| − ln|R| + tr(Σ⁻¹R) − p at the solution
/// (Σ = LL' + Ψ), F₀ = −ln|R| without factors; dof = ((p − m)² − (p + m))/2, dof₀ = p(p − 1)/2.
/// Several formulas are in use; each is named:
/// <list type="bullet">
/// <item>Bartlett's weights: χ²_B = F (n − 1 − (2p + 5)/6 − 2m/3), χ²_B0 = F₀ (n − 1 − (2p + 5)/6);</item>
/// <item>plain: χ²_N = (n − 1) F, χ²_N0 = (n − 1) F₀.</item>
/// </list>
/// The tests assume normal answers. A singular R or Σ leaves all but <see cref="Rmsr"/> absent; dof &lt; 1 leaves the test, RMSEA, TLI and
/// CFI absent (not identified); too few observations leave what needs n absent.
/// </summary>
public sealed record FactorFit
{
    /// <summary>F.</summary>
    public required Estimate Objective { get; init; }

    /// <summary>F₀.</summary>
    public required Estimate NullObjective { get; init; }

    public required int DegreesOfFreedom { get; init; }

    public required int NullDegreesOfFreedom { get; init; }

    /// <summary>χ²_B with p and ln p: are m factors enough?</summary>
    public required SignificanceTest ChiSquare { get; init; }

    /// <summary>χ²_N.</summary>
    public required SignificanceTest PlainChiSquare { get; init; }

    /// <summary>χ²_B0.</summary>
    public required SignificanceTest NullChiSquare { get; init; }

    /// <summary>χ²_N0.</summary>
    public required SignificanceTest PlainNullChiSquare { get; init; }

    /// <summary>√max(χ²_B/(dof n) − 1/(n − 1), 0), as the psych package reports it.</summary>
    public required Estimate Rmsea { get; init; }

    /// <summary>From χ²_B by the non-central χ²: √(λ/(dof (n − 1))) (Browne, Cudeck 1993).</summary>
    public required Interval RmseaInterval { get; init; }

    /// <summary>√max((χ²_N − dof)/(dof (n − 1)), 0), Steiger's formula.</summary>
    public required Estimate PlainRmsea { get; init; }

    public required Interval PlainRmseaInterval { get; init; }

    /// <summary>Tucker, Lewis (1973) with Bartlett's χ²: (χ²_B0/dof₀ − χ²_B/dof)/(χ²_B0/dof₀ − 1).</summary>
    public required Estimate Tli { get; init; }

    /// <summary>(F₀/dof₀ − F/dof)/(F₀/dof₀ − 1/(n − 1)), as the psych package reports it.</summary>
    public required Estimate ObjectiveTli { get; init; }

    /// <summary>Bentler (1990) with plain χ²: 1 − max(χ²_N − dof, 0)/max(χ²_N0 − dof₀, χ²_N − dof, 0).</summary>
    public required Estimate Cfi { get; init; }

    /// <summary>Root mean square of the residual correlations below the diagonal.</summary>
    public required Estimate Rmsr { get; init; }

    /// <summary>χ²_B − dof ln n; smaller is better.</summary>
    public required Estimate Bic { get; init; }

    /// <param name="correlations">R, p × p.</param>
    /// <param name="loadings">Unrotated, p × m; m = 0 is the model without factors.</param>
    /// <param name="uniquenesses">ψ; for <paramref name="unitDiagonal"/> the diagonal of Σ is set to 1 instead.</param>
    /// <param name="observations">n.</param>
    /// <param name="unitDiagonal">True for least squares, whose ψ at a bound would not give unit variances.</param>
    /// <param name="confidence">Of the intervals of RMSEA.</param>
    public static FactorFit Of(
        double[,] correlations, double[,] loadings, double[] uniquenesses, int observations, bool unitDiagonal, double confidence = 0.90)
    {
        int p = correlations.GetLength(0), m = loadings.GetLength(1);
        var model = new double[p, p];
        var residual = 0.0;
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var common = Lanes.Dot(loadings.Row(i), loadings.Row(j));
                model[i, j] = model[j, i] = i != j ? common : unitDiagonal ? 1 : common + uniquenesses[i];
                residual += i == j ? 0 : (correlations[i, j] - common) * (correlations[i, j] - common);
            }
        }

        int dof = ((p - m) * (p - m) - (p + m)) / 2, nullDof = p * (p - 1) / 2;
        var rmsr = nullDof > 0 ? Estimate.Of(Math.Sqrt(residual / nullDof)) : Estimate.Absent(Absence.NotIdentified);
        var nothing = new FactorFit
        {
            Objective = Estimate.Absent(Absence.Singular),
            NullObjective = Estimate.Absent(Absence.Singular),
            DegreesOfFreedom = dof,
            NullDegreesOfFreedom = nullDof,
            ChiSquare = SignificanceTest.Absent(Absence.Singular),
            PlainChiSquare = SignificanceTest.Absent(Absence.Singular),
            NullChiSquare = SignificanceTest.Absent(Absence.Singular),
            PlainNullChiSquare = SignificanceTest.Absent(Absence.Singular),
            Rmsea = Estimate.Absent(Absence.Singular),
            RmseaInterval = Interval.Absent(Absence.Singular),
            PlainRmsea = Estimate.Absent(Absence.Singular),
            PlainRmseaInterval = Interval.Absent(Absence.Singular),
            Tli = Estimate.Absent(Absence.Singular),
            ObjectiveTli = Estimate.Absent(Absence.Singular),
            Cfi = Estimate.Absent(Absence.Singular),
            Rmsr = rmsr,
            Bic = Estimate.Absent(Absence.Singular),
        };
        var observed = Cholesky.Of(correlations.Flat(), p);
        var implied = Cholesky.Of(model.Flat(), p);
        if (observed is null || implied is null)
        {
            return nothing;
        }

        var objective = Trace(implied, correlations, p) + implied.LogDeterminant - observed.LogDeterminant - p;
        return Indices(nothing, objective, -observed.LogDeterminant, p, m, observations, confidence);
    }

    private static FactorFit Indices(FactorFit basis, double f, double f0, int p, int m, int observations, double confidence)
    {
        double n = observations, dof = basis.DegreesOfFreedom, nullDof = basis.NullDegreesOfFreedom;
        var weight = n - 1 - (2 * p + 5) / 6.0 - 2 * m / 3.0;
        var nullWeight = n - 1 - (2 * p + 5) / 6.0;
        var reason = weight > 0 ? dof < 1 ? Absence.NotIdentified : Absence.None : Absence.TooFewObservations;
        var present = reason == Absence.None;
        double chi = f * weight, plain = f * (n - 1), chi0 = f0 * nullWeight, plain0 = f0 * (n - 1);
        var rmsea = present ? Math.Sqrt(Math.Max(chi / (dof * n) - 1 / (n - 1), 0)) : double.NaN;
        var plainRmsea = present ? Math.Sqrt(Math.Max((plain - dof) / (dof * (n - 1)), 0)) : double.NaN;
        var excess = Math.Max(plain - dof, 0);
        var reference = Math.Max(Math.Max(plain0 - nullDof, plain - dof), 0);
        return basis with
        {
            Objective = Estimate.Of(f),
            NullObjective = Estimate.Of(f0),
            ChiSquare = present ? SignificanceTest.ChiSquare(Math.Max(chi, 0), dof) : SignificanceTest.Absent(reason),
            PlainChiSquare = present ? SignificanceTest.ChiSquare(Math.Max(plain, 0), dof) : SignificanceTest.Absent(reason),
            NullChiSquare = nullWeight > 0 ? SignificanceTest.ChiSquare(chi0, nullDof) : SignificanceTest.Absent(reason),
            PlainNullChiSquare = nullWeight > 0 ? SignificanceTest.ChiSquare(plain0, nullDof) : SignificanceTest.Absent(reason),
            Rmsea = Known(rmsea, reason),
            RmseaInterval = present ? RmseaBounds(chi, dof, n, confidence) : Interval.Absent(reason),
            PlainRmsea = Known(plainRmsea, reason),
            PlainRmseaInterval = present ? RmseaBounds(plain, dof, n, confidence) : Interval.Absent(reason),
            Tli = Known((chi0 / nullDof - chi / dof) / (chi0 / nullDof - 1), reason),
            ObjectiveTli = Known((f0 / nullDof - f / dof) / (f0 / nullDof - 1 / (n - 1)), reason),
            Cfi = Known(reference > 0 ? 1 - excess / reference : 1, reason),
            Bic = Known(chi - dof * Math.Log(n), reason),
        };
    }

    private static Estimate Known(double value, Absence reason) =>
        reason == Absence.None ? Estimate.Of(value) : Estimate.Absent(reason);

    private static Interval RmseaBounds(double chiSquare, double dof, double n, double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
        {
            return Interval.Absent(Absence.OutOfDomain);
        }

        var tail = (1 - confidence) / 2;
        var lower = ChiSquareLaw.NoncentralityAt(chiSquare, dof, 1 - tail);
        var upper = ChiSquareLaw.NoncentralityAt(chiSquare, dof, tail);
        return Interval.Of(Math.Sqrt(lower / (dof * (n - 1))), Math.Sqrt(upper / (dof * (n - 1))), confidence);
    }

    private static double Trace(Cholesky model, double[,] correlations, int p)
    {
        var trace = 0.0;
        var column = new double[p];
        for (var i = 0; i < p; i++)
        {
            correlations.Row(i).CopyTo(column);
            model.Solve(column);
            trace += column[i];
        }

        return trace;
    }
}
