namespace Stupeni.Statistics.Descriptive;

/// <summary>
/// Figures of one column of numbers, in the units of the column. NaN is a missing answer and is left out; an infinity makes the
/// figure absent (not finite); nothing left makes it absent (too few observations). Observations are taken as independent.
/// </summary>
public static class Sample
{
    /// <summary>Σx / n with the standard error s / √n (from two observations).</summary>
    public static Estimate Mean(ReadOnlySpan<double> values)
    {
        var moments = Moments.Of(values);
        return moments.Refusal(1) is var reason and not Absence.None
            ? Estimate.Absent(reason)
            : Estimate.Of(moments.Mean, Math.Sqrt(moments.Variance / moments.Count));
    }

    /// <summary>
    /// Σwx / Σw for weights ≥ 0 that say how much an observation stands for. Standard error by linearisation (Cochran 1977):
    /// √(n/(n − 1) Σw²(x − m)²) / Σw, which is s / √n for equal weights; n counts weights above zero.
    /// </summary>
    public static Estimate WeightedMean(ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        if (values.Length != weights.Length)
        {
            return Estimate.Absent(Absence.OutOfDomain);
        }

        double total = 0, sum = 0;
        var n = 0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!(weights[i] >= 0) || double.IsInfinity(weights[i]))
            {
                return Estimate.Absent(double.IsFinite(weights[i]) ? Absence.OutOfDomain : Absence.NotFinite);
            }

            if (!double.IsNaN(values[i]) && weights[i] > 0)
            {
                total += weights[i];
                sum += weights[i] * values[i];
                n++;
            }
        }

        if (n == 0)
        {
            return Estimate.Absent(Absence.TooFewObservations);
        }

        var mean = sum / total;
        var spread = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            if (!double.IsNaN(values[i]) && weights[i] > 0)
            {
                var share = weights[i] / total * (values[i] - mean);
                spread += share * share;
            }
        }

        return Estimate.Of(mean, n < 2 ? double.NaN : Math.Sqrt(spread * n / (n - 1.0)));
    }

    /// <summary>Unbiased variance Σ(x − m)² / (n − 1), from two observations; in squared units.</summary>
    public static Estimate Variance(ReadOnlySpan<double> values)
    {
        var moments = Moments.Of(values);
        return moments.Refusal(2) is var reason and not Absence.None
            ? Estimate.Absent(reason)
            : Estimate.Of(moments.Variance);
    }

    /// <summary>√ of the unbiased variance.</summary>
    public static Estimate StandardDeviation(ReadOnlySpan<double> values)
    {
        var variance = Variance(values);
        return variance.IsPresent ? Estimate.Of(Math.Sqrt(variance.Value)) : variance;
    }

    /// <summary>
    /// Quantile of probability 0 ≤ p ≤ 1, type 7 of Hyndman and Fan (1996), the default of R: position (n − 1) p among the
    /// sorted values, linear between neighbours.
    /// </summary>
    public static Estimate Quantile(ReadOnlySpan<double> values, double probability)
    {
        if (!(probability >= 0 && probability <= 1))
        {
            return Estimate.Absent(Absence.OutOfDomain);
        }

        var moments = Moments.Of(values);
        if (moments.Refusal(1) is var reason and not Absence.None)
        {
            return Estimate.Absent(reason);
        }

        return Estimate.Of(QuantileOfSorted(Sorted(values), probability));
    }

    public static Estimate Median(ReadOnlySpan<double> values) => Quantile(values, 0.5);

    internal static double[] Sorted(ReadOnlySpan<double> values)
    {
        var kept = new List<double>(values.Length);
        foreach (var x in values)
        {
            if (!double.IsNaN(x))
            {
                kept.Add(x);
            }
        }

        kept.Sort();
        return [.. kept];
    }

    internal static double QuantileOfSorted(ReadOnlySpan<double> sorted, double probability)
    {
        var position = (sorted.Length - 1) * probability;
        var below = (int)position;
        var fraction = position - below;
        return below + 1 < sorted.Length && fraction > 0
            ? sorted[below] + fraction * (sorted[below + 1] - sorted[below])
            : sorted[below];
    }
}
