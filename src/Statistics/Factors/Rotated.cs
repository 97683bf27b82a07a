namespace Stupeni.Statistics.Factors;

/// <summary>
/// Loadings turned to be read: pattern L (p × m, columns by descending diag(Φ L'L), every column's sum positive), factor correlations
/// Φ (m × m, the identity when orthogonal), structure L Φ, and the transformation T with L = A (T')⁻¹, Φ = T'T (orthogonal: L = A T).
/// <see cref="Optima"/> lists the distinct ends that the starting positions reached, best first; more than one means that the picture is
/// not the only one the criterion allows.
/// </summary>
public sealed record Rotated
{
    public required double[,] Loadings { get; init; }

    public required double[,] FactorCorrelations { get; init; }

    public required double[,] Structure { get; init; }

    /// <summary>
    /// Varimax: Σ_j [Σ_i a⁴ − (Σ_i a²)²/p], larger is better; oblimin: Σ (L² (L²(11' − I)))/4, smaller is better; both of the row-normalised
    /// loadings when Kaiser's scaling is on. NaN for none and promax.
    /// </summary>
    public required double Criterion { get; init; }

    public required IReadOnlyList<LocalOptimum> Optima { get; init; }

    public required Stopping Stopping { get; init; }

    internal static Rotated Of(double[,] loadings, double[,] phi, double criterion, IReadOnlyList<LocalOptimum> optima, Stopping stopping)
    {
        Alignment.Apply(loadings, phi);
        return new Rotated
        {
            Loadings = loadings,
            FactorCorrelations = phi,
            Structure = Algebra.Grid.Times(loadings, phi),
            Criterion = criterion,
            Optima = optima,
            Stopping = stopping,
        };
    }
}

/// <summary>An end that a rotation reached: the value of its criterion and from how many starting positions.</summary>
public readonly record struct LocalOptimum(double Criterion, int Starts);
