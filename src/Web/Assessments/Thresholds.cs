using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>Primary scores from which the marks 3, 4 and 5 begin; data with source and edition. A region may set its own.</summary>
public sealed class MarkScale
{
    public Id<MarkScale> Id { get; init; } = Id<MarkScale>.New();
    public required ProcedureKind Kind { get; init; }
    public required string Subject { get; init; }

    /// <summary>0 for any grade.</summary>
    public int Grade { get; init; }
    public MathLevel MathLevel { get; init; }
    public required SchoolYear Year { get; init; }
    public required double From3 { get; init; }
    public required double From4 { get; init; }
    public required double From5 { get; init; }
    public double? MaxScore { get; init; }

    /// <summary>Conditions beside the total, in words: «не менее 2 баллов по геометрии».</summary>
    public string Condition { get; init; } = "";
    public required string Source { get; init; }
    public required string Edition { get; init; }

    /// <summary>How surely it is known: A found in a source, B found in part, C known without a source.</summary>
    public string Confidence { get; init; } = "";
    public RuleOrigin Origin { get; init; }

    public int MarkOf(double total) => total >= From5 ? 5 : total >= From4 ? 4 : total >= From3 ? 3 : 2;
}

/// <summary>The least score that passes: test scores for ЕГЭ, primary for ОГЭ; data with source and edition.</summary>
public sealed class MinimumThreshold
{
    public Id<MinimumThreshold> Id { get; init; } = Id<MinimumThreshold>.New();
    public required ProcedureKind Kind { get; init; }
    public required string Subject { get; init; }
    public MathLevel MathLevel { get; init; }
    public required SchoolYear From { get; init; }
    public required SchoolYear To { get; init; }
    public required ScoreKind Score { get; init; }
    public required double Minimum { get; init; }

    /// <summary>A second condition in words, and as it is counted: codes of tasks parted by spaces, and the least sum over them.</summary>
    public string Condition { get; init; } = "";
    public string ConditionTasks { get; init; } = "";
    public double? ConditionMinimum { get; init; }
    public required string Source { get; init; }
    public required string Edition { get; init; }

    /// <summary>How surely it is known: A found in a source, B found in part, C known without a source.</summary>
    public string Confidence { get; init; } = "";
    public RuleOrigin Origin { get; init; }
}

public enum ScoreKind { Primary, Test, Mark }

/// <summary>Who set a rule or a threshold.</summary>
public enum RuleOrigin { Federal, Regional, Own }
