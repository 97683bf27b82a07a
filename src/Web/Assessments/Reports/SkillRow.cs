using Stupeni.Assessments.Rules;

namespace Stupeni.Assessments.Reports;

/// <summary>A skill or a planned outcome of a paper and the tasks that check it.</summary>
/// <param name="Section">The section of the paper's description; empty where it is not said, or where tasks of several check it.</param>
/// <param name="Outcome">The planned outcome that the same tasks check, beside a skill.</param>
public sealed record SkillRow(string Name, string Section, string Outcome, IReadOnlyList<(int At, TestTask Task)> Tasks)
{
    /// <summary>One task tells of itself, not of a skill.</summary>
    public bool IsOneTask => Tasks.Count == 1;

    public string Codes => string.Join(", ", Tasks.Select(t => t.Task.Code));

    public ReportCell Cell(ReportUnit unit) => new(Completion(unit), Mastery: Mastery(unit), IsOneTask: IsOneTask && Completion(unit) is not null);

    public Mastery Mastery(ReportUnit unit) => CompletionClass.Of([.. Tasks.Select(t => (unit.Tasks[t.At], t.Task.Max, t.Task.Difficulty))]);

    /// <summary>Points scored of those possible, over all its tasks.</summary>
    public double? Completion(ReportUnit unit)
    {
        var most = Tasks.Sum(t => unit.Tasks[t.At].Participants * t.Task.Max);
        return most == 0 ? null : 100 * Tasks.Sum(t => unit.Tasks[t.At].Sum) / most;
    }

    /// <summary>The skills of a paper in the order of its sections and tasks.</summary>
    public static IReadOnlyList<SkillRow> Skills(IReadOnlyList<TestTask> tasks, IReadOnlyDictionary<string, string> sections) =>
        [.. Rows(tasks, sections, t => t.Skill).Select(r => r with { Outcome = r.Tasks.Select(t => t.Task.PlannedOutcome).Distinct().ToList() is [var one] ? one : "" }).GroupBy(r => r.Section).SelectMany(g => g)];

    /// <summary>The planned outcomes that are not said by the row of a skill already.</summary>
    public static IReadOnlyList<SkillRow> Outcomes(IReadOnlyList<TestTask> tasks, IReadOnlyDictionary<string, string> sections, IReadOnlyList<SkillRow> skills) =>
        [.. Rows(tasks, sections, t => t.PlannedOutcome).Where(o => !skills.Any(s => s.Outcome == o.Name && s.Codes == o.Codes))];

    private static IEnumerable<SkillRow> Rows(IReadOnlyList<TestTask> tasks, IReadOnlyDictionary<string, string> sections, Func<TestTask, string> said) =>
        from task in tasks.Index()
        where said(task.Item) is not ""
        group task by said(task.Item) into same
        let within = same.Select(t => sections.GetValueOrDefault(t.Item.Code, "")).Distinct().ToList()
        select new SkillRow(same.Key, within is [var one] ? one : "", "", [.. same.Select(t => (t.Index, t.Item))]);
}
