using Stupeni.Statistics.Descriptive;
using Stupeni.Statistics.Distributions;

namespace Stupeni.Statistics.Inference;

/// <summary>What is known of a group: how many, their mean and standard deviation (n − 1), in the units of the data.</summary>
public readonly record struct GroupSummary(double Count, double Mean, double StandardDeviation)
{
    public static GroupSummary Of(ReadOnlySpan<double> values)
    {
        var moments = Moments.Of(values);
        return new(moments.Count, moments.Infinite ? double.PositiveInfinity : moments.Mean, moments.StandardDeviation);
    }
}

/// <summary>
/// Two independent groups, first minus second.
/// <list type="bullet">
/// <item><see cref="Difference"/>, <see cref="Interval"/>, <see cref="Test"/>: Welch (1947), variances need not be equal, degrees of
/// freedom of Satterthwaite (1946);</item>
/// <item><see cref="CohenD"/>: difference over the pooled standard deviation; interval by the non-central t (Cumming, Finch 2001);
/// standard error √(1/n₁ + 1/n₂ + d²/2(n₁ + n₂)) (Hedges, Olkin 1985);</item>
/// <item><see cref="HedgesG"/>: d times the exact J = Γ(ν/2) / (√(ν/2) Γ((ν − 1)/2)), ν = n₁ + n₂ − 2; its interval is J times that of d.</item>
/// </list>
/// Fewer than two in a group: too few observations. Both spreads zero: no variation. NaN is missing; infinities: not finite.
/// </summary>
public sealed record TwoMeans
{
    public required GroupSummary First { get; init; }

    public required GroupSummary Second { get; init; }

    public required Estimate Difference { get; init; }

    public required Interval Interval { get; init; }

    public required SignificanceTest Test { get; init; }

    public required Estimate CohenD { get; init; }

    public required Interval CohenDInterval { get; init; }

    public required Estimate HedgesG { get; init; }

    public required Interval HedgesGInterval { get; init; }

    public static TwoMeans Compare(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double confidence = 0.95) =>
        Compare(GroupSummary.Of(first), GroupSummary.Of(second), confidence);

    public static TwoMeans Compare(GroupSummary first, GroupSummary second, double confidence = 0.95)
    {
        var refusal = Refusal(first, second, confidence);
        var difference = first.Mean - second.Mean;
        if (refusal != Absence.None)
        {
            return new TwoMeans
            {
                First = first,
                Second = second,
                Difference = refusal == Absence.NoVariation ? Estimate.Of(difference, 0) : Estimate.Absent(refusal),
                Interval = Interval.Absent(refusal),
                Test = SignificanceTest.Absent(refusal),
                CohenD = Estimate.Absent(refusal),
                CohenDInterval = Interval.Absent(refusal),
                HedgesG = Estimate.Absent(refusal),
                HedgesGInterval = Interval.Absent(refusal),
            };
        }

        double n1 = first.Count, n2 = second.Count;
        var v1 = first.StandardDeviation * first.StandardDeviation;
        var v2 = second.StandardDeviation * second.StandardDeviation;
        double e1 = v1 / n1, e2 = v2 / n2;
        var error = Math.Sqrt(e1 + e2);
        var welchDf = (e1 + e2) * (e1 + e2) / (e1 * e1 / (n1 - 1) + e2 * e2 / (n2 - 1));
        var reach = StudentT.Quantile(0.5 + confidence / 2, welchDf) * error;

        var df = n1 + n2 - 2;
        var d = difference / Math.Sqrt(((n1 - 1) * v1 + (n2 - 1) * v2) / df);
        var scale = Math.Sqrt(1 / n1 + 1 / n2);
        var tail = (1 - confidence) / 2;
        var lower = StudentT.NoncentralityAt(d / scale, df, 1 - tail) * scale;
        var upper = StudentT.NoncentralityAt(d / scale, df, tail) * scale;
        var j = Math.Exp(MathNet.Numerics.SpecialFunctions.GammaLn(df / 2) - MathNet.Numerics.SpecialFunctions.GammaLn((df - 1) / 2)) / Math.Sqrt(df / 2);
        var errorD = Math.Sqrt(1 / n1 + 1 / n2 + d * d / (2 * (n1 + n2)));
        return new TwoMeans
        {
            First = first,
            Second = second,
            Difference = Estimate.Of(difference, error),
            Interval = Interval.Of(difference - reach, difference + reach, confidence),
            Test = SignificanceTest.T(difference / error, welchDf),
            CohenD = Estimate.Of(d, errorD),
            CohenDInterval = Interval.Of(lower, upper, confidence),
            HedgesG = Estimate.Of(d * j, errorD * j),
            HedgesGInterval = Interval.Of(lower * j, upper * j, confidence),
        };
    }

    private static Absence Refusal(GroupSummary a, GroupSummary b, double confidence) =>
        !(confidence > 0 && confidence < 1) ? Absence.OutOfDomain
        : !(a.Count >= 2 && b.Count >= 2) ? Absence.TooFewObservations
        : !double.IsFinite(a.Mean + b.Mean + a.StandardDeviation + b.StandardDeviation) ? Absence.NotFinite
        : a.StandardDeviation < 0 || b.StandardDeviation < 0 ? Absence.OutOfDomain
        : a.StandardDeviation == 0 && b.StandardDeviation == 0 ? Absence.NoVariation
        : Absence.None;
}
