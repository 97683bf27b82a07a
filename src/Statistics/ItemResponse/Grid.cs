namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// The quadrature of ability: 101 equally spaced nodes on [−6, 6] with normalised normal weights; the arrays are padded with nodes of
/// weight 0 to whole vectors.
/// </summary>
internal static class Grid
{
    public const int Nodes = 101;
    public const int Length = 104;

    public static readonly double[] Points = [.. Enumerable.Range(0, Length).Select(q => q < Nodes ? -6 + 0.12 * q : 0)];
    public static readonly double[] Squares = [.. Points.Select(p => p * p)];

    /// <summary>Weights of N(0, variance), summing to 1.</summary>
    public static double[] Weights(double variance)
    {
        var weights = new double[Length];
        var sum = 0.0;
        for (var q = 0; q < Nodes; q++)
        {
            sum += weights[q] = Math.Exp(-Squares[q] / (2 * variance));
        }

        for (var q = 0; q < Nodes; q++)
        {
            weights[q] /= sum;
        }

        return weights;
    }
}
