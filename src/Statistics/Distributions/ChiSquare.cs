namespace Stupeni.Statistics.Distributions;

/// <summary>
/// Chi-square with real degrees of freedom &gt; 0, central and non-central. Central: series or continued fraction of the incomplete
/// gamma function (DLMF 8.11, 8.9). Non-central: Poisson mixture of central ones, summed from the thick part outwards.
/// </summary>
internal static class ChiSquare
{
    private const int Limit = 1_000_000;

    public static double Lower(double x, double df) => !(x > 0) ? Zero(x) : Gamma(df / 2, x / 2).Lower;

    public static double Upper(double x, double df) => !(x > 0) ? 1 - Zero(x) : Gamma(df / 2, x / 2).Upper;

    /// <summary>Natural logarithm of the upper tail; finite where the tail itself underflows.</summary>
    public static double LogUpper(double x, double df)
    {
        double a = df / 2, half = x / 2;
        return !(x > 0) ? double.IsNaN(x) ? x : 0
            : half < a + 1 ? Kernel.LogOnePlus(-Gamma(a, half).Lower)
            : LogFraction(a, half);
    }

    /// <summary>P(X ≤ x) for non-centrality <paramref name="lambda"/> ≥ 0.</summary>
    public static double NoncentralLower(double x, double df, double lambda)
    {
        if (!(x > 0))
        {
            return Zero(x);
        }

        if (lambda == 0)
        {
            return Lower(x, df);
        }

        double mean = lambda / 2, half = x / 2;
        var spread = 10 * Math.Sqrt(mean + 25);
        var first = Math.Max(0, Math.Floor(mean - spread));
        var last = Math.Ceiling(mean + spread);
        var cumulative = Gamma(df / 2 + last, half).Lower;
        var sum = 0.0;
        for (var j = last; j >= first; j--)
        {
            sum += Math.Exp(Kernel.LogPoisson(j, mean)) * cumulative;
            if (j > 0)
            {
                cumulative += Math.Exp(Kernel.LogPoisson(df / 2 + j - 1, half));
            }
        }

        return Math.Min(1, sum);
    }

    /// <summary>The non-centrality at which P(X ≤ x) = p; 0 when even λ = 0 leaves less than p below x.</summary>
    public static double NoncentralityAt(double x, double df, double p)
    {
        if (!(Lower(x, df) > p))
        {
            return 0;
        }

        double low = 0, high = Math.Max(x, 1);
        while (NoncentralLower(x, df, high) > p)
        {
            low = high;
            high *= 2;
        }

        return Roots.Between(lambda => NoncentralLower(x, df, lambda) - p, low, high);
    }

    private static double Zero(double x) => double.IsNaN(x) ? x : 0;

    private static (double Lower, double Upper) Gamma(double a, double x)
    {
        if (double.IsPositiveInfinity(x))
        {
            return (1, 0);
        }

        if (x < a + 1)
        {
            var term = 1.0;
            var sum = 1.0;
            for (var i = 1; i < Limit && term > 1e-17 * sum; i++)
            {
                term *= x / (a + i);
                sum += term;
            }

            var lower = Math.Min(1, Math.Exp(Kernel.LogPoisson(a, x)) * sum);
            return (lower, 1 - lower);
        }

        var upper = Math.Exp(LogFraction(a, x));
        return (1 - upper, upper);
    }

    private static double LogFraction(double a, double x)
    {
        const double tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / tiny;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < Limit; i++)
        {
            var an = -i * (i - a);
            b += 2;
            d = an * d + b;
            d = 1 / (Math.Abs(d) < tiny ? tiny : d);
            c = b + an / c;
            c = Math.Abs(c) < tiny ? tiny : c;
            h *= d * c;
            if (Math.Abs(d * c - 1) < 3e-16)
            {
                break;
            }
        }

        return Kernel.LogPoisson(a, x) + Math.Log(a * h);
    }
}
