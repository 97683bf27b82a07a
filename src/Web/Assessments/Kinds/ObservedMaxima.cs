using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>
/// Where no document says the maxima of tasks they are the greatest scores of all current sheets. When those change, the counts of full scores are counted again;
/// so undoing an import gives back exactly what was before.
/// </summary>
internal static class ObservedMaxima
{
    public static async Task Settle(this Db db, Id<TestForm> id, CancellationToken stop)
    {
        var form = await db.TestForms.Include(f => f.Tasks.OrderBy(t => t.Position)).SingleAsync(f => f.Id == id, stop);
        var count = form.Tasks.Count;
        if (form.ObservedTasks == 0 || count == 0) return;

        var sheets = await db.ScoreSheets.Where(s => s.Form == id && s.State == SheetState.Current).ToListAsync(stop);
        var scores = sheets.ConvertAll(s => SheetScores.Unpack(s.Scores));
        if (sheets.Count == 0) return;

        double[] maxima = [.. Enumerable.Range(0, count).Select(task => scores.Where(s => s.Tasks == count).Max(s => Greatest(s, task)))];
        foreach (var (task, max) in form.Tasks.Zip(maxima).Take(form.ObservedTasks)) task.Max = Math.Max(max, 1);
        maxima = [.. form.Tasks.Select(t => t.Max)];
        foreach (var (sheet, packed) in sheets.Zip(scores).Where(s => s.Second.Tasks == count))
        {
            db.Entry(sheet).Property(s => s.Tasks).CurrentValue = TaskSums.Pack(TaskSums.Of(packed, maxima));
            db.Entry(sheet).Property(s => s.Sha256).CurrentValue = SheetDraft.Hash(packed, maxima, sheet.Judged, sheet.BelowThreshold);
        }

        await db.SaveChangesAsync(stop);
        foreach (var sheet in sheets) db.Entry(sheet).State = EntityState.Detached;
    }

    private static double Greatest(SheetScores scores, int task)
    {
        var greatest = 0.0;
        for (var row = 0; row < scores.Participants; row++)
            if (scores[row, task] > greatest) greatest = scores[row, task];
        return greatest;
    }
}
