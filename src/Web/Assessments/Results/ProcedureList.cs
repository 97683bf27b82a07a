using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

/// <summary>What the list of procedures is filtered by; lives in the address.</summary>
public sealed record ProcedureFilter(int? Year, ProcedureKind? Kind, string? Subject, int? Grade);

public sealed record ProcedureRow(Id<AssessmentProcedure> Id, ProcedureKey Key, string Subject, int Schools, int Sheets, int Participants, int Judged)
{
    public string Name => ProcedureName.Of(Key, Subject);

    /// <summary>Without sheets there are only what reports declare.</summary>
    public string Href => Sheets > 0 ? $"/results/{Id}" : $"/results/{Id}/reports/marks";
}

public static class ProcedureList
{
    /// <summary>Procedures with results or reports within the viewer's reach: the latest year first, then by kind, subject and grade.</summary>
    public static async Task<IReadOnlyList<ProcedureRow>> ProcedureRows(this Db db, Viewer viewer, CancellationToken stop)
    {
        var seen = db.Organisations.VisibleTo(viewer, Permission.SeeResults);
        var schools = await db.ScoreSheets.AsNoTracking().Where(s => s.State == SheetState.Current && seen.Any(o => o.Id == s.Organisation))
            .GroupBy(s => new { s.Procedure, s.Organisation }).Select(g => new { g.Key.Procedure, Sheets = g.Count(), Participants = g.Sum(s => s.Participants), Judged = g.Sum(s => s.Judged) }).ToListAsync(stop);
        var procedures = await db.Procedures.AsNoTracking().Join(db.Subjects, p => p.Subject, s => s.Code, (procedure, subject) => new { procedure, subject }).ToListAsync(stop);
        var found = schools.ToLookup(s => s.Procedure);
        var declared = (await db.DeclaredResults.VisibleTo(viewer, db.Organisations).Select(d => d.Procedure).Distinct().ToListAsync(stop)).ToHashSet();
        return [.. procedures.Where(p => found.Contains(p.procedure.Id) || declared.Contains(p.procedure.Id))
            .OrderByDescending(p => p.procedure.Year).ThenBy(p => p.procedure.Kind).ThenBy(p => p.subject.Position).ThenBy(p => p.procedure.Grade).ThenBy(p => p.procedure.Session, StringComparer.Ordinal)
            .Select(p => new ProcedureRow(p.procedure.Id, ProcedureKey.Of(p.procedure), p.subject.Said, found[p.procedure.Id].Count(), found[p.procedure.Id].Sum(s => s.Sheets), found[p.procedure.Id].Sum(s => s.Participants), found[p.procedure.Id].Sum(s => s.Judged)))];
    }

    public static IEnumerable<ProcedureRow> Matching(this IEnumerable<ProcedureRow> rows, ProcedureFilter filter) => rows.Where(r =>
        (filter.Year is null || r.Key.Year.Ends == filter.Year) && (filter.Kind is null || r.Key.Kind == filter.Kind) && (filter.Subject is null || r.Key.Subject == filter.Subject) && (filter.Grade is null || r.Key.Grade == filter.Grade));
}
