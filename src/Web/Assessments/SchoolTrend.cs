using Stupeni.Assessments.Trends;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>How a school's shares below the threshold changed from year to year, in the words of its page of trends: what other areas ask.</summary>
/// <param name="Finding">What was found over all lines together; empty where there are no results.</param>
/// <param name="Left">Years that are not compared, and why; empty where all are.</param>
public sealed record SchoolTrend(string Finding, string Left, IReadOnlyList<NotableChange> Notable)
{
    public static async Task<SchoolTrend> Of(Db db, Id<Organisation> school, CancellationToken stop)
    {
        var report = TrendReport.Of(await db.TrendsOf(db.Organisations.Where(o => o.Id == school), stop));
        return new(report.Finding(), report.Left(), [.. from line in report.Notable
                                                        from change in line.Changes
                                                        where change.IsNotable
                                                        select new NotableChange(line.Series.Name, TrendView.Anchor(line.Series), change.From.Year, change.To.Year, change.From.Below, change.From.N, change.To.Below, change.To.N, change.Points, change.Verdict.Word())]);
    }
}

/// <param name="Anchor">Where it stands on the page of trends.</param>
public sealed record NotableChange(string Name, string Anchor, SchoolYear From, SchoolYear To, int BelowBefore, int Before, int Below, int N, double Points, string Word);
