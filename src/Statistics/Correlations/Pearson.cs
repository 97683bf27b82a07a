using Stupeni.Statistics.Distributions;
using Stupeni.Statistics.Inference;

namespace Stupeni.Statistics.Correlations;

/// <summary>A correlation of two columns: r with standard error (1 − r²)/√(n − 1), an interval by Fisher's z = artanh r with standard
/// error 1/√(n − 3), the test of r = 0 by t with n − 2 degrees of freedom, and how many rows had both answers.</summary>
public sealed record Correlation(Estimate R, Interval Interval, SignificanceTest Test, int Pairs)
{
    internal static Correlation Absent(Absence reason, int pairs) =>
        new(Estimate.Absent(reason), Interval.Absent(reason), SignificanceTest.Absent(reason), pairs);

    internal static Correlation Of(double r, int n, double confidence)
    {
        if (double.IsNaN(r))
        {
            return Absent(n < 2 ? Absence.TooFewObservations : Absence.NoVariation, n);
        }

        if (!(confidence > 0 && confidence < 1))
        {
            return Absent(Absence.OutOfDomain, n);
        }

        var estimate = Estimate.Of(r, n > 2 ? (1 - r * r) / Math.Sqrt(n - 1) : double.NaN);
        var z = Math.Atanh(r);
        var reach = Normal.Quantile(0.5 + confidence / 2) / Math.Sqrt(n - 3);
        var interval = n <= 3 ? Interval.Absent(Absence.TooFewObservations)
            : Interval.Of(double.IsInfinity(z) ? r : Math.Tanh(z - reach), double.IsInfinity(z) ? r : Math.Tanh(z + reach), confidence);
        var test = n <= 2 ? SignificanceTest.Absent(Absence.TooFewObservations)
            : Math.Abs(r) >= 1 ? SignificanceTest.Absent(Absence.Unbounded)
            : SignificanceTest.T(r * Math.Sqrt((n - 2) / ((1 - r) * (1 + r))), n - 2);
        return new(estimate, interval, test, n);
    }
}

/// <summary>
/// Pearson's product-moment correlation Σ(x − x̄)(y − ȳ)/√(Σ(x − x̄)² Σ(y − ȳ)²) over the rows that have both answers (NaN = missing).
/// Interval and test assume a bivariate normal population. A constant column: no variation; lengths that differ: out of domain.
/// </summary>
public static class Pearson
{
    public static Correlation Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double confidence = 0.95)
    {
        if (x.Length != y.Length)
        {
            return Correlation.Absent(Absence.OutOfDomain, 0);
        }

        var (first, second, infinite) = InBoth(x, y);
        return infinite ? Correlation.Absent(Absence.NotFinite, first.Length)
            : Correlation.Of(Coefficient(first, second), first.Length, confidence);
    }

    internal static (double[] X, double[] Y, bool Infinite) InBoth(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var first = new List<double>(x.Length);
        var second = new List<double>(x.Length);
        var infinite = false;
        for (var i = 0; i < x.Length; i++)
        {
            if (!double.IsNaN(x[i]) && !double.IsNaN(y[i]))
            {
                first.Add(x[i]);
                second.Add(y[i]);
                infinite |= double.IsInfinity(x[i]) || double.IsInfinity(y[i]);
            }
        }

        return ([.. first], [.. second], infinite);
    }

    internal static double Coefficient(double[] x, double[] y)
    {
        var a = Descriptive.Moments.Of(x);
        var b = Descriptive.Moments.Of(y);
        if (a.Constant || b.Constant)
        {
            return double.NaN;
        }

        double xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            double u = x[i] - a.Mean, v = y[i] - b.Mean;
            xx += u * u;
            yy += v * v;
            xy += u * v;
        }

        return Math.Clamp(xy / Math.Sqrt(xx) / Math.Sqrt(yy), -1, 1);
    }
}

/// <summary>
/// Spearman's rank correlation (1904): Pearson's of the ranks, equal values sharing their mean rank, over the rows that have both
/// answers. The test is the t approximation, the interval Fisher's z with the variance 1.06/(n − 3) of Fieller, Hartley and
/// Pearson (1957). Absent as <see cref="Pearson"/>; infinities have ranks and are allowed.
/// </summary>
public static class Spearman
{
    public static Correlation Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double confidence = 0.95)
    {
        if (x.Length != y.Length)
        {
            return Correlation.Absent(Absence.OutOfDomain, 0);
        }

        var (first, second, _) = Pearson.InBoth(x, y);
        var n = first.Length;
        var result = Correlation.Of(Pearson.Coefficient(Ranks(first), Ranks(second)), n, confidence);
        if (!result.Interval.IsPresent || Math.Abs(result.R.Value) >= 1)
        {
            return result;
        }

        var z = Math.Atanh(result.R.Value);
        var reach = Normal.Quantile(0.5 + confidence / 2) * Math.Sqrt(1.06 / (n - 3));
        return result with { Interval = Interval.Of(Math.Tanh(z - reach), Math.Tanh(z + reach), confidence) };
    }

    /// <summary>Ranks 1 … n; ties share the mean of their ranks. No NaN.</summary>
    internal static double[] Ranks(double[] values)
    {
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        Array.Sort((double[])values.Clone(), order);
        var ranks = new double[values.Length];
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && values[order[end]] == values[order[start]])
            {
                end++;
            }

            for (var i = start; i < end; i++)
            {
                ranks[order[i]] = (start + 1 + end) / 2.0;
            }

            start = end;
        }

        return ranks;
    }
}
