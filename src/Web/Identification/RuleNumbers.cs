using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>What an edition of one's own may say otherwise than the one it copies: its numbers, and which procedures count.</summary>
public sealed record RuleNumbers(int Share, int Risk, int MinParticipants, int MinProcedures, string Kinds, string Subjects, string Grades)
{
    public static RuleNumbers Of(IdentificationRule rule) => new(rule.SharePercent, rule.RiskPercent, rule.MinParticipants, rule.MinProcedures, rule.Kinds, rule.Subjects, rule.Grades);

    public RuleNumbers Checked()
    {
        if (Share is < 1 or > 100) throw new RuleBroken("Доля — целое число от 1 до 100 процентов.", "share");
        if (Risk < 1 || Risk >= Share) throw new RuleBroken("Доля для группы риска — целое число от 1 и меньше доли списка, {0}.", "risk", Numbers.Percent(Share, 0));
        if (MinParticipants is < 1 or > 1000) throw new RuleBroken("Наименьшее число участников — от 1 до 1000.", "minParticipants");
        if (MinProcedures is < 1 or > 20) throw new RuleBroken("Число процедур — от 1 до 20.", "minProcedures");
        if (Kinds is "") throw new RuleBroken("Отметьте хотя бы один вид процедур.", "kinds");
        if (Grades.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(g => !int.TryParse(g, out var grade) || grade is < 1 or > 12)) throw new RuleBroken("Классы — числа от 1 до 12 через пробел; пусто — все классы.", "grades");
        return this;
    }
}
