using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>How one organisation did in one procedure: the sums of its current sheets.</summary>
public sealed record ResultRow
{
    public required Id<Organisation> Organisation { get; init; }
    public required Id<AssessmentProcedure> Procedure { get; init; }
    public required ProcedureKind Kind { get; init; }
    public required string Subject { get; init; }
    public required int Grade { get; init; }
    public required SchoolYear Year { get; init; }
    public required int Sheets { get; init; }
    public required int Participants { get; init; }

    /// <summary>The N of the share below threshold: participants of whom a mark or a threshold tells whether they passed.</summary>
    public required int Judged { get; init; }
    public required int BelowThreshold { get; init; }
    public required int Marks2 { get; init; }
    public required int Marks3 { get; init; }
    public required int Marks4 { get; init; }
    public required int Marks5 { get; init; }

    /// <summary>Participants with a total, and the sum of their totals.</summary>
    public required int Scored { get; init; }
    public required double ScoreSum { get; init; }

    public ResultSums Sums => new(1, Sheets, Participants, Judged, BelowThreshold, Marks2, Marks3, Marks4, Marks5, Scored, ScoreSum);
}

public static class ResultQueries
{
    /// <summary>Results per organisation and procedure, of the organisations and procedures asked for; only current sheets count.</summary>
    public static IQueryable<ResultRow> Results(this Db db, IQueryable<Organisation> organisations, IQueryable<AssessmentProcedure> procedures) =>
        from sheet in db.ScoreSheets.AsNoTracking()
        where sheet.State == SheetState.Current
        join organisation in organisations on sheet.Organisation equals organisation.Id
        join procedure in procedures on sheet.Procedure equals procedure.Id
        group sheet by new { sheet.Organisation, sheet.Procedure, procedure.Kind, procedure.Subject, procedure.Grade, procedure.Year } into sheets
        select new ResultRow
        {
            Organisation = sheets.Key.Organisation, Procedure = sheets.Key.Procedure, Kind = sheets.Key.Kind, Subject = sheets.Key.Subject, Grade = sheets.Key.Grade, Year = sheets.Key.Year,
            Sheets = sheets.Count(), Participants = sheets.Sum(s => s.Participants), Judged = sheets.Sum(s => s.Judged), BelowThreshold = sheets.Sum(s => s.BelowThreshold),
            Marks2 = sheets.Sum(s => s.Marks2), Marks3 = sheets.Sum(s => s.Marks3), Marks4 = sheets.Sum(s => s.Marks4), Marks5 = sheets.Sum(s => s.Marks5),
            Scored = sheets.Sum(s => s.Scored), ScoreSum = sheets.Sum(s => s.ScoreSum),
        };

    /// <summary>The same for whole years and kinds of procedures: what identification reads.</summary>
    public static IQueryable<ResultRow> Results(this Db db, IQueryable<Organisation> organisations, IReadOnlyCollection<SchoolYear> years, IReadOnlyCollection<ProcedureKind> kinds) =>
        db.Results(organisations, db.Procedures.Where(p => years.Contains(p.Year) && kinds.Contains(p.Kind)));

    /// <summary>Procedures of which the organisations have current sheets.</summary>
    public static Expression<Func<AssessmentProcedure, bool>> HasSheets(this Db db, IQueryable<Organisation> organisations) =>
        p => db.ScoreSheets.Any(s => s.Procedure == p.Id && s.State == SheetState.Current && organisations.Any(o => o.Id == s.Organisation));
}
