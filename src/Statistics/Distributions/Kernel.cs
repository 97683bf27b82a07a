using MathNet.Numerics;

namespace Stupeni.Statistics.Distributions;

/// <summary>
/// Logarithms of Poisson and binomial probabilities at real arguments by Loader's saddle-point expansion (2000): exact to the last
/// digits where differences of log-gammas lose them.
/// </summary>
internal static class Kernel
{
    private const double HalfLogTwoPi = 0.918938533204672741780329736406;

    /// <summary>ln(1 + x) that keeps the digits of a small x (double.LogP1 does not).</summary>
    public static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : double.IsInfinity(u) ? u : Math.Log(u) * (x / (u - 1));
    }

    /// <summary>ln(x! ) − Stirling's approximation to it.</summary>
    public static double StirlingError(double x)
    {
        if (x <= 15)
        {
            return x == 0 ? 0 : SpecialFunctions.GammaLn(x + 1) - (x + 0.5) * Math.Log(x) + x - HalfLogTwoPi;
        }

        var xx = x * x;
        return (1 / 12.0 - (1 / 360.0 - (1 / 1260.0 - (1 / 1680.0 - 1 / 1188.0 / xx) / xx) / xx) / xx) / x;
    }

    /// <summary>x ln(x / m) + m − x without cancellation near x = m.</summary>
    public static double Deviance(double x, double m) => Deviance(x, m, x - m);

    private static double Deviance(double x, double m, double difference)
    {
        if (Math.Abs(difference) < 0.1 * (x + m))
        {
            var v = difference / (x + m);
            var sum = difference * v;
            var term = 2 * x * v;
            v *= v;
            for (var j = 1; j < 1000; j++)
            {
                term *= v;
                var next = sum + term / (2 * j + 1);
                if (next == sum)
                {
                    break;
                }

                sum = next;
            }

            return sum;
        }

        return x * Math.Log(x / m) - difference;
    }

    /// <summary>ln(m^x e^−m / Γ(x + 1)), x ≥ 0, m &gt; 0.</summary>
    public static double LogPoisson(double x, double m) =>
        x == 0 ? -m : -StirlingError(x) - Deviance(x, m) - HalfLogTwoPi - 0.5 * Math.Log(x);

    /// <summary>ln(p^a q^b / B(a, b)) with p + q = 1, both given so that neither loses digits.</summary>
    public static double LogBetaTerm(double a, double b, double p, double q)
    {
        var n = a + b;
        var correction = StirlingError(n) - StirlingError(a) - StirlingError(b);
        var excess = p < q ? a - n * p : n * q - b;
        var binomial = correction - Deviance(a, n * p, excess) - Deviance(b, n * q, -excess) - HalfLogTwoPi - 0.5 * Math.Log(a * (b / n));
        return binomial + Math.Log(a * (b / n));
    }
}
