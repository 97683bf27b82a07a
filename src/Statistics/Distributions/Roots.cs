namespace Stupeni.Statistics.Distributions;

/// <summary>Roots of continuous functions of one number.</summary>
internal static class Roots
{
    /// <summary>
    /// A root between two points of opposite sign (Chandrupatla 1997: inverse quadratic steps, bisection when they would not
    /// help); NaN when the signs are equal. Ends at the precision of a double.
    /// </summary>
    public static double Between(Func<double, double> f, double low, double high)
    {
        double b = low, a = high;
        double fb = f(b), fa = f(a);
        if (fb == 0 || fa == 0)
        {
            return fb == 0 ? b : a;
        }

        if (!(fa * fb < 0))
        {
            return double.NaN;
        }

        double c = a, fc = fa, t = 0.5;
        for (var i = 0; i < 300; i++)
        {
            var x = a + t * (b - a);
            var fx = f(x);
            if (Math.Sign(fx) == Math.Sign(fa))
            {
                (c, fc) = (a, fa);
            }
            else
            {
                (c, b, fc, fb) = (b, a, fb, fa);
            }

            (a, fa) = (x, fx);
            var best = Math.Abs(fa) < Math.Abs(fb) ? a : b;
            var width = Math.Abs(b - a);
            var tolerance = 2 * 2.2e-16 * Math.Abs(best) + 1e-300;
            if (tolerance >= width || fa == 0)
            {
                return best;
            }

            var xi = (a - b) / (c - b);
            var phi = (fa - fb) / (fc - fb);
            t = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
                ? fa / (fb - fa) * (fc / (fb - fc)) + (c - a) / (b - a) * (fa / (fc - fa)) * (fb / (fc - fb))
                : 0.5;
            var edge = tolerance / width;
            t = Math.Clamp(t, Math.Min(edge, 0.5), Math.Max(1 - edge, 0.5));
        }

        return a;
    }
}
