using Stupeni.Assessments.Rules;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

/// <summary>How tasks were done over some sheets: what the partial _Tasks shows.</summary>
public sealed record TaskTable(ProcedureHead Head, IReadOnlyList<TaskSum> Sums, FigureOrigin From)
{
    public IEnumerable<TaskLine> Lines => Head.Tasks.Zip(Sums, (task, sum) => new TaskLine(task, sum, CompletionClass.Of(sum, task.Max, task.Difficulty), sum.Completion(task, From)));

    public bool IsEmpty => Sums.All(s => s.Participants == 0);

    public bool IsSmall => Sums.Any(s => s.Participants is > 0 and < CompletionClass.FewestParticipants);

    /// <summary>Skills that several tasks check, with what these say together.</summary>
    public IEnumerable<(string Skill, int Tasks, SkillVerdict Verdict)> Skills => Lines.Where(l => l.Task.Skill is not "").GroupBy(l => l.Task.Skill)
        .Select(g => (g.Key, g.Count(), SkillSign.Of([.. g.Select(l => l.Mastery)]))).Where(s => s.Item3 != SkillVerdict.Nothing);
}

public sealed record TaskLine(TestTask Task, TaskSum Sum, Mastery Mastery, Figure Completion);
