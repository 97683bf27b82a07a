using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>The sums of any set of sheets of one procedure.</summary>
public sealed record ResultSums(int Schools, int Sheets, int Participants, int Judged, int BelowThreshold, int Marks2, int Marks3, int Marks4, int Marks5, int Scored, double ScoreSum)
{
    public static readonly ResultSums Nothing = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public int Marked => Marks2 + Marks3 + Marks4 + Marks5;

    public IReadOnlyList<(int Mark, int Count)> Marks => [(2, Marks2), (3, Marks3), (4, Marks4), (5, Marks5)];

    /// <summary>Sums of sheets that are not the same, as one; schools are counted as often as they occur.</summary>
    public static ResultSums Sum(IReadOnlyCollection<ResultSums> parts) => new(parts.Sum(p => p.Schools), parts.Sum(p => p.Sheets), parts.Sum(p => p.Participants), parts.Sum(p => p.Judged), parts.Sum(p => p.BelowThreshold),
        parts.Sum(p => p.Marks2), parts.Sum(p => p.Marks3), parts.Sum(p => p.Marks4), parts.Sum(p => p.Marks5), parts.Sum(p => p.Scored), parts.Sum(p => p.ScoreSum));

    public static ResultSums Of(ScoreSheet sheet) =>
        new(1, 1, sheet.Participants, sheet.Judged, sheet.BelowThreshold, sheet.Marks2, sheet.Marks3, sheet.Marks4, sheet.Marks5, sheet.Scored, sheet.ScoreSum);
}

public static class SheetQueries
{
    /// <summary>The sheets that hold today, of these organisations in the procedure.</summary>
    public static IQueryable<ScoreSheet> CurrentSheets(this Db db, Id<AssessmentProcedure> procedure, IQueryable<Organisation> organisations) =>
        db.ScoreSheets.AsNoTracking().Where(s => s.Procedure == procedure && s.State == SheetState.Current && organisations.Any(o => o.Id == s.Organisation));

    public static async Task<ResultSums> Sums(this IQueryable<ScoreSheet> sheets, CancellationToken stop)
    {
        var schools = await sheets.Select(s => s.Organisation).Distinct().CountAsync(stop);
        return await sheets.GroupBy(_ => 1).Select(g => new ResultSums(schools, g.Count(), g.Sum(s => s.Participants), g.Sum(s => s.Judged), g.Sum(s => s.BelowThreshold),
            g.Sum(s => s.Marks2), g.Sum(s => s.Marks3), g.Sum(s => s.Marks4), g.Sum(s => s.Marks5), g.Sum(s => s.Scored), g.Sum(s => s.ScoreSum))).SingleOrDefaultAsync(stop) ?? ResultSums.Nothing;
    }

    /// <summary>The sums of each task over the sheets; a sheet without tasks adds nothing.</summary>
    public static async Task<TaskSum[]> TaskTotals(this IQueryable<ScoreSheet> sheets, int tasks, CancellationToken stop)
    {
        var totals = new TaskSum[tasks];
        await foreach (var packed in sheets.Select(s => s.Tasks).AsAsyncEnumerable().WithCancellation(stop))
        {
            var sums = TaskSums.Unpack(packed);
            for (var task = 0; task < Math.Min(tasks, sums.Length); task++) totals[task] += sums[task];
        }

        return totals;
    }
}
