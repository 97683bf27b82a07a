using Stupeni.Statistics.Distributions;

namespace Stupeni.Statistics.Inference;

/// <summary>
/// Means of numbers between 0 and 1, such as each participant's share of the points of several tasks, where only the mean is known.
/// Among all such numbers with mean m none vary more than m(1 − m), so Wilson's interval and Newcombe's difference with m in the place of a share
/// are no narrower than they should be, and the test of two shares no bolder; for tasks of one point they are exactly those of shares.
/// Source: Bhatia, Davis, A better bound on the variance, 2000 (σ² ≤ (1 − m)·m); Wilson, 1927; Newcombe, 1998, method 10.
/// A mean outside 0 to 1 or a negative count is refused (out of domain); a count of 0 has too few observations.
/// </summary>
public static class BoundedMeans
{
    public static Interval Wilson(double mean, long count, double confidence = 0.95)
    {
        if (Refusal(mean, count, confidence) is var refusal and not Absence.None) return Interval.Absent(refusal);

        var z = -Normal.Quantile((1 - confidence) / 2);
        double n = count;
        var (scale, centre, half) = (1 + z * z / n, mean + z * z / (2 * n), z * Math.Sqrt(mean * (1 - mean) / n + z * z / (4 * n * n)));
        return Interval.Of(mean == 0 ? 0 : Math.Max(0, (centre - half) / scale), mean == 1 ? 1 : Math.Min(1, (centre + half) / scale), confidence);
    }

    /// <summary>First minus second.</summary>
    public static TwoProportions Compare(double mean1, long count1, double mean2, long count2, double confidence = 0.95)
    {
        var (wilson1, wilson2) = (Wilson(mean1, count1, confidence), Wilson(mean2, count2, confidence));
        var refusal = wilson1.IsPresent ? wilson2.Absence : wilson1.Absence;
        if (refusal != Absence.None) return new(Estimate.Absent(refusal), Estimate.Absent(refusal), Estimate.Absent(refusal), Interval.Absent(refusal), SignificanceTest.Absent(refusal));

        double n1 = count1, n2 = count2;
        var difference = mean1 - mean2;
        var (variance1, variance2) = (mean1 * (1 - mean1) / n1, mean2 * (1 - mean2) / n2);
        var below = Math.Sqrt((mean1 - wilson1.Lower) * (mean1 - wilson1.Lower) + (wilson2.Upper - mean2) * (wilson2.Upper - mean2));
        var above = Math.Sqrt((wilson1.Upper - mean1) * (wilson1.Upper - mean1) + (mean2 - wilson2.Lower) * (mean2 - wilson2.Lower));
        var pooled = (mean1 * n1 + mean2 * n2) / (n1 + n2);
        var test = pooled is 0 or 1 ? SignificanceTest.Absent(Absence.NoVariation) : SignificanceTest.Z(difference / Math.Sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2)));
        return new(Estimate.Of(mean1, Math.Sqrt(variance1)), Estimate.Of(mean2, Math.Sqrt(variance2)), Estimate.Of(difference, Math.Sqrt(variance1 + variance2)), Interval.Of(difference - below, difference + above, confidence), test);
    }

    private static Absence Refusal(double mean, long count, double confidence) =>
        count == 0 ? Absence.TooFewObservations : count < 0 || !(mean is >= 0 and <= 1) || !(confidence > 0 && confidence < 1) ? Absence.OutOfDomain : Absence.None;
}
