using Stupeni.Statistics.Distributions;

namespace Stupeni.Statistics.Correlations;

/// <summary>
/// Probabilities of the cells that two sets of thresholds cut out of a bivariate normal distribution, and their derivatives by its
/// correlation. The nodes of the integration depend on the correlation only and serve all corners.
/// </summary>
internal sealed class Cells
{
    private const double Floor = 1e-300;

    private readonly double[] h;
    private readonly double[] k;
    private readonly double[] lowerH;
    private readonly double[] lowerK;
    private readonly double[] distribution;
    private readonly double[] density;

    public Cells(double[] h, double[] k)
    {
        this.h = h;
        this.k = k;
        lowerH = Array.ConvertAll(h, Normal.Lower);
        lowerK = Array.ConvertAll(k, Normal.Lower);
        distribution = new double[(h.Length + 2) * (k.Length + 2)];
        density = new double[distribution.Length];
        var width = k.Length + 2;
        for (var i = 0; i <= h.Length; i++)
        {
            distribution[(i + 1) * width + k.Length + 1] = i < h.Length ? lowerH[i] : 1;
        }

        for (var j = 0; j < k.Length; j++)
        {
            distribution[(h.Length + 1) * width + j + 1] = lowerK[j];
        }
    }

    /// <summary>Derivative of Σ n ln π and the expected information n Σ π'²/π at correlation r.</summary>
    public (double Slope, double Information) Score(int[] table, int n, double r)
    {
        Corners(r);
        int width = k.Length + 2, columns = k.Length + 1;
        double slope = 0, information = 0;
        for (var i = 0; i <= h.Length; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                var at = i * width + j;
                var probability = Math.Max(Floor, distribution[at] - distribution[at + 1] - distribution[at + width] + distribution[at + width + 1]);
                var derivative = density[at] - density[at + 1] - density[at + width] + density[at + width + 1];
                if (probability > 1e-15)
                {
                    information += derivative * derivative / probability;
                }

                var count = table[i * columns + j];
                if (count > 0)
                {
                    slope += count * derivative / probability;
                }
            }
        }

        return (slope, n * information);
    }

    private void Corners(double r)
    {
        var width = k.Length + 2;
        var (nodes, weights) = BivariateNormal.RuleFor(r);
        Span<double> sines = stackalloc double[nodes.Length];
        Span<double> inverses = stackalloc double[nodes.Length];
        var angle = Math.Asin(r);
        for (var q = 0; q < nodes.Length; q++)
        {
            sines[q] = Math.Sin(angle * (nodes[q] + 1) / 2);
            inverses[q] = 1 / (1 - sines[q] * sines[q]);
        }

        var near = Math.Abs(r) >= 0.925;
        var rest = (1 - r) * (1 + r);
        var scale = 1 / (2 * Math.PI * Math.Sqrt(rest));
        for (var i = 0; i < h.Length; i++)
        {
            for (var j = 0; j < k.Length; j++)
            {
                double product = h[i] * k[j], squares = (h[i] * h[i] + k[j] * k[j]) / 2;
                var at = (i + 1) * width + j + 1;
                density[at] = scale * Math.Exp((r * product - squares) / rest);
                if (near)
                {
                    distribution[at] = BivariateNormal.Lower(h[i], k[j], r);
                    continue;
                }

                var sum = 0.0;
                for (var q = 0; q < nodes.Length; q++)
                {
                    sum += weights[q] * Math.Exp((sines[q] * product - squares) * inverses[q]);
                }

                distribution[at] = lowerH[i] * lowerK[j] + sum * angle / (4 * Math.PI);
            }
        }
    }
}
