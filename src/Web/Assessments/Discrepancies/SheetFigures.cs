using System.Globalization;
using Stupeni.Assessments.Reports;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>What pupils' sheets of a unit give for the figures that a report declares, under the same keys and unrounded.</summary>
internal static class SheetFigures
{
    public static Dictionary<string, SourceValue> Of(DeclaredReport report, ReportUnit unit, IReadOnlyList<TestTask> tasks) => report switch
    {
        DeclaredReport.Participants => new() { [""] = new(unit.Sums.Participants, IsCount: true) },
        DeclaredReport.Marks => unit.Sums.Marked == 0 ? [] : unit.Sums.Marks.ToDictionary(m => Key(m.Mark), m => new SourceValue(100.0 * m.Count / unit.Sums.Marked)),
        DeclaredReport.Journal => Journal(unit.Tallies),
        DeclaredReport.Scores => unit.Tallies.Placed == 0 || unit.Tallies.OtherTotals > 0 ? [] : unit.Tallies.Totals.Index().ToDictionary(t => Key(t.Index), t => new SourceValue(100.0 * t.Item / unit.Tallies.Placed)),
        DeclaredReport.Groups => Groups(unit, tasks),
        _ => unit.Tasks.Count != tasks.Count ? [] : tasks.Index().Where(t => unit.Tasks[t.Index].Participants > 0).ToDictionary(t => t.Item.Code, t => new SourceValue(Rules.CompletionClass.Completion(unit.Tasks[t.Index], t.Item.Max) ?? 0)),
    };

    private static Dictionary<string, SourceValue> Journal(Tallies tallies)
    {
        var compared = Rules.JournalComparison.Of(tallies);
        return compared.All == 0 ? [] : new() { ["lower"] = new(100.0 * compared.Lower / compared.All), ["same"] = new(100.0 * compared.Same / compared.All), ["higher"] = new(100.0 * compared.Higher / compared.All), ["all"] = new(compared.All, IsCount: true) };
    }

    private static Dictionary<string, SourceValue> Groups(ReportUnit unit, IReadOnlyList<TestTask> tasks)
    {
        var figures = new Dictionary<string, SourceValue>();
        if (unit.Tallies.Tasks != tasks.Count) return figures;
        foreach (var (mark, count) in unit.Sums.Marks)
        {
            figures[Key(mark)] = new(count, IsCount: true);
            foreach (var (at, task) in tasks.Index())
                if (unit.Tallies.Group(mark, at).Completion(task.Max) is { } completion) figures[$"{Key(mark)}|{task.Code}"] = new(completion);
        }

        return figures;
    }

    private static string Key(int number) => number.ToString(CultureInfo.InvariantCulture);
}
