using Stupeni.Platform;
using Stupeni.Statistics.Inference;

namespace Stupeni.Assessments.Rules;

/// <summary>How pupils of one school did in one grade: how many had «2» of how many with a mark.</summary>
/// <param name="Flag">Why the year does not compare; null where it does.</param>
public sealed record CohortYear(int Grade, SchoolYear Year, int Twos, int Marked, ComparabilityFlag? Flag = null)
{
    public double Share => 100.0 * Twos / Marked;
}

/// <summary>
/// The same pupils in one grade and, a year later, in the next: their share of «2» changed by as many percentage points as the rule names, by more than chance gives,
/// and by as many more than that of the other schools, where these are known. A possible marker that needs checking.
/// </summary>
/// <param name="Points">The change in percentage points, with its 95 % interval; NaN where there is none.</param>
/// <param name="Rest">The change of the other schools of the region.</param>
public sealed record CohortChange(CohortYear Before, CohortYear After, double Points, double Lower, double Upper, double? Rest, SignVerdict Verdict)
{
    /// <summary>The flag that keeps the two years apart.</summary>
    public ComparabilityFlag? Flag => Before.Flag ?? After.Flag;

    public static CohortChange Of(CohortYear before, CohortYear after, (CohortYear Before, CohortYear After)? others, CohortChangeRule rule)
    {
        if (before.Flag is not null || after.Flag is not null || Math.Min(before.Marked, after.Marked) < CompletionClass.FewestParticipants) return new(before, after, double.NaN, double.NaN, double.NaN, null, SignVerdict.NotEnough);

        var change = TwoProportions.Compare(after.Twos, after.Marked, before.Twos, before.Marked);
        var rest = others is { } o && Math.Min(o.Before.Marked, o.After.Marked) >= BoundaryPeak.Enough ? o.After.Share - o.Before.Share : (double?)null;
        var points = 100 * change.Difference.Value;
        // Counts against counts: exactly ten points must not become less by rounding.
        var isSharp = 100 * Math.Abs((long)after.Twos * before.Marked - (long)before.Twos * after.Marked) >= (long)rule.Points * before.Marked * after.Marked;
        var isBeyondChance = change.Newcombe.Lower > 0 || change.Newcombe.Upper < 0;
        var isOwn = rest is null || (points > 0 ? points - rest >= rule.Points : rest - points >= rule.Points);
        return new(before, after, points, 100 * change.Newcombe.Lower, 100 * change.Newcombe.Upper, rest, isSharp && isBeyondChance && isOwn ? SignVerdict.Possible : SignVerdict.NotSeen);
    }
}
