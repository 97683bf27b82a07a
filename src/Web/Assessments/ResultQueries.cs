using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>How one organisation did in one procedure: the sums of its current sheets.</summary>
/// <param name="Judged">The N of the share below threshold: participants of whom a mark or a threshold tells whether they passed.</param>
/// <param name="Scored">Participants with a total; <paramref name="ScoreSum"/> is the sum of their totals.</param>
public sealed record ResultRow(
    Id<Organisation> Organisation, Id<AssessmentProcedure> Procedure, ProcedureKind Kind, string Subject, int Grade, SchoolYear Year,
    int Sheets, int Participants, int Judged, int BelowThreshold, int Marks2, int Marks3, int Marks4, int Marks5, int Scored, double ScoreSum);

public static class ResultQueries
{
    /// <summary>Results per organisation and procedure, of the organisations and procedures asked for; only current sheets count.</summary>
    public static IQueryable<ResultRow> Results(this Db db, IQueryable<Organisation> organisations, IQueryable<AssessmentProcedure> procedures) =>
        from sheet in db.ScoreSheets.AsNoTracking()
        where sheet.State == SheetState.Current
        join organisation in organisations on sheet.Organisation equals organisation.Id
        join procedure in procedures on sheet.Procedure equals procedure.Id
        group sheet by new { sheet.Organisation, sheet.Procedure, procedure.Kind, procedure.Subject, procedure.Grade, procedure.Year } into sheets
        select new ResultRow(
            sheets.Key.Organisation, sheets.Key.Procedure, sheets.Key.Kind, sheets.Key.Subject, sheets.Key.Grade, sheets.Key.Year,
            sheets.Count(), sheets.Sum(s => s.Participants), sheets.Sum(s => s.Judged), sheets.Sum(s => s.BelowThreshold),
            sheets.Sum(s => s.Marks2), sheets.Sum(s => s.Marks3), sheets.Sum(s => s.Marks4), sheets.Sum(s => s.Marks5), sheets.Sum(s => s.Scored), sheets.Sum(s => s.ScoreSum));

    /// <summary>The same for whole years and kinds of procedures: what identification reads.</summary>
    public static IQueryable<ResultRow> Results(this Db db, IQueryable<Organisation> organisations, IReadOnlyCollection<SchoolYear> years, IReadOnlyCollection<ProcedureKind> kinds) =>
        db.Results(organisations, db.Procedures.Where(p => years.Contains(p.Year) && kinds.Contains(p.Kind)));

    /// <summary>Procedures of which the organisations have current sheets.</summary>
    public static Expression<Func<AssessmentProcedure, bool>> HasSheets(this Db db, IQueryable<Organisation> organisations) =>
        p => db.ScoreSheets.Any(s => s.Procedure == p.Id && s.State == SheetState.Current && organisations.Any(o => o.Id == s.Organisation));
}
