namespace Stupeni.Statistics.Composites;

/// <summary>What the components of a mixture may look like; p dimensions.</summary>
public enum ComponentShape
{
    /// <summary>Any covariance, one per component: p (p + 1) / 2 numbers each.</summary>
    Full,

    /// <summary>One covariance for all.</summary>
    Tied,

    /// <summary>Own variances, no covariances: p numbers each.</summary>
    Diagonal,

    /// <summary>One variance each.</summary>
    Spherical,
}

/// <summary>
/// A Gaussian mixture fitted by maximum likelihood. Components are in the order of the first coordinate of their means; units are
/// those of the points used (standard deviations when standardised). <see cref="Labels"/> (most probable component) and
/// <see cref="Memberships"/> (rows used × k, the doubt of the label) belong to <see cref="Rows"/>. <see cref="Bic"/> = −2 log L + df log n:
/// smaller is better (the sign of sklearn; that of mclust is opposite). <see cref="Spikes"/> names components that stand on too few rows
/// or lie flat at the floor of the variance: their likelihood is high for no good reason, and so are fits that contain them.
/// </summary>
public sealed record Mixture
{
    public Refusal Refusal { get; init; } = Refusal.None;

    public ComponentShape Shape { get; init; }

    public IReadOnlyList<double> Weights { get; init; } = [];

    public double[,] Means { get; init; } = new double[0, 0];

    /// <summary>One p × p matrix per component.</summary>
    public IReadOnlyList<double[,]> Covariances { get; init; } = [];

    public IReadOnlyList<int> Labels { get; init; } = [];

    public double[,] Memberships { get; init; } = new double[0, 0];

    public IReadOnlyList<int> Rows { get; init; } = [];

    public Estimate LogLikelihood { get; init; }

    public int Parameters { get; init; }

    public Estimate Aic { get; init; }

    public Estimate Bic { get; init; }

    public Silhouettes Silhouettes { get; init; } = Silhouettes.None;

    public IReadOnlyList<int> Spikes { get; init; } = [];

    public int Starts { get; init; }

    /// <summary>Of the starts followed to the end, those that reached the best likelihood within 0.001.</summary>
    public int StartsAtBest { get; init; }

    public Stopping Stopping { get; init; } = Stopping.Refused;

    internal static Mixture Refused(ComponentShape shape, Refusal refusal)
    {
        var absent = Estimate.Absent(refusal.Why);
        return new Mixture { Shape = shape, Refusal = refusal, LogLikelihood = absent, Aic = absent, Bic = absent };
    }
}
