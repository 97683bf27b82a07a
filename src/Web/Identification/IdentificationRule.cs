using Stupeni.Assessments;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>An edition of the rule by which schools are identified: data with source and dates; the arithmetic of each reading is a class of its own.</summary>
public sealed class IdentificationRule
{
    public Id<IdentificationRule> Id { get; init; } = Id<IdentificationRule>.New();

    /// <summary>FIOKO-2020, RON-2025.</summary>
    public required string Code { get; init; }
    public required string Edition { get; init; }
    public required string Name { get; init; }
    public required string Wording { get; init; }

    /// <summary>A procedure is low from this share of its participants below the threshold, in whole per cent.</summary>
    public required int SharePercent { get; init; }
    public required int MinParticipants { get; init; }

    /// <summary>How many low procedures list a school.</summary>
    public required int MinProcedures { get; init; }

    /// <summary>A school not listed is at risk from this share in as many procedures.</summary>
    public required int RiskPercent { get; init; }

    /// <summary>Kinds of procedures that count, parted by spaces; and their subjects, or none for all.</summary>
    public required string Kinds { get; init; }
    public required string Subjects { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public DateOnly? EffectiveTo { get; init; }
    public required string Source { get; init; }
    public required string Confidence { get; init; }
    public required RuleOrigin Origin { get; init; }
}

/// <summary>How the words of an edition are read, where they allow two readings.</summary>
public enum Reading { Strict, Soft, Any, Both }
