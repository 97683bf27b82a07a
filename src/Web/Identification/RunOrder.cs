using Stupeni.Identification.Rules;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>What to run: an edition, how it is read, for which year, from how many participants a procedure counts.</summary>
public sealed record RunOrder(IdentificationRule Rule, RuleReading Reading, SchoolYear Year, int MinParticipants)
{
    public Terms Terms => Rule.Terms(MinParticipants);

    public SchoolYear[] RuleYears => Reading.Years(Year);

    /// <summary>One year more than the rule looks at: three years together can be offered to small schools.</summary>
    public SchoolYear[] InputYears => [RuleYears[0].Previous, .. RuleYears];

    public static RunOrder Of(IdentificationRule rule, Reading? reading, int year, int? minParticipants)
    {
        if (year is < 2000 or > 2100) throw new RuleBroken("Год — четыре цифры, например 2026 для 2025/26 учебного года.", nameof(year));
        if (minParticipants is < 1 or > 1000) throw new RuleBroken("Наименьшее число участников — от 1 до 1000.", nameof(minParticipants));
        var how = reading is null ? rule.Readings[0] : rule.Readings.SingleOrDefault(r => r.Reading == reading)
            ?? throw new RuleBroken("Правило {0} так не читается.", nameof(reading), rule.Code);
        return new(rule, how, new(year), minParticipants ?? rule.MinParticipants);
    }
}
