using Stupeni.Statistics;
using Stupeni.Statistics.Inference;

namespace Stupeni.Assessments.Trends;

public enum ChangeVerdict { None, MayBeChance, LikelyFall, LikelyRise }

/// <summary>The share below the threshold in a year minus that of the year before, as if the pupils of both years were drawn independently.</summary>
/// <param name="Comparison">The later year first.</param>
/// <param name="Adjusted">p after Holm over all changes that are shown together; absent where both shares are 0 or both are 1.</param>
public sealed record ShareChange(TrendPoint From, TrendPoint To, TwoProportions Comparison, Estimate Adjusted)
{
    public const double Level = 0.05;

    /// <summary>In percentage points.</summary>
    public double Points => 100 * Comparison.Difference.Value;

    public ChangeVerdict Verdict =>
        (long)To.Below * From.N == (long)From.Below * To.N ? ChangeVerdict.None
        : !Adjusted.IsPresent || Adjusted.Value >= Level ? ChangeVerdict.MayBeChance
        : Points < 0 ? ChangeVerdict.LikelyFall : ChangeVerdict.LikelyRise;

    public bool IsNotable => Verdict is ChangeVerdict.LikelyFall or ChangeVerdict.LikelyRise;

    public static TwoProportions Compare(TrendPoint from, TrendPoint to) => TwoProportions.Compare(to.Below, to.N, from.Below, from.N);
}
