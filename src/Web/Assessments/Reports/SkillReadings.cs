using Stupeni.Assessments.Rules;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>What matters in a map of skills, in sentences.</summary>
internal static class SkillReadings
{
    public static IEnumerable<Reading> Of(ReportScope scope, IReadOnlyList<SkillRow> skills)
    {
        var several = skills.Where(s => !s.IsOneTask).ToList();
        var rule = Texts.Say("Умения, у которых не меньше двух заданий и от {0} участников: набранные баллы ÷ возможные меньше границы. Граница — 57 % для базовых заданий и 28,5 % для повышенных и высоких, у смешанных — средняя с весом максимума.", CompletionClass.FewestParticipants);
        if (skills.All(s => s.Mastery(scope.Shown) == Mastery.Unknown)) yield return new(Texts.Say("Уровень заданий (Б, П, В) в файлах не указан, поэтому выполнение не разделено на достаточное и недостаточное."), Texts.Say("Уровни берутся из описания КИМ или из строки над заголовком Ф1."));
        else if (several.Count > 0)
        {
            var low = several.FindAll(s => s.Mastery(scope.Shown) == Mastery.Insufficient);
            yield return low.Count == 0
                ? new(Texts.Say("Умений, задания которых выполнены недостаточно, не видно."), rule)
                : new(Texts.Say("Недостаточно выполнены задания {0} из {1}: {2}.", Texts.Count(low.Count, "умения|умений|умений"), several.Count, MarksReport.Listed(low.ConvertAll(s => s.Name))), rule, NeedsChecking: true);
            if (Widespread(scope, several) is { } widespread) yield return widespread;
            if (Here(scope, low) is { } here) yield return here;
        }

        if (skills.Count - several.Count is > 0 and var single)
            yield return new(Texts.Say("У {0} только одно задание: по нему видно затруднение, но не вывод об умении.", Texts.Count(single, "умения|умений|умений")), Texts.Say("Умения, которые в работе проверяет одно задание."));
    }

    /// <summary>The skill that is insufficient in the most units; no unit is named.</summary>
    private static Reading? Widespread(ReportScope scope, List<SkillRow> skills)
    {
        var counts = skills.Select(s => (Skill: s, Told: scope.Below.Select(s.Mastery).Where(m => m is not (Mastery.Unknown or Mastery.TooFew)).ToList())).Where(s => s.Told.Count > 1)
            .Select(s => (s.Skill, Low: s.Told.Count(m => m == Mastery.Insufficient), s.Told.Count)).Where(s => s.Low > 0).OrderByDescending(s => (double)s.Low / s.Count).ThenBy(s => s.Skill.Tasks[0].At).ToList();
        if (counts is not [var (skill, low, count), ..]) return null;

        var units = scope.Below[0].Kind switch
        {
            UnitKind.Class => Texts.Count(count, "класса|классов|классов"),
            UnitKind.School => Texts.Count(count, "школы|школ|школ"),
            _ => Texts.Count(count, "муниципалитета|муниципалитетов|муниципалитетов"),
        };
        return new(Texts.Say("Чаще всего трудно с умением «{0}»: недостаточно в {1} из {2}.", skill.Name, low, units), Texts.Say("Умение, недостаточное в наибольшей части столбцов, где участников от {0}; столбцы не называются.", CompletionClass.FewestParticipants), NeedsChecking: true);
    }

    private static Reading? Here(ReportScope scope, List<SkillRow> low)
    {
        if (scope.Region is not { } region || low.FindAll(s => s.Mastery(region) is Mastery.Sufficient or Mastery.Uncertain) is not { Count: > 0 } own) return null;
        return new(Texts.Say("Здесь недостаточно, а в области нет: {0}. Возможно, дело не в самих заданиях.", MarksReport.Listed(own.ConvertAll(s => s.Name))), Texts.Say("Умения, недостаточные здесь и не недостаточные в области."), NeedsChecking: true);
    }
}
