using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>The paper of a procedure («КИМ»): its tasks with their maxima, and where that is known from.</summary>
public sealed class TestForm
{
    public Id<TestForm> Id { get; init; } = Id<TestForm>.New();
    public required Id<AssessmentProcedure> Procedure { get; init; }
    public required string Source { get; set; }
    public required string Edition { get; set; }
    public List<TestTask> Tasks { get; } = [];

    /// <summary>The source of maxima that no document gave: the greatest scores that files brought.</summary>
    public const string Observed = "наибольшие баллы в загруженных файлах";

    public double MaxScore => Tasks.Sum(t => t.Max);
}

public sealed class TestTask
{
    public Id<TestTask> Id { get; init; } = Id<TestTask>.New();
    public required Id<TestForm> Form { get; init; }
    public required int Position { get; init; }

    /// <summary>As the paper names it, with a Cyrillic К: 1, 9.1, 1К1.</summary>
    public required string Code { get; init; }
    public required double Max { get; set; }
    public Difficulty Difficulty { get; set; }
    public string Skill { get; set; } = "";
    public string PlannedOutcome { get; set; } = "";
}

/// <summary>Б, П, В of the paper's description.</summary>
public enum Difficulty { Unknown, Basic, Advanced, High }
