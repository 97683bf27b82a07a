using Stupeni.Assessments.Rules;

namespace Stupeni.Assessments.Results;

/// <summary>Completion of tasks, tasks down and classes across: what the partial _Heat shows.</summary>
public sealed record HeatTable(IReadOnlyList<TestTask> Tasks, IReadOnlyList<HeatColumn> Columns)
{
    public bool IsEmpty => Columns.All(c => c.Sums.All(s => s.Participants == 0));

    public static (double? Percent, Mastery Mastery) Cell(TestTask task, int at, HeatColumn column)
    {
        if (at >= column.Sums.Count) return (null, Mastery.Unknown);
        return (CompletionClass.Completion(column.Sums[at], task.Max), CompletionClass.Of(column.Sums[at], task.Max, task.Difficulty));
    }
}

public sealed record HeatColumn(string Name, int N, IReadOnlyList<TaskSum> Sums, string? Href = null);
