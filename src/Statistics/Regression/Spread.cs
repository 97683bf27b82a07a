using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Regression;

/// <summary>Covariance matrices of least-squares coefficients, R⁻¹ M R⁻ᵀ with the middle M from rows of Q and residuals.</summary>
internal sealed class Spread
{
    private readonly ThinQr qr;
    private readonly double[] residuals;
    private readonly int[] clusters;
    private readonly int n;
    private readonly int p;

    public Spread(ThinQr qr, double[] residuals, int[] clusters)
    {
        this.qr = qr;
        this.residuals = residuals;
        n = residuals.Length;
        p = qr.Q.Length;
        var numbers = new Dictionary<int, int>();
        this.clusters = Array.ConvertAll(clusters, code =>
        {
            if (!numbers.TryGetValue(code, out var number))
            {
                number = numbers[code] = numbers.Count;
            }

            return number;
        });
        Clusters = numbers.Count;
        Leverages = new double[n];
        foreach (var column in qr.Q)
        {
            for (var i = 0; i < n; i++)
            {
                Leverages[i] += column[i] * column[i];
            }
        }
    }

    public int Clusters { get; }

    public double[] Leverages { get; }

    /// <summary>p × p, or null with the reason.</summary>
    public (double[]? Matrix, Absence Reason) Covariance(Errors errors)
    {
        if (n == p)
        {
            return (null, Absence.NotIdentified);
        }

        if (errors is Errors.Cr0 or Errors.Cr1)
        {
            double g = Clusters;
            return g < 2 ? (null, Absence.NotIdentified) : (Clustered(errors == Errors.Cr0 ? 1 : g / (g - 1) * (n - 1) / (n - p)), Absence.None);
        }

        if (errors == Errors.Classical)
        {
            var unit = new double[p * p];
            var variance = Lanes.Dot(residuals, residuals) / (n - p);
            for (var j = 0; j < p; j++)
            {
                unit[j * p + j] = variance;
            }

            return (qr.Sandwich(unit), Absence.None);
        }

        return errors is Errors.Hc2 or Errors.Hc3 or Errors.Hc4 && Array.Exists(Leverages, h => h > 1 - 1e-10)
            ? (null, Absence.NotIdentified)
            : (qr.Sandwich(Middle(errors)), Absence.None);
    }

    private double[] Middle(Errors errors)
    {
        var weights = new double[n];
        for (var i = 0; i < n; i++)
        {
            var (square, rest) = (residuals[i] * residuals[i], 1 - Leverages[i]);
            weights[i] = errors switch
            {
                Errors.Hc1 => square * n / (n - p),
                Errors.Hc2 => square / rest,
                Errors.Hc3 => square / (rest * rest),
                Errors.Hc4 => square / Math.Pow(rest, Math.Min(4, Leverages[i] * n / p)),
                _ => square,
            };
        }

        var middle = new double[p * p];
        var scaled = new double[n];
        for (var j = 0; j < p; j++)
        {
            weights.CopyTo(scaled, 0);
            Lanes.Multiply(scaled, qr.Q[j]);
            for (var k = 0; k <= j; k++)
            {
                middle[j * p + k] = middle[k * p + j] = Lanes.Dot(scaled, qr.Q[k]);
            }
        }

        return middle;
    }

    private double[] Clustered(double factor)
    {
        var sums = new double[Clusters * p];
        for (var j = 0; j < p; j++)
        {
            for (var i = 0; i < n; i++)
            {
                sums[clusters[i] * p + j] += qr.Q[j][i] * residuals[i];
            }
        }

        var middle = new double[p * p];
        for (var g = 0; g < Clusters; g++)
        {
            var sum = sums.AsSpan(g * p, p);
            for (var j = 0; j < p; j++)
            {
                Lanes.Add(middle.AsSpan(j * p, p), factor * sum[j], sum);
            }
        }

        return qr.Sandwich(middle);
    }
}
