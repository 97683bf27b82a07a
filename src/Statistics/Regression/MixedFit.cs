using Stupeni.Statistics.Distributions;

namespace Stupeni.Statistics.Regression;

/// <summary>
/// What one group adds to the common line, shrunken to the mean of all groups: best linear unbiased prediction with the standard deviation
/// of the effect given the data (variances and coefficients taken as known). Units: outcome; slope: outcome per unit.
/// <see cref="Slope"/> is absent (not computed) in a model without one.
/// </summary>
public readonly record struct GroupEffect(int Group, int Rows, Estimate Intercept, Estimate Slope)
{
    /// <summary>Probability that the true intercept effect of the group lies below a cut, Φ((cut − effect) / sd).</summary>
    public Estimate ProbabilityBelow(double cut) => Below(Intercept, cut);

    /// <summary>Probability that the true slope effect of the group lies below a cut.</summary>
    public Estimate ProbabilitySlopeBelow(double cut) => Below(Slope, cut);

    private static Estimate Below(Estimate effect, double cut) =>
        !effect.IsPresent ? Estimate.Absent(effect.Absence)
        : double.IsNaN(cut) ? Estimate.Absent(Absence.NotFinite)
        : effect.StandardError > 0 ? Estimate.Of(Normal.Lower((cut - effect.Value) / effect.StandardError))
        : Estimate.Absent(Absence.NoVariation);
}

/// <summary>
/// A fitted linear mixed model y = Xβ + u₀ + u₁ z + e. <see cref="Fixed"/>: intercept first, then predictors. Variances are in squared
/// units of the outcome with standard errors from the observed information; they are NaN where a variance sits at 0
/// (<see cref="IsSingular"/>: the data show no spread of intercepts or slopes, or intercepts and slopes move in lockstep).
/// <see cref="Criterion"/> is −2 log of the (restricted) likelihood at the optimum. When <see cref="Refusal"/> is set there are no figures;
/// its column counts predictors from 0.
/// </summary>
public sealed record MixedFit
{
    public Refusal Refusal { get; init; } = Refusal.None;

    public bool IsRestricted { get; init; } = true;

    public IReadOnlyList<Estimate> Fixed { get; init; } = [];

    public double[,] FixedCovariance { get; init; } = new double[0, 0];

    public Estimate InterceptVariance { get; init; }

    /// <summary>Absent (not computed) in a model without a slope, as <see cref="Covariance"/>.</summary>
    public Estimate SlopeVariance { get; init; }

    public Estimate Covariance { get; init; }

    public Estimate ResidualVariance { get; init; }

    /// <summary>Share of the variance that lies between groups: intercept / (intercept + residual), in models without a slope.</summary>
    public Estimate IntraclassCorrelation { get; init; }

    public Estimate Criterion { get; init; }

    /// <summary>Groups with rows, by code.</summary>
    public IReadOnlyList<GroupEffect> Groups { get; init; } = [];

    /// <summary>Rows used (complete ones).</summary>
    public int Rows { get; init; }

    public bool IsSingular { get; init; }

    public Stopping Stopping { get; init; } = Stopping.Refused;

    internal static MixedFit Refused(Refusal refusal)
    {
        var absent = Estimate.Absent(refusal.Why);
        return new MixedFit
        {
            Refusal = refusal,
            InterceptVariance = absent,
            SlopeVariance = absent,
            Covariance = absent,
            ResidualVariance = absent,
            IntraclassCorrelation = absent,
            Criterion = absent,
        };
    }
}
