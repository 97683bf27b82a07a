namespace Stupeni.Statistics.Distributions;

/// <summary>Student's t with real degrees of freedom &gt; 0, central and non-central.</summary>
internal static class StudentT
{
    private static readonly (double[] Nodes, double[] Weights) Rule = Legendre(16);

    /// <summary>P(|T| ≥ |t|).</summary>
    public static double TwoSided(double t, double df)
    {
        var square = t * t;
        return double.IsInfinity(square) ? 0 : IncompleteBeta.Lower(df / 2, 0.5, df / (df + square), square / (df + square));
    }

    public static double Upper(double t, double df) => t >= 0 ? TwoSided(t, df) / 2 : 1 - TwoSided(t, df) / 2;

    public static double Lower(double t, double df) => Upper(-t, df);

    /// <summary>t with P(T ≤ t) = p.</summary>
    public static double Quantile(double p, double df)
    {
        if (!(p > 0 && p < 1) || p == 0.5)
        {
            return p == 0.5 ? 0 : p == 0 ? double.NegativeInfinity : p == 1 ? double.PositiveInfinity : double.NaN;
        }

        var both = 2 * Math.Min(p, 1 - p);
        var square = IncompleteBeta.Lower(0.5, df / 2, 0.5, 0.5) > 1 - both
            ? Odds(IncompleteBeta.Quantile(1 - both, both, 0.5, df / 2))
            : 1 / Odds(IncompleteBeta.Quantile(both, 1 - both, df / 2, 0.5));
        return Math.CopySign(Math.Sqrt(df * square), p - 0.5);
    }

    /// <summary>
    /// P(T ≤ t) for non-centrality δ: ∫ Φ(t s − δ) f(s) ds, where s² df has the chi-square distribution with df degrees of
    /// freedom; Gauss-Legendre panels fine enough for both factors, about 1e-13.
    /// </summary>
    public static double NoncentralLower(double t, double df, double delta)
    {
        var spread = 1 / Math.Sqrt(2 * df);
        var low = Math.Max(0, 1 - 9.5 * spread);
        var high = 1 + 12 * spread;
        var panels = Math.Clamp((int)Math.Ceiling((high - low) * Math.Max(1 / spread, Math.Abs(t)) * 0.7), 8, 20_000);
        var logScale = Math.Log(df) + Kernel.LogPoisson(df / 2, df / 2);
        var step = (high - low) / panels;
        var sum = 0.0;
        for (var i = 0; i < panels; i++)
        {
            var middle = low + (i + 0.5) * step;
            for (var k = 0; k < Rule.Nodes.Length; k++)
            {
                var s = middle + 0.5 * step * Rule.Nodes[k];
                sum += Rule.Weights[k] * Math.Exp(logScale + (df - 1) * Math.Log(s) + 0.5 * df * (1 - s) * (1 + s))
                    * Normal.Lower(t * s - delta);
            }
        }

        return Math.Clamp(sum * 0.5 * step, 0, 1);
    }

    /// <summary>The non-centrality at which P(T ≤ t) = p.</summary>
    public static double NoncentralityAt(double t, double df, double p)
    {
        var reach = 4 + Math.Abs(t) * 4 / Math.Sqrt(2 * df);
        double low = t - reach, high = t + reach;
        for (var i = 0; i < 60 && NoncentralLower(t, df, low) < p; i++)
        {
            low -= reach *= 2;
        }

        for (var i = 0; i < 60 && NoncentralLower(t, df, high) > p; i++)
        {
            high += reach *= 2;
        }

        return Roots.Between(delta => NoncentralLower(t, df, delta) - p, low, high);
    }

    /// <summary>Nodes and weights of Gauss-Legendre on [−1, 1].</summary>
    internal static (double[] Nodes, double[] Weights) Legendre(int n)
    {
        var nodes = new double[n];
        var weights = new double[n];
        for (var i = 0; i < n; i++)
        {
            var x = Math.Cos(Math.PI * (i + 0.75) / (n + 0.5));
            double derivative = 1;
            for (var iteration = 0; iteration < 50; iteration++)
            {
                double previous = 1, value = x;
                for (var k = 2; k <= n; k++)
                {
                    (previous, value) = (value, ((2 * k - 1) * x * value - (k - 1) * previous) / k);
                }

                derivative = n * (x * value - previous) / (x * x - 1);
                var change = value / derivative;
                x -= change;
                if (Math.Abs(change) < 1e-16)
                {
                    break;
                }
            }

            nodes[i] = x;
            weights[i] = 2 / ((1 - x * x) * derivative * derivative);
        }

        return (nodes, weights);
    }

    private static double Odds(double x) => x / (1 - x);
}
