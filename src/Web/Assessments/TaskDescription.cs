using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>
/// What the description of a paper says of one task: what it checks and how hard it is. Reference data beside the results, whichever came first;
/// of several catalogues the one imported last holds, and undoing its import gives the former back.
/// </summary>
public sealed class TaskDescription
{
    public Id<TaskDescription> Id { get; init; } = Id<TaskDescription>.New();
    public required Id<Import> Import { get; init; }
    public required ProcedureKind Kind { get; init; }
    public required string Subject { get; init; }
    public required int Grade { get; init; }
    public required MathLevel MathLevel { get; init; }
    public required SchoolYear Year { get; init; }

    /// <summary>As the paper names it, with a Cyrillic К.</summary>
    public required string Code { get; init; }
    public double? Max { get; init; }
    public Difficulty Difficulty { get; init; }
    public required string Section { get; init; }
    public required string Skill { get; init; }
    public required string PlannedOutcome { get; init; }
    public required string Source { get; init; }

    /// <summary>Whether another catalogue says the same of the same task.</summary>
    public bool SaysAs(TaskDescription other) => (Max, Difficulty, Section, Skill, PlannedOutcome, Source) == (other.Max, other.Difficulty, other.Section, other.Skill, other.PlannedOutcome, other.Source);

    /// <summary>The task with what is said of it; what is not said stays.</summary>
    public TestTask Describe(TestTask task) => new()
    {
        Id = task.Id, Form = task.Form, Position = task.Position, Code = task.Code, Max = task.Max, Difficulty = Difficulty == Difficulty.Unknown ? task.Difficulty : Difficulty,
        Skill = Skill is "" ? task.Skill : Skill, PlannedOutcome = PlannedOutcome is "" ? task.PlannedOutcome : PlannedOutcome,
    };
}
