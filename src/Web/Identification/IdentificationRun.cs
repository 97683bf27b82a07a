using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Identification.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>One application of a rule to the results of its time: inputs, edition and moment are frozen with it.</summary>
public sealed class IdentificationRun : IRecorded
{
    public Id<IdentificationRun> Id { get; init; } = Id<IdentificationRun>.New();
    public required int Number { get; init; }
    public required Id<IdentificationRule> Rule { get; init; }
    public required string RuleCode { get; init; }
    public required string RuleEdition { get; init; }
    public required Reading Reading { get; init; }
    public required SchoolYear Year { get; init; }
    public required int MinParticipants { get; init; }
    public required DateTime At { get; init; }
    public Id<Person>? By { get; init; }
    public required string ByName { get; init; }

    /// <summary>SHA-256 of the frozen inputs in their order: the same hash, rule and reading give the same list.</summary>
    public required string InputSha256 { get; init; }

    /// <summary>What computed it; none where the run is older than this was kept.</summary>
    public string? CodeVersion { get; init; }
    public required int Listed { get; init; }
    public required int AtRisk { get; init; }
    public required int NotListed { get; init; }
    public required int Insufficient { get; init; }

    public string Label => $"{RuleCode} {Year}";
    public Guid? Organisation => null;
}

/// <summary>A frozen input: one school in one procedure.</summary>
public sealed class RunInput
{
    public required Id<IdentificationRun> Run { get; init; }
    public required Id<Organisation> Organisation { get; init; }
    public required Id<AssessmentProcedure> Procedure { get; init; }
    public required SchoolYear Year { get; init; }
    public required int Participants { get; init; }
    public required int BelowThreshold { get; init; }
    public required bool Low { get; init; }
}

/// <summary>A frozen flag: what the run knew of a procedure's year that does not compare, for everyone or for one school.</summary>
public sealed class RunFlag
{
    public Id<RunFlag> Id { get; init; } = Id<RunFlag>.New();
    public required Id<IdentificationRun> Run { get; init; }
    public required Id<AssessmentProcedure> Procedure { get; init; }
    public Id<Organisation>? Organisation { get; init; }
    public required Comparability Flag { get; init; }
    public required string Reason { get; init; }
    public required string Source { get; init; }
    public required string Edition { get; init; }

    internal YearFlag Said => new(Flag, Reason, Source, Edition, Organisation is not null);
}

/// <summary>What the rule says of one school.</summary>
public sealed class RunSchool
{
    public required Id<IdentificationRun> Run { get; init; }
    public required Id<Organisation> Organisation { get; init; }
    public required SchoolState State { get; init; }

    /// <summary>The procedure with the highest share among those in the reasons, with its counts and 95 % Wilson interval (0..1).</summary>
    public Id<AssessmentProcedure>? Deciding { get; init; }
    public int Participants { get; init; }
    public int BelowThreshold { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }

    /// <summary>The deciding procedure over all frozen years together, offered where single years are too small.</summary>
    public int PooledParticipants { get; init; }
    public int PooledBelow { get; init; }
}

public enum SchoolState { Listed, RiskGroup, NotListed, InsufficientData }
