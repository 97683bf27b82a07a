using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>Which of the sources that disagree holds, who said so and why. A change of mind is the next decision of the same place: none is ever rewritten.</summary>
public sealed class DiscrepancyDecision : IRecorded
{
    public const int LongestReason = 1000;

    public Id<DiscrepancyDecision> Id { get; init; } = Id<DiscrepancyDecision>.New();
    public required Id<AssessmentProcedure> Procedure { get; init; }

    /// <summary>Report and unit, as <see cref="PlaceOf"/> writes them.</summary>
    public required string Place { get; init; }

    /// <summary>1, 2, 3…: two people cannot both make the next one.</summary>
    public required int Number { get; init; }
    public Id<Municipality>? Municipality { get; init; }
    public Id<Organisation>? Organisation { get; init; }

    /// <summary>The source that holds, as the comparison names it.</summary>
    public required string Holds { get; init; }

    /// <summary>The same in words, kept in Russian.</summary>
    public required string Source { get; init; }

    /// <summary>Of the figures that were compared: with others the decision has to be made again.</summary>
    public required string Fingerprint { get; init; }
    public required string Reason { get; init; }
    public Id<Person>? By { get; init; }
    public required string ByName { get; init; }
    public required DateTime At { get; init; }

    public string Label => $"{Place} № {Number}";
    Guid? IRecorded.Organisation => Organisation?.Value;

    public static string PlaceOf(DeclaredReport report, DeclaredUnit unit) => unit.Key is { } key ? $"{report}/{unit.Level}/{key}" : $"{report}/{unit.Level}";

    public static string CheckReason(string? reason)
    {
        var why = (reason ?? "").Trim();
        if (why is "") throw new RuleBroken("Напишите, почему верно это значение: причину прочтут рядом с ним.", nameof(reason));
        if (why.Length > LongestReason) throw new RuleBroken("Не длиннее {0} знаков.", nameof(reason), LongestReason);
        return why;
    }
}
