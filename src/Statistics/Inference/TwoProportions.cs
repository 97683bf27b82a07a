namespace Stupeni.Statistics.Inference;

/// <summary>
/// Two shares from independent groups, first minus second.
/// <list type="bullet">
/// <item><see cref="Difference"/>: p₁ − p₂ with the unpooled standard error √(p₁q₁/n₁ + p₂q₂/n₂);</item>
/// <item><see cref="Newcombe"/>: the hybrid score interval, method 10 of Newcombe (1998), without continuity correction;</item>
/// <item><see cref="Test"/>: z with the pooled share, two-sided; its square is Pearson's chi-square of the 2 × 2 table.</item>
/// </list>
/// An empty group makes all absent (too few observations); equal shares of 0 or of 1 leave no test (no variation).
/// </summary>
public sealed record TwoProportions(Estimate First, Estimate Second, Estimate Difference, Interval Newcombe, SignificanceTest Test)
{
    public static TwoProportions Compare(long successes1, long trials1, long successes2, long trials2, double confidence = 0.95)
    {
        var wilson1 = Proportion.Wilson(successes1, trials1, confidence);
        var wilson2 = Proportion.Wilson(successes2, trials2, confidence);
        var first = Proportion.Share(successes1, trials1);
        var second = Proportion.Share(successes2, trials2);
        var refusal = wilson1.IsPresent ? wilson2.Absence : wilson1.Absence;
        if (refusal != Absence.None)
        {
            return new(first, second, Estimate.Absent(refusal), Interval.Absent(refusal), SignificanceTest.Absent(refusal));
        }

        double p1 = first.Value, p2 = second.Value, n1 = trials1, n2 = trials2;
        var difference = p1 - p2;
        var error = Math.Sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
        var below = Math.Sqrt(Square(p1 - wilson1.Lower) + Square(wilson2.Upper - p2));
        var above = Math.Sqrt(Square(wilson1.Upper - p1) + Square(p2 - wilson2.Lower));
        var pooled = (successes1 + successes2) / (n1 + n2);
        var test = pooled is 0 or 1
            ? SignificanceTest.Absent(Absence.NoVariation)
            : SignificanceTest.Z(difference / Math.Sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2)));
        return new(first, second, Estimate.Of(difference, error), Interval.Of(difference - below, difference + above, confidence), test);
    }

    private static double Square(double x) => x * x;
}
