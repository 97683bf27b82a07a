using Stupeni.Statistics;
using Stupeni.Statistics.Inference;

namespace Stupeni.Assessments.Trends;

/// <summary>The completion of a skill in a year minus that of the year before.</summary>
/// <param name="Comparison">The later year first.</param>
/// <param name="Adjusted">p after Holm over all skills of the scope.</param>
public sealed record SkillChange(SkillPoint From, SkillPoint To, TwoProportions Comparison, Estimate Adjusted)
{
    /// <summary>In percentage points.</summary>
    public double Points => 100 * Comparison.Difference.Value;

    public ChangeVerdict Verdict => Points == 0 ? ChangeVerdict.None : !Adjusted.IsPresent || Adjusted.Value >= ShareChange.Level ? ChangeVerdict.MayBeChance : Points < 0 ? ChangeVerdict.LikelyFall : ChangeVerdict.LikelyRise;

    public bool IsNotable => Verdict is ChangeVerdict.LikelyFall or ChangeVerdict.LikelyRise;

    public static TwoProportions Compare(SkillPoint from, SkillPoint to) => BoundedMeans.Compare(to.Result!.Share, to.N, from.Result!.Share, from.N);
}

/// <summary>A line with the changes between its neighbouring years.</summary>
public sealed record SkillLine(SkillSeries Series, IReadOnlyList<SkillChange> Changes)
{
    public SkillChange? To(SkillPoint point) => Changes.FirstOrDefault(c => c.To == point);
}

/// <summary>All skills of a scope: one family of comparisons, whichever of them are shown.</summary>
public sealed record SkillTrend(IReadOnlyList<SkillLine> Lines)
{
    public static SkillTrend Of(IReadOnlyList<SkillSeries> series)
    {
        var compared = series.Select(s => s.Steps.Select(p => (p.From, p.To, Comparison: SkillChange.Compare(p.From, p.To))).ToList()).ToList();
        var adjusted = new Queue<Estimate>(Multiplicity.Adjust([.. compared.SelectMany(c => c).Select(c => c.Comparison.Test.P)], Adjustment.Holm));
        return new([.. series.Zip(compared, (s, changes) => new SkillLine(s, [.. changes.Select(c => new SkillChange(c.From, c.To, c.Comparison, adjusted.Dequeue()))]))]);
    }

    public IEnumerable<SkillChange> Changes => Lines.SelectMany(l => l.Changes);

    /// <summary>How many changes the correction counts: those that could be tested.</summary>
    public int Tested => Changes.Count(c => c.Adjusted.IsPresent);

    public IReadOnlyList<SkillLine> Notable => [.. Lines.Where(l => l.Changes.Any(c => c.IsNotable))];

    public int Comparable => Lines.Count(l => l.Changes.Count > 0);
}
