using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Identification.Rules;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>An edition of the rule by which schools are identified: data with source and dates; the arithmetic of each reading is a class of its own. Never changed once made.</summary>
public sealed class IdentificationRule : IRecorded
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

    /// <summary>Kinds of procedures that count, parted by spaces; their subjects and grades, or none for all.</summary>
    public required string Kinds { get; init; }
    public required string Subjects { get; init; }
    public string Grades { get; init; } = "";
    public required DateOnly EffectiveFrom { get; init; }
    public DateOnly? EffectiveTo { get; init; }
    public required string Source { get; init; }
    public required string Confidence { get; init; }
    public required RuleOrigin Origin { get; init; }

    public string Label => $"{Code}, {Edition}";
    Guid? IRecorded.Organisation => null;

    /// <summary>The ways its words may be read; the first is used unless another is chosen.</summary>
    public IReadOnlyList<RuleReading> Readings => RuleReading.Of(Code);

    public Terms Terms(int minParticipants) => new(SharePercent, RiskPercent, minParticipants, MinProcedures);

    public ProcedureKind[] CountedKinds => [.. Words(Kinds).Select(Enum.Parse<ProcedureKind>)];

    public string[] CountedSubjects => Words(Subjects);

    public bool Counts(AssessmentProcedure procedure) =>
        CountedKinds.Contains(procedure.Kind) && (Subjects is "" || CountedSubjects.Contains(procedure.Subject)) && (Grades is "" || Words(Grades).Contains($"{procedure.Grade}"));

    /// <summary>An edition of one's own: another's words and procedures with numbers that a region has decided, and the act that says so.</summary>
    public IdentificationRule Own(string? edition, string? source, int share, int risk, int minParticipants, int minProcedures, DateOnly? from)
    {
        if (string.IsNullOrWhiteSpace(edition) || edition.Trim().Length > 40) throw new RuleBroken("Назовите редакцию, не длиннее 40 знаков.", nameof(edition));
        if (string.IsNullOrWhiteSpace(source) || source.Trim().Length > 500) throw new RuleBroken("Укажите акт, которым установлены числа, не длиннее 500 знаков.", nameof(source));
        if (share is < 1 or > 100) throw new RuleBroken("Доля — целое число от 1 до 100 процентов.", nameof(share));
        if (risk < 1 || risk >= share) throw new RuleBroken("Доля для группы риска — целое число от 1 и меньше доли списка, {0}.", nameof(risk), Numbers.Percent(share, 0));
        if (minParticipants is < 1 or > 1000) throw new RuleBroken("Наименьшее число участников — от 1 до 1000.", nameof(minParticipants));
        if (minProcedures is < 1 or > 20) throw new RuleBroken("Число процедур — от 1 до 20.", nameof(minProcedures));
        if (from is not { Year: >= 2000 and <= 2100 } day) throw new RuleBroken("Укажите, с какого дня действует редакция.", nameof(from));

        return new()
        {
            Code = Code, Edition = edition.Trim(), Name = Name, Wording = Wording, SharePercent = share, RiskPercent = risk, MinParticipants = minParticipants, MinProcedures = minProcedures,
            Kinds = Kinds, Subjects = Subjects, Grades = Grades, EffectiveFrom = day, Source = source.Trim(), Confidence = "A", Origin = RuleOrigin.Own,
        };
    }

    private static string[] Words(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>How the words of an edition are read, where they allow two readings.</summary>
public enum Reading { Strict, Soft, Any, Both }
