using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>Primary scores from which the marks 3, 4 and 5 begin; data with source and edition. A region may set its own.</summary>
public sealed class MarkScale : IRecorded
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

    public string Label => $"{Kind} {Subject} {Year.Ends}";
    Guid? IRecorded.Organisation => null;

    /// <summary>A scale of the region's or an installation's own.</summary>
    public static MarkScale Own(ProcedureKey of, double from3, double from4, double from5, double? maxScore, string? condition, string? source, string? edition, RuleOrigin origin)
    {
        ReferenceRules.Check(source, edition, origin);
        if (from3 <= 0) throw new RuleBroken("Балл больше нуля.", nameof(from3));
        if (from4 <= from3) throw new RuleBroken("«4» начинается с большего балла, чем «3».", nameof(from4));
        if (from5 <= from4) throw new RuleBroken("«5» начинается с большего балла, чем «4».", nameof(from5));
        if (maxScore < from5) throw new RuleBroken("Максимум не меньше балла, с которого начинается «5».", nameof(maxScore));
        return new()
        {
            Kind = of.Kind, Subject = of.Subject, Grade = of.Grade, MathLevel = of.Level, Year = of.Year, From3 = from3, From4 = from4, From5 = from5, MaxScore = maxScore,
            Condition = condition?.Trim() ?? "", Source = source!.Trim(), Edition = edition!.Trim(), Origin = origin,
        };
    }

    public int MarkOf(double total) => total >= From5 ? 5 : total >= From4 ? 4 : total >= From3 ? 3 : 2;
}

/// <summary>The least score that passes: test scores for ЕГЭ, primary for ОГЭ; data with source and edition.</summary>
public sealed class MinimumThreshold : IRecorded
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

    public string Label => $"{Kind} {Subject} {From.Ends}";
    Guid? IRecorded.Organisation => null;

    /// <summary>A minimum of the region's or an installation's own.</summary>
    public static MinimumThreshold Own(ProcedureKind kind, string subject, MathLevel level, SchoolYear from, SchoolYear to, ScoreKind score, double minimum, string? condition, string? source, string? edition, RuleOrigin origin)
    {
        ReferenceRules.Check(source, edition, origin);
        if (to < from) throw new RuleBroken("Последний год не раньше первого.", nameof(to));
        if (minimum <= 0) throw new RuleBroken("Балл больше нуля.", nameof(minimum));
        return new() { Kind = kind, Subject = subject, MathLevel = level, From = from, To = to, Score = score, Minimum = minimum, Condition = condition?.Trim() ?? "", Source = source!.Trim(), Edition = edition!.Trim(), Origin = origin };
    }
}

/// <summary>What every value of the reference data must have.</summary>
internal static class ReferenceRules
{
    public static void Check(string? source, string? edition, RuleOrigin origin)
    {
        if (string.IsNullOrWhiteSpace(source)) throw new RuleBroken("Напишите источник: приказ, письмо или методику.", nameof(source));
        if (string.IsNullOrWhiteSpace(edition)) throw new RuleBroken("Укажите редакцию, например год.", nameof(edition));
        if (origin == RuleOrigin.Federal) throw new RuleBroken("Федеральные значения приходят с программой: здесь добавляют свои.", nameof(origin));
    }
}


public enum ScoreKind { Primary, Test, Mark }

/// <summary>Who set a rule or a threshold.</summary>
public enum RuleOrigin { Federal, Regional, Own }
