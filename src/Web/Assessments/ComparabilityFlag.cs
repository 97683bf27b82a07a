using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>Why results of a year may not be compared with those of other years. SmallSample is counted from the results, the rest is reference data.</summary>
public enum Comparability { NotHeld, ChangedTiming, ChangedScale, ChangedBlueprint, SmallSample, BiasSigns, MergedSchool }

/// <summary>One fact about a year of a procedure that breaks its line: for everyone, or for one organisation. Data with source and edition.</summary>
public sealed class ComparabilityFlag : IRecorded
{
    public Id<ComparabilityFlag> Id { get; init; } = Id<ComparabilityFlag>.New();
    public required Comparability Flag { get; init; }

    /// <summary>None for every kind: a merged school is another school in all of them.</summary>
    public ProcedureKind? Kind { get; init; }

    /// <summary>None for every subject but those in <see cref="Except"/>.</summary>
    public string? Subject { get; init; }

    /// <summary>Codes of subjects parted by spaces.</summary>
    public string Except { get; init; } = "";

    /// <summary>0 for any grade.</summary>
    public int Grade { get; init; }

    /// <summary>None for any level.</summary>
    public MathLevel MathLevel { get; init; }

    /// <summary>Empty for any session.</summary>
    public string Session { get; init; } = "";
    public required SchoolYear Year { get; init; }

    /// <summary>None for all organisations.</summary>
    public Id<Organisation>? Organisation { get; init; }
    public required string Reason { get; init; }
    public required string Source { get; init; }
    public required string Edition { get; init; }

    /// <summary>How surely it is known: A found in a source, B found in part, C known without a source.</summary>
    public string Confidence { get; init; } = "";
    public RuleOrigin Origin { get; init; }
    public int Token { get; init; }

    public string Label => $"{Flag} {Kind?.ToString() ?? "*"} {Subject ?? "*"} {Year.Ends}";
    Guid? IRecorded.Organisation => Organisation?.Value;

    public bool Concerns(ProcedureKey procedure) =>
        Year == procedure.Year
        && (Kind is null || Kind == procedure.Kind)
        && (Subject is null ? !Except.Split(' ').Contains(procedure.Subject) : Subject == procedure.Subject)
        && (Grade == 0 || Grade == procedure.Grade)
        && (MathLevel == MathLevel.None || MathLevel == procedure.Level)
        && (Session is "" || Session == procedure.Session);

    /// <summary>A flag of the region's or an installation's own.</summary>
    /// <param name="on">The procedures it concerns; its empty parts mean any.</param>
    public static ComparabilityFlag Own(Comparability flag, ProcedureKind? kind, ProcedureKey on, Id<Organisation>? organisation, string? reason, string? source, string? edition, RuleOrigin origin)
    {
        ReferenceRules.Check(source, edition, origin);
        if (flag == Comparability.SmallSample) throw new RuleBroken("Число участников считается по результатам: пометка не нужна.", nameof(flag));
        if (flag is Comparability.BiasSigns or Comparability.MergedSchool && organisation is null) throw new RuleBroken("Укажите код организации: такая пометка касается одной школы.", nameof(organisation));
        if (kind is null && flag != Comparability.MergedSchool) throw new RuleBroken("Выберите процедуру: ко всем сразу относится только объединение школы.", nameof(kind));
        if (string.IsNullOrWhiteSpace(reason)) throw new RuleBroken("Напишите, что изменилось: это прочтут рядом с годом.", nameof(reason));
        return new()
        {
            Flag = flag, Kind = kind, Subject = on.Subject is "" ? null : on.Subject, Grade = on.Grade, MathLevel = on.Level, Session = on.Session, Year = on.Year, Organisation = organisation,
            Reason = reason.Trim(), Source = source!.Trim(), Edition = edition!.Trim(), Origin = origin,
        };
    }
}
