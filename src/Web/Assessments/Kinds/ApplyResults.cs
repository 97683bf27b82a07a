using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>Writes the sheets of a plan: the same content stays as it is, another replaces it and keeps the old version.</summary>
public sealed class ApplyResults(Db db, Recording recording, Clock clock)
{
    private const int Chunk = 500;

    internal async Task Apply(ResultsPlan plan, Import import, CancellationToken stop)
    {
        foreach (var procedure in plan.Procedures) await Apply(procedure, import, stop);
    }

    private async Task Apply(ProcedurePlan plan, Import import, CancellationToken stop)
    {
        var procedure = await Procedure(plan, import, stop);
        var current = await db.Current(procedure.Id, stop);
        var form = await Form(plan, procedure, hasSheets: current.Count > 0, stop);
        await db.SaveChangesAsync(stop);

        var fresh = plan.Sheets.Where(s => current.GetValueOrDefault((s.School.Id, s.Class))?.Sha256 != s.Sha256).ToList();
        await StaleSheets.Retire(db, import, plan.Stale, stop);
        await Replace(fresh, SheetState.Current, current, procedure, form, import, plan.FileSha256, stop);
        if (plan.Retakes.Count > 0) await Replace(plan.Retakes, SheetState.Retakes, await db.Sheets(procedure.Id, SheetState.Retakes, stop), procedure, form, import, plan.FileSha256, stop);
        db.AddRange(fresh.GroupBy(s => s.School.Id).Select(g => recording.ResultsLine(clock.Now, procedure.Id, g.Key, ChangeKind.Added,
            ResultsLines.Brought(plan.Name, g.Sum(s => s.Sums.Participants), g.Count(), import.Number))));
        await db.SaveChangesAsync(stop);
        if (plan.Observed) await db.Settle(form.Id, stop);
    }

    private async Task Replace(
        IReadOnlyList<SheetDraft> fresh, SheetState state, Dictionary<(Id<Organisation>, string), CurrentSheet> before, AssessmentProcedure procedure, TestForm form, Import import, string file, CancellationToken stop)
    {
        var old = fresh.Select(s => before.GetValueOrDefault((s.School.Id, s.Class))).OfType<CurrentSheet>().ToLookup(s => s.Import == import.Id, s => s.Id);
        foreach (var ids in old[false].Chunk(Chunk)) await db.ScoreSheets.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.State, SheetState.Replaced), stop);

        // What an earlier file of the same import wrote was no version: nobody saw it, and undoing must come to what stood before both.
        foreach (var ids in old[true].Chunk(Chunk)) await db.ScoreSheets.Where(s => ids.Contains(s.Id)).ExecuteDeleteAsync(stop);
        foreach (var sheets in fresh.Chunk(Chunk)) await Write([.. sheets.Select(s => s.Sheet(procedure.Id, form.Id, import.Id, file, Successor(before.GetValueOrDefault((s.School.Id, s.Class))), state))], stop);

        Id<ScoreSheet>? Successor(CurrentSheet? sheet) => sheet?.Import == import.Id ? sheet.Replaces : sheet?.Id;
    }

    private async Task<AssessmentProcedure> Procedure(ProcedurePlan plan, Import import, CancellationToken stop)
    {
        var key = plan.Key;
        if (plan.NewSubject is { } subject && !await db.Subjects.AnyAsync(s => s.Code == subject.Code, stop))
        {
            db.Add(subject);
            await db.SaveChangesAsync(stop);
        }

        var procedure = await db.Procedures.SingleOrDefaultAsync(
            p => p.Kind == key.Kind && p.Subject == key.Subject && p.Grade == key.Grade && p.MathLevel == key.Level && p.Year == key.Year && p.Session == key.Session, stop);
        if (procedure is null) db.Add(procedure = new() { Kind = key.Kind, Subject = key.Subject, Grade = key.Grade, MathLevel = key.Level, Year = key.Year, Session = key.Session });
        if (plan.Minimum is { } minimum && (procedure.Minimum != minimum || procedure.MinimumSource != plan.MinimumSource))
        {
            db.Add(MinimumEffect.Of(import, procedure, minimum, plan.MinimumSource));
            (procedure.Minimum, procedure.MinimumSource) = (minimum, plan.MinimumSource);
        }

        return procedure;
    }

    private async Task<TestForm> Form(ProcedurePlan plan, AssessmentProcedure procedure, bool hasSheets, CancellationToken stop)
    {
        var form = await db.TestForms.Include(f => f.Tasks).SingleOrDefaultAsync(f => f.Procedure == procedure.Id, stop);
        if (form is null) db.Add(form = new() { Procedure = procedure.Id, Source = plan.FormSource, Edition = plan.Key.Year.ToString() });
        if (plan.Tasks.Count == 0 || (form.Tasks.Count > 0 && hasSheets)) return form;

        // A form on which no sheet rests any more was a mistake that has been undone.
        if (form.Tasks.Count > 0 && !Same(form, plan))
        {
            db.RemoveRange(form.Tasks);
            await db.SaveChangesAsync(stop);
            form.Tasks.Clear();
        }

        form.Source = plan.FormSource;
        foreach (var (position, task) in plan.Tasks.Index())
        {
            if (form.Tasks.Find(t => t.Code == task.Code) is { } known) known.Max = task.Max;
            else db.Add(new TestTask { Form = form.Id, Position = position, Code = task.Code, Max = task.Max, Difficulty = task.Difficulty });
        }

        return form;
    }

    private static bool Same(TestForm form, ProcedurePlan plan) => form.Tasks.OrderBy(t => t.Position).Select(t => t.Code).SequenceEqual(plan.Tasks.Select(t => t.Code));

    /// <summary>Rows are let go once written: a region's five thousand sheets must not stay in memory.</summary>
    private async Task Write(ScoreSheet[] sheets, CancellationToken stop)
    {
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        try
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(sheets);
            await db.SaveChangesAsync(stop);
            foreach (var sheet in sheets) db.Entry(sheet).State = EntityState.Detached;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }
}
