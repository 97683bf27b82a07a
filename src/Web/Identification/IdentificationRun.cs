using Stupeni.Accounts;
using Stupeni.Assessments;
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

    /// <summary>All years of the run together, offered where single procedures are too small.</summary>
    public int PooledParticipants { get; init; }
    public int PooledBelow { get; init; }
}

public enum SchoolState { Listed, RiskGroup, NotListed, InsufficientData }

/// <summary>What a coordinator decided about a school of a run, by which act and why.</summary>
public sealed class ListDecision : IRecorded
{
    public Id<ListDecision> Id { get; init; } = Id<ListDecision>.New();
    public required Id<IdentificationRun> Run { get; init; }
    public required Id<Organisation> Organisation { get; init; }
    public DecisionKind Kind { get; private set; }
    public string Reason { get; private set; } = "";
    public string ActNumber { get; private set; } = "";
    public DateOnly ActDate { get; private set; }
    public Id<Person>? By { get; private set; }
    public string ByName { get; private set; } = "";
    public DateTime At { get; private set; }
    public int Token { get; init; }

    public string Label => ActNumber;
    Guid? IRecorded.Organisation => Organisation.Value;

    public void Decide(DecisionKind kind, SchoolState verdict, string reason, string actNumber, DateOnly actDate, DateOnly today, Viewer by, DateTime now)
    {
        if (kind == DecisionKind.Added && verdict == SchoolState.Listed) throw new RuleBroken("Школа уже в списке по правилу: подтвердите её или исключите.", nameof(kind));
        if (kind != DecisionKind.Added && verdict != SchoolState.Listed) throw new RuleBroken("По правилу школы нет в списке: её можно только добавить.", nameof(kind));
        if (string.IsNullOrWhiteSpace(actNumber)) throw new RuleBroken("Укажите номер акта.", nameof(actNumber));
        if (actDate > today) throw new RuleBroken("Дата акта не может быть позже сегодняшней, {0}.", nameof(actDate), Numbers.Day(today));
        if (kind != DecisionKind.Confirmed && string.IsNullOrWhiteSpace(reason)) throw new RuleBroken("Напишите причину: её увидит школа.", nameof(reason));

        (Kind, Reason, ActNumber, ActDate) = (kind, (reason ?? "").Trim(), actNumber.Trim(), actDate);
        (By, ByName, At) = (by.Person, by.Name, now);
    }
}

public enum DecisionKind { Confirmed, Added, Removed }
