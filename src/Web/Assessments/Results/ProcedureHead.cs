using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

/// <summary>A procedure with its name and tasks, as pages about it need.</summary>
public sealed record ProcedureHead(AssessmentProcedure Procedure, Subject Subject, IReadOnlyList<TestTask> Tasks, string TasksFrom)
{
    public string Name => ProcedureName.Of(Procedure, Subject);

    /// <summary>The section of the paper's description to which each task belongs, by its code, where a catalogue says it.</summary>
    public IReadOnlyDictionary<string, string> Sections { get; init; } = new Dictionary<string, string>();

    /// <summary>The most a participant can score; 0 where there are no tasks.</summary>
    public double Most => Tasks.Sum(t => t.Max);

    /// <summary>What decided who is below the threshold, in words.</summary>
    public string Rule(ResultSums sums) =>
        sums.Judged > 0 && sums.Marked >= sums.Judged ? Texts.Say("ниже порога — отметка «2»")
        : Procedure.Minimum is { } minimum ? Texts.Say("ниже порога — меньше {0}: {1}", Numbers.Score(minimum), Procedure.MinimumSource)
        : Texts.Say("ниже порога — по шкале или минимальному баллу из справочника");

    public FigureOrigin From(ResultSums sums, string? href = null, string? source = null, Id<Organisation>? school = null) => new(source ?? Name, href, Rule(sums)) { Lineage = Lineage(Procedure.Id, school) };

    /// <summary>The page of what lies behind figures of the procedure.</summary>
    public static string Lineage(Id<AssessmentProcedure> procedure, Id<Organisation>? school) => $"/results/{procedure}/lineage{(school is { } one ? $"?school={one}" : "")}";
}

public static class ProcedureHeads
{
    /// <summary>The procedure, if the viewer may see results of some organisation in it, or what reports declare of one.</summary>
    public static async Task<ProcedureHead?> Head(this Db db, Id<AssessmentProcedure> id, Viewer viewer, CancellationToken stop)
    {
        var seen = db.Organisations.VisibleTo(viewer, Permission.SeeResults);
        var declared = db.DeclaredResults.VisibleTo(viewer, db.Organisations);
        var found = await db.Procedures.AsNoTracking().Where(p => p.Id == id).Where(p => db.ScoreSheets.Any(s => s.Procedure == p.Id && s.State == SheetState.Current && seen.Any(o => o.Id == s.Organisation)) || declared.Any(d => d.Procedure == p.Id)).Join(db.Subjects, p => p.Subject, s => s.Code, (procedure, subject) => new { procedure, subject }).SingleOrDefaultAsync(stop);
        if (found is null) return null;

        var form = await db.TestForms.AsNoTracking().Include(f => f.Tasks).SingleOrDefaultAsync(f => f.Procedure == id, stop);
        var described = form is null ? [] : await db.Descriptions(ProcedureKey.Of(found.procedure) with { Session = "" }, stop);
        return new(found.procedure, found.subject, form is null ? [] : [.. form.Tasks.OrderBy(t => t.Position).Select(t => described.GetValueOrDefault(t.Code)?.Describe(t) ?? t)], form?.Source ?? "")
        {
            Sections = described.ToDictionary(d => d.Key, d => d.Value.Section),
        };
    }
}
