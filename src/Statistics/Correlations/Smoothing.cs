using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Correlations;

/// <summary>
/// A correlation matrix that is not positive definite (pairwise or polychoric entries need not agree with each other) is moved to one
/// that is: eigenvalues below 1e-12 become 1e-10, all are scaled to sum to p, and the product is scaled back to ones on the diagonal
/// (Wothke 1993; <c>cor.smooth</c> of the psych package). What it cost is reported.
/// </summary>
/// <param name="SmallestBefore">Smallest eigenvalue as computed.</param>
/// <param name="Replaced">How many eigenvalues were below the limit.</param>
/// <param name="LargestChange">Largest absolute change of a correlation.</param>
public sealed record Smoothing(double SmallestBefore, int Replaced, double LargestChange)
{
    private const double Limit = 1e-12;

    internal static (double[,] Values, Smoothing? Report) Apply(double[,] correlations)
    {
        var p = correlations.GetLength(0);
        var eigen = SymmetricEigen.Of(correlations.Flat(), p);
        if (eigen is null || eigen.Values[^1] >= Limit)
        {
            return (correlations, null);
        }

        var values = Array.ConvertAll(eigen.Values, v => v < Limit ? 100 * Limit : v);
        var scale = p / values.Sum();
        var product = new double[p, p];
        for (var k = 0; k < p; k++)
        {
            var vector = eigen.Vector(k);
            for (var i = 0; i < p; i++)
            {
                Lanes.Add(product.Row(i), values[k] * scale * vector[i], vector);
            }
        }

        var smoothed = new double[p, p];
        var change = 0.0;
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                smoothed[i, j] = i == j ? 1 : product[i, j] / Math.Sqrt(product[i, i] * product[j, j]);
                change = Math.Max(change, Math.Abs(smoothed[i, j] - correlations[i, j]));
            }
        }

        return (smoothed, new Smoothing(eigen.Values[^1], eigen.Values.Count(v => v < Limit), change));
    }
}
