using MathNet.Numerics;

namespace Stupeni.Statistics.Distributions;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    public const double HalfLogTwoPi = 0.918938533204672741780329736406;

    public static double Density(double x) => Math.Exp(-0.5 * x * x - HalfLogTwoPi);

    /// <summary>P(X ≤ x).</summary>
    public static double Lower(double x) => 0.5 * SpecialFunctions.Erfc(-x * 0.70710678118654752440);

    public static double Upper(double x) => Lower(-x);

    /// <summary>ln P(X &gt; x), finite for every finite x.</summary>
    public static double LogUpper(double x) =>
        x > 5 ? ChiSquare.LogUpper(x * x, 1) - 0.693147180559945309417232121458 : Kernel.LogOnePlus(-Lower(x));

    /// <summary>x with P(X ≤ x) = p; ±∞ at 0 and 1, NaN outside. One step of Halley's method behind MathNet's approximation.</summary>
    public static double Quantile(double p)
    {
        if (!(p > 0 && p < 1))
        {
            return p == 0 ? double.NegativeInfinity : p == 1 ? double.PositiveInfinity : double.NaN;
        }

        var x = -1.41421356237309504880 * SpecialFunctions.ErfcInv(2 * p);
        var error = x < 0 ? Lower(x) - p : 1 - p - Upper(x);
        var step = error / Density(x);
        var refined = x - step / (1 + 0.5 * x * step);
        return double.IsFinite(refined) ? refined : x;
    }
}
