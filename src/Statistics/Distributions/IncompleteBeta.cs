namespace Stupeni.Statistics.Distributions;

/// <summary>
/// Regularised incomplete beta I_x(a, b), a, b &gt; 0: continued fraction of DiDonato and Morris (1992) by Lentz's method with a saddle-point
/// prefactor, about 1e-14 relative. The complement y = 1 − x is an argument of its own, so tails keep their digits.
/// </summary>
internal static class IncompleteBeta
{
    private const int Limit = 1_000_000;

    public static double Lower(double a, double b, double x, double y) => Both(a, b, x, y).Lower;

    public static double Upper(double a, double b, double x, double y) => Both(a, b, x, y).Upper;

    public static (double Lower, double Upper) Both(double a, double b, double x, double y)
    {
        if (!(x > 0))
        {
            return double.IsNaN(x) ? (x, x) : (0, 1);
        }

        if (!(y > 0))
        {
            return (1, 0);
        }

        if (x < (a + 1) / (a + b + 2))
        {
            var lower = Math.Exp(LogSmall(a, b, x, y));
            return (lower, 1 - lower);
        }

        var upper = Math.Exp(LogSmall(b, a, y, x));
        return (1 - upper, upper);
    }

    /// <summary>ln I_x(a, b), usable where the value itself underflows.</summary>
    public static double LogLower(double a, double b, double x, double y) =>
        !(x > 0) ? double.NegativeInfinity
        : !(y > 0) ? 0
        : x < (a + 1) / (a + b + 2) ? LogSmall(a, b, x, y)
        : Kernel.LogOnePlus(-Math.Exp(LogSmall(b, a, y, x)));

    /// <summary>x with I_x(a, b) = p, where q = 1 − p; Newton steps kept inside a shrinking bracket.</summary>
    public static double Quantile(double p, double q, double a, double b)
    {
        if (!(p > 0) || !(q > 0))
        {
            return p <= 0 ? 0 : q <= 0 ? 1 : double.NaN;
        }

        double low = 0, high = 1, x = a / (a + b);
        for (var i = 0; i < 2000; i++)
        {
            var (lower, upper) = Both(a, b, x, 1 - x);
            var error = p <= q ? lower - p : q - upper;
            if (error == 0)
            {
                return x;
            }

            if (error > 0)
            {
                high = x;
            }
            else
            {
                low = x;
            }

            var slope = Math.Exp(Kernel.LogBetaTerm(a, b, x, 1 - x)) / (x * (1 - x));
            var next = x - error / slope;
            if (!(next > low && next < high))
            {
                next = low > 0 && high / low > 4 ? Math.Sqrt(low * high) : low == 0 ? high / 16 : 0.5 * (low + high);
            }

            if (Math.Abs(next - x) <= 1e-16 * x || high - low <= 1e-16 * low)
            {
                return next;
            }

            x = next;
        }

        return x;
    }

    private static double LogSmall(double a, double b, double x, double y) =>
        Kernel.LogBetaTerm(a, b, x, y) - Math.Log(Fraction(a, b, x, y));

    private static double Fraction(double a, double b, double x, double y)
    {
        const double tiny = 1e-300;
        var h = Denominator(0);
        h = Math.Abs(h) < tiny ? tiny : h;
        var c = h;
        var d = 0.0;
        for (var n = 1; n <= Limit; n++)
        {
            var width = a + 2 * n - 1;
            var numerator = (a + n - 1) * (a + b + n - 1) * n * (b - n) * x * x / (width * width);
            var denominator = Denominator(n);
            d = denominator + numerator * d;
            d = 1 / (Math.Abs(d) < tiny ? tiny : d);
            c = denominator + numerator / c;
            c = Math.Abs(c) < tiny ? tiny : c;
            h *= d * c;
            if (Math.Abs(d * c - 1) < 3e-16)
            {
                break;
            }
        }

        return h;

        double Denominator(int n) =>
            (n == 0 ? 0 : n + n * (b - n) * x / (a + 2 * n - 1)) + (a + n) * (a * y - b * x + 1 + n * (2 - x)) / (a + 2 * n + 1);
    }
}
