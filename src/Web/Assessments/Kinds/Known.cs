using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments.Rules;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>What the database knows that a file is checked against: subjects, scales, thresholds, procedures with their forms and current sheets.</summary>
internal sealed class Known
{
    private readonly Db db;
    private readonly List<MarkScale> scales;
    private readonly List<MinimumThreshold> thresholds;

    private Known(Db db, SubjectIndex subjects, List<MarkScale> scales, List<MinimumThreshold> thresholds) =>
        (this.db, Subjects, this.scales, this.thresholds) = (db, subjects, scales, thresholds);

    public SubjectIndex Subjects { get; }

    public static async Task<Known> Load(Db db, CancellationToken stop) => new(db,
        new(await db.Subjects.AsNoTracking().OrderBy(s => s.Position).ToListAsync(stop)),
        await db.MarkScales.AsNoTracking().ToListAsync(stop),
        await db.MinimumThresholds.AsNoTracking().ToListAsync(stop));

    public PassRule Rule(ProcedureKey key, ScoreKind? totals, double? minimum, IReadOnlyList<string> tasks) => PassRule.Of(key, totals, thresholds, scales, minimum, tasks);

    public Task<AssessmentProcedure?> Procedure(ProcedureKey key, CancellationToken stop) => db.Procedures.AsNoTracking().SingleOrDefaultAsync(
        p => p.Kind == key.Kind && p.Subject == key.Subject && p.Grade == key.Grade && p.MathLevel == key.Level && p.Year == key.Year && p.Session == key.Session, stop);

    /// <summary>The form that files must agree with; none while no sheet rests on it.</summary>
    public async Task<TestForm?> Form(AssessmentProcedure? procedure, CancellationToken stop) =>
        procedure is null || !await db.ScoreSheets.AnyAsync(s => s.Procedure == procedure.Id && s.State == SheetState.Current, stop) ? null
        : await db.TestForms.AsNoTracking().Include(f => f.Tasks.OrderBy(t => t.Position)).SingleOrDefaultAsync(f => f.Procedure == procedure.Id, stop);

    public async Task<IReadOnlyDictionary<(Id<Organisation> Organisation, string Class), CurrentSheet>> Sheets(AssessmentProcedure? procedure, CancellationToken stop) =>
        procedure is null ? new Dictionary<(Id<Organisation>, string), CurrentSheet>() : await db.Current(procedure.Id, stop);
}

/// <summary>A sheet that holds today, without its scores.</summary>
internal sealed record CurrentSheet(Id<ScoreSheet> Id, string Sha256, int Participants, Id<Import> Import, Id<ScoreSheet>? Replaces);

internal static class CurrentSheets
{
    public static Task<Dictionary<(Id<Organisation> Organisation, string Class), CurrentSheet>> Current(this Db db, Id<AssessmentProcedure> procedure, CancellationToken stop) => db.Sheets(procedure, SheetState.Current, stop);

    public static async Task<Dictionary<(Id<Organisation> Organisation, string Class), CurrentSheet>> Sheets(this Db db, Id<AssessmentProcedure> procedure, SheetState state, CancellationToken stop)
    {
        var rows = await db.ScoreSheets.AsNoTracking().Where(s => s.Procedure == procedure && s.State == state)
            .Select(s => new { s.Id, s.Organisation, s.Class, s.Sha256, s.Participants, s.Import, s.Replaces }).ToListAsync(stop);
        return rows.ToDictionary(r => (r.Organisation, r.Class), r => new CurrentSheet(r.Id, r.Sha256, r.Participants, r.Import, r.Replaces));
    }
}
