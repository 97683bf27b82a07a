using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification.Rules;
using Stupeni.Identification.Runs;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>What other areas ask: how a school stands, and what waits for a decision.</summary>
public static class ListStateQueries
{
    /// <summary>The school in the latest run; nothing if the viewer may not see lists of it, there is no run, or the run does not have it.</summary>
    public static async Task<ListState?> ListState(this Db db, Viewer viewer, Id<Organisation> school, CancellationToken stop = default)
    {
        var latest = await db.IdentificationRuns.AsNoTracking().OrderByDescending(r => r.Number).FirstOrDefaultAsync(stop);
        if (latest is null || await db.SchoolOf(viewer, latest.Id, school, stop) is not { } row) return null;

        var (order, names) = (await db.OrderOf(latest, stop), await ProcedureNames.Load(db, stop));
        var results = (await db.FrozenResults(latest.Id, [school], stop))[school].ToList();
        var verdict = order.Reading.Judge(results, order.Year, order.Terms)!;
        var text = new ReasonText(names, order);
        var made = await db.ListDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.Run == latest.Id && d.Organisation == school, stop);
        var approved = await db.Approved(school, stop);
        return new(latest.Number, latest.At, latest.Year, order.Edition(), row.State, text.Short(verdict, Pooled.Of(verdict.Deciding.Line, [.. results.Where(r => r.Line == verdict.Deciding.Line)])),
            [.. verdict.Grounds.SelectMany(g => g.Results).Distinct().Select(text.Line)], approved?.Run == latest.Number ? approved.InList : ListDecision.InList(row.State, made?.Kind), made?.Kind, made?.ActNumber, made?.ActDate, made?.Reason) { Approved = approved };
    }

    /// <summary>The school in the last list that an act approved; the caller has asked whether lists of it may be seen.</summary>
    private static Task<ApprovedWord?> Approved(this Db db, Id<Organisation> school, CancellationToken stop) =>
        (from row in db.ApprovedSchools.AsNoTracking()
         where row.Organisation == school
         join list in db.ApprovedLists on row.List equals list.Id
         join run in db.IdentificationRuns on list.Run equals run.Id
         orderby run.Number descending, list.Edition descending
         select new ApprovedWord(run.Number, run.Year, list.Edition, list.ActNumber, list.ActDate, row.InList, row.Reason)).FirstOrDefaultAsync(stop);

    /// <summary>How the latest run has these schools, among those whose lists the viewer may see.</summary>
    public static async Task<Dictionary<Id<Organisation>, SchoolState>> LatestStates(this Db db, Viewer viewer, IReadOnlyCollection<Id<Organisation>> schools, CancellationToken stop = default)
    {
        var visible = db.Organisations.VisibleTo(viewer, Permission.SeeLists).Where(o => schools.Contains(o.Id)).Select(o => o.Id);
        var latest = db.IdentificationRuns.OrderByDescending(r => r.Number).Select(r => r.Id).Take(1);
        return await db.RunSchools.AsNoTracking().Where(s => latest.Contains(s.Run) && visible.Contains(s.Organisation)).ToDictionaryAsync(s => s.Organisation, s => s.State, stop);
    }

    /// <summary>The latest run with the viewer's schools; nothing where there is none.</summary>
    public static async Task<ListSummary?> LatestList(this Db db, Viewer viewer, CancellationToken stop = default) =>
        (await db.RunsSeenBy(viewer, stop)) is [var run, ..] ? new(run.Number, run.At, run.Year, run.RuleCode, run.RuleEdition, run.Listed, run.AtRisk, run.Insufficient, run.NotListed, run.Undecided) : null;
}
