using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.ItemResponse;
using Stupeni.Statistics.Reliability;

namespace Stupeni.Assessments.Reports;

/// <summary>The tasks of a procedure as a test: classical figures and a map of difficulties with their errors, over every participant of the region.</summary>
/// <param name="Scale">Alpha and the figures of each task.</param>
/// <param name="Calibration">Partial credit, which for tasks of one point is the Rasch model.</param>
/// <param name="Fit">How regular the answers to each task are.</param>
public sealed record ItemQuality(int Participants, ScaleAnalysis Scale, Calibration Calibration, IReadOnlyList<Misfit> Fit)
{
    /// <summary>More participants change no digit that is shown; of more, evenly spread ones are taken.</summary>
    public const int MostParticipants = 20_000;

    public static ItemQuality Of(IReadOnlyList<SheetScores> sheets, IReadOnlyList<TestTask> tasks, CancellationToken stop)
    {
        var all = sheets.Sum(s => s.Participants);
        var step = Math.Max(1, (all + MostParticipants - 1) / MostParticipants);
        var rows = new List<(SheetScores Sheet, int Row)>();
        var seen = 0;
        foreach (var sheet in sheets)
            for (var row = 0; row < sheet.Participants; row++)
                if (seen++ % step == 0) rows.Add((sheet, row));

        var scores = new double[rows.Count, tasks.Count];
        for (var person = 0; person < rows.Count; person++)
            for (var task = 0; task < tasks.Count; task++) scores[person, task] = rows[person].Sheet[rows[person].Row, task];
        var answers = Answers.From(scores);
        var calibration = Marginal.Fit(answers, Model.PartialCredit, null, stop);
        return new(rows.Count, ScaleAnalysis.Of(scores, new() { Maxima = [.. tasks.Select(t => t.Max)] }, stop), calibration, Misfit.OfItems(answers, calibration, Weighted.Abilities(answers, calibration)));
    }
}
