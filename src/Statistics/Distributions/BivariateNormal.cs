namespace Stupeni.Statistics.Distributions;

/// <summary>
/// P(X ≤ h, Y ≤ k) of two standard normals with correlation r: Drezner and Wesolowsky (1990) as made double precise by
/// Genz (2004), absolute error below 5e-16. Infinite limits are allowed.
/// </summary>
public static class BivariateNormal
{
    private static readonly (double[] Nodes, double[] Weights) Six = StudentT.Legendre(6);
    private static readonly (double[] Nodes, double[] Weights) Twelve = StudentT.Legendre(12);
    private static readonly (double[] Nodes, double[] Weights) Twenty = StudentT.Legendre(20);

    public static double Lower(double h, double k, double r)
    {
        if (double.IsInfinity(h) || double.IsInfinity(k))
        {
            return h < -1e300 || k < -1e300 ? 0
                : h > 1e300 ? Normal.Lower(k)
                : Normal.Lower(h);
        }

        return Math.Clamp(Math.Abs(r) < 0.925 ? Middle(-h, -k, r) : Edge(-h, -k, r), 0, 1);
    }

    /// <summary>The density; also the derivative of <see cref="Lower"/> by r (Plackett 1954).</summary>
    public static double Density(double h, double k, double r)
    {
        var rest = (1 - r) * (1 + r);
        return Math.Exp(-(h * h - 2 * r * h * k + k * k) / (2 * rest)) / (2 * Math.PI * Math.Sqrt(rest));
    }

    /// <summary>The Gauss-Legendre rule that suffices for this correlation below 0.925.</summary>
    public static (double[] Nodes, double[] Weights) RuleFor(double r) =>
        Math.Abs(r) < 0.3 ? Six : Math.Abs(r) < 0.75 ? Twelve : Twenty;

    private static double Middle(double h, double k, double r)
    {
        var sum = 0.0;
        if (r != 0)
        {
            var (nodes, weights) = RuleFor(r);
            double hs = (h * h + k * k) / 2, angle = Math.Asin(r), product = h * k;
            for (var i = 0; i < nodes.Length; i++)
            {
                var sine = Math.Sin(angle * (nodes[i] + 1) / 2);
                sum += weights[i] * Math.Exp((sine * product - hs) / (1 - sine * sine));
            }

            sum *= angle / (4 * Math.PI);
        }

        return sum + Normal.Upper(h) * Normal.Upper(k);
    }

    private static double Edge(double h, double k, double r)
    {
        var sum = 0.0;
        if (r < 0)
        {
            k = -k;
        }

        var product = h * k;
        if (Math.Abs(r) < 1)
        {
            double rest = (1 - r) * (1 + r), a = Math.Sqrt(rest), gap = (h - k) * (h - k);
            double c = (4 - product) / 8, d = (12 - product) / 16, exponent = -(gap / rest + product) / 2;
            if (exponent > -100)
            {
                sum = a * Math.Exp(exponent) * (1 - c * (gap - rest) * (1 - d * gap / 5) / 3 + c * d * rest * rest / 5);
            }

            if (-product < 100)
            {
                var b = Math.Sqrt(gap);
                sum -= Math.Exp(-product / 2) * Math.Sqrt(2 * Math.PI) * Normal.Lower(-b / a) * b * (1 - c * gap * (1 - d * gap / 5) / 3);
            }

            a /= 2;
            for (var i = 0; i < Twenty.Nodes.Length; i++)
            {
                var x = a * (Twenty.Nodes[i] + 1);
                var xs = x * x;
                var root = Math.Sqrt(1 - xs);
                exponent = -(gap / xs + product) / 2;
                if (exponent > -100)
                {
                    sum += a * Twenty.Weights[i] * Math.Exp(exponent)
                        * (Math.Exp(-product * xs / (2 * (1 + root) * (1 + root))) / root - (1 + c * xs * (1 + d * xs)));
                }
            }

            sum /= -2 * Math.PI;
        }

        if (r > 0)
        {
            return sum + Normal.Upper(Math.Max(h, k));
        }

        return k <= h ? -sum
            : h < 0 ? Normal.Lower(k) - Normal.Lower(h) - sum
            : Normal.Upper(h) - Normal.Upper(k) - sum;
    }
}
