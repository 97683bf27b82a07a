using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments.Results;
using Stupeni.Assessments.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>One report, or all of a scope, for a viewer; null where the viewer sees nothing of it.</summary>
public sealed class FindReport(Db db, Viewer viewer, ReportScopes scopes, RegionUnits region, FindDeclared declared, AccessLog log)
{
    /// <summary>The scope with the procedure it is of.</summary>
    public async Task<ReportsFound?> Find(ProcedureScope asked, CancellationToken stop)
    {
        if (await db.Head(asked.Procedure, viewer, stop) is not { } head || await scopes.Find(asked, head.Tasks.Count, stop) is not { } scope) return null;

        var key = ProcedureKey.Of(head.Procedure);
        var scale = PassRule.ScaleOf(key, await db.MarkScales.AsNoTracking().Where(s => s.Kind == key.Kind && s.Subject == key.Subject && s.Year == key.Year).ToListAsync(stop));
        var pupils = scope.At.School is { } school && viewer.Person is not null && await db.Organisations.VisibleTo(viewer, Permission.SeeParticipants).AnyAsync(o => o.Id == school, stop);
        return new(head, scope, scale, pupils, viewer.MayEverywhere(Permission.SeeResults) && scope.Shown.Kind == UnitKind.Region, await declared.Of(scope, stop));
    }

    /// <summary>The report as it is counted, with what is declared of the same figures beside it; alone where there is nothing to count.</summary>
    public async Task<Report> Of(ReportsFound found, ReportKind kind, CancellationToken stop) => DeclaredPart.Beside(await Counted(found, kind, stop), found);

    private async Task<Report> Counted(ReportsFound found, ReportKind kind, CancellationToken stop) => kind switch
    {
        ReportKind.Marks => MarksReport.Of(found.Scope),
        ReportKind.Journal => JournalReport.Of(found.Scope),
        ReportKind.Scores => ScoresReport.Of(found.Scope, found.Scale),
        ReportKind.Tasks => TasksReport.Of(found.Scope, found.Head.Tasks),
        ReportKind.Outcomes => OutcomesReport.Of(found.Scope, found.Head.Tasks),
        ReportKind.Skills => SkillsReport.Of(found.Scope, found.Head),
        ReportKind.Groups => GroupsReport.Of(await GroupTallies.Of(db, viewer, region, found.Head, found.Scope, stop), found.Head.Tasks),
        ReportKind.Signs => SignsReport.Of(found.Scope, found.Scale, await OfficialSigns.Of(db, ProcedureKey.Of(found.Head.Procedure), stop), await CohortMarks.Of(db, ProcedureKey.Of(found.Head.Procedure), found.Scope, stop)),
        ReportKind.Items => await Items(found, stop),
        _ => await Pupils(found, stop),
    };

    private async Task<Report> Items(ReportsFound found, CancellationToken stop) =>
        found.Scope.Shown.Tasks.Count(t => t.Participants >= ItemsReport.FewestParticipants) < 3 ? Report.Without(ReportKind.Items, Texts.Say("Для этого отчёта нужны баллы хотя бы за три задания от {0} участников.", ItemsReport.FewestParticipants))
        : ItemsReport.Of(await region.Quality(found.Scope.At.Procedure, found.Head.Tasks, stop), found.Head.Tasks);

    private async Task<Report> Pupils(ReportsFound found, CancellationToken stop)
    {
        var school = found.Scope.At.School!.Value;
        var sheets = await db.CurrentSheets(found.Scope.At.Procedure, db.Organisations.Where(o => o.Id == school)).OrderBy(s => s.Class).ToListAsync(stop);
        foreach (var sheet in sheets) log.Seen(viewer, nameof(ScoreSheet), sheet.Id.Value, $"{found.Head.Name}, {sheet.Class}", school.Value);
        return PupilsReport.Of(sheets, found.Head.Tasks);
    }
}

/// <param name="Scale">Where marks begin, if the reference data say.</param>
/// <param name="SeesPupils">Whether single participants may be shown.</param>
/// <param name="SeesItems">Whether the tasks themselves are looked at: over the whole region.</param>
/// <param name="Declared">What reports of ФИС ОКО declare of the unit and of those it is compared with.</param>
public sealed record ReportsFound(ProcedureHead Head, ReportScope Scope, MarkScale? Scale, bool SeesPupils, bool SeesItems, DeclaredSide Declared)
{
    /// <summary>The reports of this scope; participants only for those who may see them.</summary>
    public IEnumerable<ReportKind> Kinds => Enum.GetValues<ReportKind>().Where(k => (k != ReportKind.Pupils || SeesPupils) && (k != ReportKind.Items || SeesItems));
}
