using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments.Results;
using Stupeni.Assessments.Rules;
using Stupeni.Organisations;

namespace Stupeni.Assessments.Reports;

/// <summary>Tasks by group of participants. By marks they lie in the tallies of sheets; by test scores they are counted from the scores, those of the region once.</summary>
/// <param name="Region">The region, where it stands beside.</param>
public sealed record GroupTallies(bool IsEge, ScoreGroups? Scores, Tallies Shown, Tallies? Region)
{
    public static async Task<GroupTallies> Of(Db db, Viewer viewer, RegionUnits region, ProcedureHead head, ReportScope scope, CancellationToken stop)
    {
        var key = ProcedureKey.Of(head.Procedure);
        if (key.Kind != ProcedureKind.Ege) return new(false, null, scope.Shown.Tallies, scope.Region?.Tallies);

        var thresholds = await db.MinimumThresholds.AsNoTracking().Where(t => t.Kind == key.Kind && t.Subject == key.Subject).ToListAsync(stop);
        if (ScoreGroups.Of(key, scope.Shown.Sums, head.Procedure.Minimum, thresholds) is not { } groups) return new(true, null, scope.Shown.Tallies, scope.Region?.Tallies);

        var everybody = scope.Shown.Kind == UnitKind.Region || scope.Region is not null ? await region.ByScore(head.Procedure.Id, head.Tasks.Count, groups, stop) : null;
        if (scope.Shown.Kind == UnitKind.Region) return new(true, groups, everybody!, null);

        var seen = db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults);
        var own = scope.At.School is { } school ? seen.Where(o => o.Id == school) : scope.At.Municipality is { } municipality ? seen.Where(o => o.Municipality == municipality) : seen;
        var packed = await db.CurrentSheets(head.Procedure.Id, own).Select(s => s.Scores).ToListAsync(stop);
        return new(true, groups, Tallies.Sum([.. packed.Select(SheetScores.Unpack).Select(groups.Of)]), everybody);
    }
}
