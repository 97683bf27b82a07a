using System.Globalization;
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

    private const string UpTo = Observed + ", задания 1–";

    /// <summary>The source where only the first tasks have maxima that no document gave, such as those with short answers in protocols of exams.</summary>
    public static string ObservedUpTo(int last) => string.Create(CultureInfo.InvariantCulture, $"{UpTo}{last}");

    /// <summary>How many of the first tasks have maxima that no document gave.</summary>
    public int ObservedTasks => Source == Observed ? int.MaxValue
        : Source.StartsWith(UpTo, StringComparison.Ordinal) && int.TryParse(Source.AsSpan(UpTo.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var last) ? last : 0;

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
