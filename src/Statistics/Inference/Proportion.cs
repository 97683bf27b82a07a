using Stupeni.Statistics.Distributions;

namespace Stupeni.Statistics.Inference;

/// <summary>
/// A share of successes among independent trials, 0 to 1, and how far it may be from the share behind it.
/// Assumes that trials are independent with one probability. n = 0 gives absent (too few observations); negative counts, more
/// successes than trials and a confidence outside (0, 1) give absent (out of domain).
/// </summary>
public static class Proportion
{
    /// <summary>x / n with the standard error √(p (1 − p) / n).</summary>
    public static Estimate Share(long successes, long trials)
    {
        if (Refusal(successes, trials, 0.5) is var refusal and not Absence.None)
        {
            return Estimate.Absent(refusal);
        }

        var p = (double)successes / trials;
        return Estimate.Of(p, Math.Sqrt(p * (1 - p) / trials));
    }

    /// <summary>
    /// Score interval of Wilson (1927), without continuity correction:
    /// (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). Never leaves [0, 1]; usable from n = 1.
    /// </summary>
    public static Interval Wilson(long successes, long trials, double confidence = 0.95)
    {
        if (Refusal(successes, trials, confidence) is var refusal and not Absence.None)
        {
            return Interval.Absent(refusal);
        }

        var z = -Normal.Quantile((1 - confidence) / 2);
        double n = trials;
        var p = successes / n;
        var scale = 1 + z * z / n;
        var centre = p + z * z / (2 * n);
        var half = z * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n));
        var lower = successes == 0 ? 0 : Math.Max(0, (centre - half) / scale);
        var upper = successes == trials ? 1 : Math.Min(1, (centre + half) / scale);
        return Interval.Of(lower, upper, confidence);
    }

    /// <summary>
    /// Exact interval of Clopper and Pearson (1934): quantiles (1 ∓ confidence)/2 of Beta(x, n − x + 1) and Beta(x + 1, n − x).
    /// Covers at least as often as promised, usually more often; prefer Wilson for reading, this one for a guarantee.
    /// </summary>
    public static Interval ClopperPearson(long successes, long trials, double confidence = 0.95)
    {
        if (Refusal(successes, trials, confidence) is var refusal and not Absence.None)
        {
            return Interval.Absent(refusal);
        }

        double x = successes, n = trials, tail = (1 - confidence) / 2;
        var lower = successes == 0 ? 0 : IncompleteBeta.Quantile(tail, 1 - tail, x, n - x + 1);
        var upper = successes == trials ? 1 : IncompleteBeta.Quantile(1 - tail, tail, x + 1, n - x);
        return Interval.Of(lower, upper, confidence);
    }

    private static Absence Refusal(long successes, long trials, double confidence) =>
        trials == 0 && successes == 0 ? Absence.TooFewObservations
        : trials < 0 || successes < 0 || successes > trials ? Absence.OutOfDomain
        : !(confidence > 0 && confidence < 1) ? Absence.OutOfDomain
        : Absence.None;
}
