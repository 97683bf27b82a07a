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

    public bool Counts(AssessmentProcedure procedure) => Counts(procedure.Kind, procedure.Subject, procedure.Grade);

    public bool Counts(ProcedureKind kind, string subject, int grade) =>
        CountedKinds.Contains(kind) && (Subjects is "" || CountedSubjects.Contains(subject)) && (Grades is "" || Words(Grades).Contains($"{grade}"));

    /// <summary>The same words with other numbers and procedures: what the workshop tries before anyone decides. It is never saved.</summary>
    public IdentificationRule With(RuleNumbers numbers) => Made(numbers.Checked(), Edition, Source, EffectiveFrom, EffectiveTo);

    /// <summary>An edition of one's own: another's words with numbers and procedures that a region has decided, and the act that says so.</summary>
    public IdentificationRule Own(string? edition, string? source, RuleNumbers numbers, DateOnly? from, DateOnly? to = null)
    {
        if (string.IsNullOrWhiteSpace(edition) || edition.Trim().Length > 40) throw new RuleBroken("Назовите редакцию, не длиннее 40 знаков.", nameof(edition));
        if (string.IsNullOrWhiteSpace(source) || source.Trim().Length > 500) throw new RuleBroken("Укажите акт, которым установлены числа, не длиннее 500 знаков.", nameof(source));
        var decided = numbers.Checked();
        if (from is not { Year: >= 2000 and <= 2100 } day) throw new RuleBroken("Укажите, с какого дня действует редакция.", nameof(from));
        if (to < day) throw new RuleBroken("Последний день действия — не раньше первого, {0}.", nameof(to), Numbers.Day(day));
        return Made(decided, edition.Trim(), source.Trim(), day, to);
    }

    /// <summary>Whether it decides the same: what a form that was sent twice says the second time.</summary>
    public bool SaysTheSameAs(IdentificationRule other) =>
        RuleNumbers.Of(this) == RuleNumbers.Of(other) && (Code, Edition, Source, EffectiveFrom, EffectiveTo) == (other.Code, other.Edition, other.Source, other.EffectiveFrom, other.EffectiveTo);

    private IdentificationRule Made(RuleNumbers numbers, string edition, string source, DateOnly from, DateOnly? to) => new()
    {
        Code = Code, Edition = edition, Name = Name, Wording = Wording, SharePercent = numbers.Share, RiskPercent = numbers.Risk, MinParticipants = numbers.MinParticipants, MinProcedures = numbers.MinProcedures,
        Kinds = numbers.Kinds, Subjects = numbers.Subjects, Grades = numbers.Grades, EffectiveFrom = from, EffectiveTo = to, Source = source, Confidence = "A", Origin = RuleOrigin.Own,
    };

    private static string[] Words(string list) => list.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>How the words of an edition are read, where they allow two readings.</summary>
public enum Reading { Strict, Soft, Any, Both }
