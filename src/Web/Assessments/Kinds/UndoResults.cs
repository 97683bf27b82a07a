using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>Takes back the sheets of an import: the versions before it hold again. What was there is on record; the sheets themselves go, so that organisations made with them may go too.</summary>
public sealed class UndoResults(Db db, Recording recording, Clock clock)
{
    internal async Task Undo(Import import, CancellationToken stop)
    {
        await RefuseIfReplaced(import, stop);
        var mine = await db.ScoreSheets.AsNoTracking().Where(s => s.Import == import.Id && s.State != SheetState.Replaced)
            .Select(s => new { s.Id, s.Procedure, s.Organisation, s.Form, s.Replaces, s.Participants, s.State }).ToListAsync(stop);
        if (mine.Count == 0) return;

        await db.ScoreSheets.Where(s => s.Import == import.Id && s.State != SheetState.Replaced).ExecuteDeleteAsync(stop);
        foreach (var state in mine.GroupBy(s => s.State))
            foreach (var before in state.Select(s => s.Replaces).OfType<Id<ScoreSheet>>().Chunk(500))
                await db.ScoreSheets.Where(s => before.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.State, state.Key), stop);

        await StaleSheets.Restore(db, import, stop);
        await MinimumEffect.TakeBack(db, import, stop);
        var names = await Names(mine.Select(s => s.Procedure).Distinct().ToList(), stop);
        db.AddRange(mine.GroupBy(s => (s.Procedure, s.Organisation)).Select(g => recording.ResultsLine(clock.Now, g.Key.Procedure, g.Key.Organisation, ChangeKind.Removed,
            ResultsLines.TakenBack(names[g.Key.Procedure], g.Sum(s => s.Participants), g.Count(), import.Number))));
        await db.SaveChangesAsync(stop);
        foreach (var form in mine.Select(s => s.Form).Distinct()) await db.Settle(form, stop);
    }

    private async Task RefuseIfReplaced(Import import, CancellationToken stop)
    {
        var later = await (from sheet in db.ScoreSheets
                           where sheet.Import == import.Id
                           join next in db.ScoreSheets on sheet.Id equals next.Replaces
                           join source in db.Imports on next.Import equals source.Id
                           orderby source.Number descending
                           select (int?)source.Number).FirstOrDefaultAsync(stop);
        later ??= await StaleSheets.RetiredBy(db, import, stop);
        if (later is { } number) throw new RuleBroken("Результаты этого импорта заменены импортом № {0}: сначала отмените его.", "", number);
    }

    private async Task<Dictionary<Id<AssessmentProcedure>, string>> Names(List<Id<AssessmentProcedure>> procedures, CancellationToken stop)
    {
        var rows = await db.Procedures.AsNoTracking().Where(p => procedures.Contains(p.Id)).Join(db.Subjects, p => p.Subject, s => s.Code, (procedure, subject) => new { procedure, subject.Name }).ToListAsync(stop);
        return rows.ToDictionary(r => r.procedure.Id, r => ProcedureName.InRussian(ProcedureKey.Of(r.procedure), r.Name));
    }
}
