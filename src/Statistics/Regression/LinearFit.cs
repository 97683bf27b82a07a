using Stupeni.Statistics.Inference;

namespace Stupeni.Statistics.Regression;

/// <summary>Which standard errors go with the coefficients; e residual, h leverage, n rows, p coefficients, G clusters.</summary>
public enum Errors
{
    /// <summary>σ² (X'X)⁻¹: residuals alike and independent. t with n − p degrees of freedom.</summary>
    Classical,

    /// <summary>Sandwich with e² (White 1980); n − p degrees of freedom, as for all HC.</summary>
    Hc0,

    /// <summary>HC0 times n / (n − p).</summary>
    Hc1,

    /// <summary>Sandwich with e² / (1 − h).</summary>
    Hc2,

    /// <summary>Sandwich with e² / (1 − h)² (MacKinnon, White 1985).</summary>
    Hc3,

    /// <summary>Sandwich with e² / (1 − h)^min(4, h n / p) (Cribari-Neto 2004).</summary>
    Hc4,

    /// <summary>Sums over clusters (Liang, Zeger 1986) without a small-sample factor; G − 1 degrees of freedom.</summary>
    Cr0,

    /// <summary>CR0 times G / (G − 1) · (n − 1) / (n − p), the factor of Stata; G − 1 degrees of freedom.</summary>
    Cr1,
}

/// <summary>A coefficient, whether it may be 0, and where it may lie. Units: outcome per unit of the predictor.</summary>
public readonly record struct Coefficient(Estimate Estimate, SignificanceTest Test, Interval Interval);

/// <summary>
/// A fitted linear regression. <see cref="Coefficients"/>: the intercept first, then the predictors in order. <see cref="Rows"/> are the
/// rows used (complete ones), <see cref="Residuals"/> and <see cref="Leverages"/> belong to them. When <see cref="Refusal"/> is set there
/// are no figures; its column counts predictors from 0 (−1: not one column's fault).
/// </summary>
public sealed record LinearFit
{
    public Refusal Refusal { get; init; } = Refusal.None;

    public IReadOnlyList<Coefficient> Coefficients { get; init; } = [];

    /// <summary>Covariance matrix of the coefficients under the chosen errors.</summary>
    public double[,] Covariance { get; init; } = new double[0, 0];

    /// <summary>Residual standard deviation √(RSS / (n − p)).</summary>
    public Estimate Sigma { get; init; }

    public Estimate RSquared { get; init; }

    public Estimate AdjustedRSquared { get; init; }

    /// <summary>All predictors at once, classical.</summary>
    public SignificanceTest FTest { get; init; }

    /// <summary>Of normal residuals with the variance at its maximum RSS / n.</summary>
    public Estimate LogLikelihood { get; init; }

    /// <summary>2 (p + 1) − 2 log L; smaller is better.</summary>
    public Estimate Aic { get; init; }

    /// <summary>(p + 1) log n − 2 log L; smaller is better.</summary>
    public Estimate Bic { get; init; }

    public int DegreesOfFreedom { get; init; }

    /// <summary>Clusters with rows; 0 without clustering.</summary>
    public int Clusters { get; init; }

    public IReadOnlyList<int> Rows { get; init; } = [];

    public IReadOnlyList<double> Residuals { get; init; } = [];

    public IReadOnlyList<double> Leverages { get; init; } = [];

    internal static LinearFit Refused(Refusal refusal)
    {
        var absent = Estimate.Absent(refusal.Why);
        return new LinearFit
        {
            Refusal = refusal,
            Sigma = absent,
            RSquared = absent,
            AdjustedRSquared = absent,
            FTest = SignificanceTest.Absent(refusal.Why),
            LogLikelihood = absent,
            Aic = absent,
            Bic = absent,
        };
    }
}
