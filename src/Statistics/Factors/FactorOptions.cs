namespace Stupeni.Statistics.Factors;

/// <summary>How loadings are found.</summary>
public enum Extraction
{
    /// <summary>Minimum residuals = unweighted least squares: ½ Σ of the squared trailing eigenvalues of R − Ψ (Harman, Jones 1966).</summary>
    MinimumResiduals,

    /// <summary>Maximum likelihood of normal data (Jöreskog 1967).</summary>
    MaximumLikelihood,

    /// <summary>Principal axis iterated until it stands still; its limit is the minimum-residual solution, and the last steps are taken by it.</summary>
    PrincipalAxis,
}

/// <summary>How loadings are turned to be read.</summary>
public enum Rotation
{
    None,

    /// <summary>Orthogonal (Kaiser 1958).</summary>
    Varimax,

    /// <summary>Oblique: varimax, then least squares towards its loadings raised to a power (Hendrickson, White 1964).</summary>
    Promax,

    /// <summary>Oblique: direct quartimin, oblimin with γ = 0 (Jennrich, Sampson 1966).</summary>
    Oblimin,
}

/// <summary>How persons are placed on the factors.</summary>
public enum ScoreMethod
{
    None,

    /// <summary>Thurstone's regression, W = R⁻¹ L Φ: smallest error, spread below 1.</summary>
    Regression,

    /// <summary>Bartlett's weighted least squares, W = Ψ⁻¹ L (L'Ψ⁻¹L)⁻¹: unbiased.</summary>
    Bartlett,
}

/// <summary>Which correlation of the columns is analysed.</summary>
public enum Association
{
    /// <summary>Pearson over complete rows.</summary>
    Pearson,

    /// <summary>Pearson over the rows that each pair has.</summary>
    Pairwise,

    /// <summary>Polychoric over the rows that each pair has, for ordered answers.</summary>
    Polychoric,
}

/// <summary>What is asked of a factor analysis. The defaults are those of R's psych package where it has one.</summary>
public sealed record FactorOptions
{
    /// <summary>Number of factors; null takes what parallel analysis suggests.</summary>
    public int? Factors { get; init; }

    public Extraction Extraction { get; init; } = Extraction.MinimumResiduals;

    public Rotation Rotation { get; init; } = Rotation.Oblimin;

    /// <summary>Rows scaled to unit length while rotating; null means yes for varimax and promax, no for oblimin.</summary>
    public bool? Kaiser { get; init; }

    /// <summary>The power of promax, above 1.</summary>
    public double PromaxPower { get; init; } = 4;

    /// <summary>Starting positions of the rotation: the unrotated loadings and random ones; the best end is kept.</summary>
    public int RotationStarts { get; init; } = 16;

    public ScoreMethod Scores { get; init; } = ScoreMethod.None;

    public Association Association { get; init; } = Association.Pearson;

    /// <summary>Random matrices of parallel analysis; 0 leaves it out when the number of factors is given.</summary>
    public int ParallelReplications { get; init; } = 100;

    public Seed Seed { get; init; } = new(1);

    /// <summary>Smallest uniqueness allowed, as in R; a variable held there is a Heywood case.</summary>
    public double LeastUniqueness { get; init; } = 0.005;

    /// <summary>Confidence of the interval of RMSEA.</summary>
    public double Confidence { get; init; } = 0.90;

    internal bool NormaliseRows => Kaiser ?? (Rotation is Rotation.Varimax or Rotation.Promax);
}
