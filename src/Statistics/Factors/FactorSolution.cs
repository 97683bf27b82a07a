using Stupeni.Statistics.Correlations;

namespace Stupeni.Statistics.Factors;

/// <summary>What a reader of a factor analysis has to be told.</summary>
public enum FactorWarning
{
    /// <summary>A uniqueness is held at its least value; loadings of these columns depend on that bound.</summary>
    Heywood,

    /// <summary>The correlation matrix was not positive definite and was smoothed.</summary>
    Smoothed,

    /// <summary>Extraction did not reach its goal.</summary>
    ExtractionNotConverged,

    /// <summary>Rotation did not reach its goal.</summary>
    RotationNotConverged,

    /// <summary>The starting positions of the rotation ended at different optima; the best is shown.</summary>
    LocalOptima,

    /// <summary>More parameters than correlations: the loadings are one of many solutions and there is no test.</summary>
    NotIdentified,

    /// <summary>The matrix is singular: no KMO, no test, no regression scores.</summary>
    Singular,

    /// <summary>Rows were left out because of missing answers.</summary>
    RowsDropped,

    /// <summary>Fewer observations than five per column.</summary>
    FewObservations,

    /// <summary>Parallel analysis found no factor above chance.</summary>
    NoFactors,

    /// <summary>These columns have no variation; nothing was computed.</summary>
    ConstantColumns,
}

/// <summary>A warning and the columns it concerns (empty when it concerns the whole).</summary>
public readonly record struct FactorNotice(FactorWarning Warning, IReadOnlyList<int> Columns);

/// <summary>
/// A factor analysis with everything that a reader needs to judge it. When <see cref="Absence"/> is not None there are no loadings and the
/// parts that could still be computed are there (correlations, eigenvalues, adequacy, parallel analysis).
/// </summary>
public sealed record FactorSolution
{
    public required CorrelationMatrix Correlations { get; init; }

    /// <summary>Observations that tests count with.</summary>
    public required int Observations { get; init; }

    /// <summary>Of the correlation matrix, descending; sum p.</summary>
    public required IReadOnlyList<double> Eigenvalues { get; init; }

    public required Adequacy Adequacy { get; init; }

    /// <summary>Null when not asked for.</summary>
    public required ParallelAnalysis? Parallel { get; init; }

    /// <summary>What parallel analysis suggests; null when not asked for or absent.</summary>
    public required int? Suggested { get; init; }

    /// <summary>Number of factors extracted.</summary>
    public required int Factors { get; init; }

    public required Absence Absence { get; init; }

    public required Extracted Extraction { get; init; }

    public required Rotated Rotation { get; init; }

    /// <summary>Share of the total variance of each rotated factor: diag(Φ L'L) / p.</summary>
    public required IReadOnlyList<double> Explained { get; init; }

    /// <summary>1 − ψ.</summary>
    public required IReadOnlyList<double> Communalities { get; init; }

    public required FactorFit? Fit { get; init; }

    public required FactorScores? ScoreWeights { get; init; }

    /// <summary>Rows × m; null when not asked for or without data.</summary>
    public required double[,]? Scores { get; init; }

    public required IReadOnlyList<FactorNotice> Notices { get; init; }

    /// <summary>Extraction and rotation both reached their goals.</summary>
    public bool Converged => Extraction.Stopping.Converged && Rotation.Stopping.Converged;
}
