using Stupeni.Assessments.Results;
using Stupeni.Assessments.Rules;
using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Completion of each task in every unit, and where the cause of a difficulty is to be looked for first.</summary>
public static class TasksReport
{
    public static Report Of(ReportScope scope, IReadOnlyList<TestTask> tasks)
    {
        if (scope.Shown.Tasks.All(t => t.Participants == 0)) return Report.Without(ReportKind.Tasks, Texts.Say("Баллов за отдельные задания в загруженных файлах нет: есть только итог или отметка."));

        return new(ReportKind.Tasks, [.. Readings(scope, tasks)],
        [
            new(Texts.Say("Выполнение заданий, % от максимума"), Table(scope, tasks), Note: Texts.Say("Выполнение — доля набранных баллов от возможных. Границы ФИОКО 2026: базовые задания 57 и 60 %, повышенные и высокие 28,5 и 30 %. Одно трудное задание — это затруднение, а не вывод об обучении.")),
        ]);
    }

    private static IEnumerable<Reading> Readings(ReportScope scope, IReadOnlyList<TestTask> tasks)
    {
        var graded = tasks.Index().Where(t => t.Item.Difficulty != Difficulty.Unknown).ToList();
        if (graded.Count == 0)
        {
            yield return new(Texts.Say("Уровень заданий (Б, П, В) в файлах не указан, поэтому выполнение не разделено на достаточное и недостаточное."), Texts.Say("Уровни берутся из описания КИМ или из строки над заголовком Ф1."));
            yield break;
        }

        foreach (var (words, low, among, percent) in new[] { ("базового уровня", Low(Difficulty.Basic), graded.Count(t => t.Item.Difficulty == Difficulty.Basic), Numbers.Percent(60, 0)), ("повышенного и высокого уровня", Low(Difficulty.Advanced, Difficulty.High), graded.Count(t => t.Item.Difficulty is Difficulty.Advanced or Difficulty.High), Numbers.Percent(30, 0)) })
        {
            if (among == 0) continue;
            var rule = Texts.Say("Задания {0}, у которых набрано меньше {1} возможных баллов; от {2} участников.", Texts.Say(words), percent, CompletionClass.FewestParticipants);
            yield return low.Count == 0
                ? new(Texts.Say("Заданий {0} с выполнением ниже {1} нет.", Texts.Say(words), percent), rule)
                : new(Texts.Say("В {0} из {1} {2} выполнение ниже {3}: {4}.", low.Count, Texts.Count(among, "задания|заданий|заданий"), Texts.Say(words), percent, string.Join(", ", low)), rule);
        }

        foreach (var level in tasks.Index().Select(t => (t.Item.Code, Level: Cause(scope, t.Item, t.Index))).Where(t => t.Level != CauseLevel.None).GroupBy(t => t.Level).OrderBy(g => g.Key))
            yield return new($"{level.Key.Advice()} {Texts.Say(level.Count() == 1 ? "Задание: {0}." : "Задания: {0}.", string.Join(", ", level.Select(t => t.Code)))}", Texts.Say("Где выполнение недостаточно: в области, муниципалитете, во всех классах параллели, в одном классе, только у получивших «2» и «3»."), NeedsChecking: true);

        List<string> Low(params Difficulty[] difficulties) => [.. graded.Where(t => difficulties.Contains(t.Item.Difficulty) && CompletionClass.Of(scope.Shown.Tasks[t.Index], t.Item.Max, t.Item.Difficulty) is Mastery.Insufficient or Mastery.Uncertain).Select(t => t.Item.Code)];
    }

    internal static CauseLevel Cause(ReportScope scope, TestTask task, int at)
    {
        if (scope.Shown.Kind != UnitKind.School) return CauseLevel.None;

        Mastery Of(ReportUnit? unit) => unit is null ? Mastery.Unknown : CompletionClass.Of(unit.Tasks[at], task.Max, task.Difficulty);
        return CauseLevels.Of(Of(scope.Region), Of(scope.Above.FirstOrDefault(u => u.Kind == UnitKind.Municipality)), Of(scope.Shown), [.. scope.Below.Select(Of)], Group(2, 3), Group(4, 5));

        Mastery Group(int from, int to)
        {
            if (scope.Shown.Tallies.Tasks <= at) return Mastery.Unknown;
            var group = scope.Shown.Tallies.Group(from, at) + scope.Shown.Tallies.Group(to, at);
            return CompletionClass.Of(new TaskSum(group.Participants, 0, 0, group.Sum), task.Max, task.Difficulty);
        }
    }

    private static ReportTable Table(ReportScope scope, IReadOnlyList<TestTask> tasks)
    {
        List<ReportUnit> units = [scope.Shown, .. scope.Above, .. scope.Below.Where(u => u.Sums.Participants > 0)];
        return new(
            [
                new(Texts.Say("Задание"), Width: 10), new(Texts.Say("Уровень"), Width: 8), new(Texts.Say("Умение"), Width: 40), new(Texts.Say("Макс. балл"), Width: 8), new("N", ColumnKind.Whole, 8), new(Texts.Say("Полный балл"), ColumnKind.Whole, 8), new(Texts.Say("Часть балла"), ColumnKind.Whole, 8), new(Texts.Say("Ноль"), ColumnKind.Whole, 8),
                .. units.Select(u => new ReportColumn(u.Name, ColumnKind.Percent)),
            ],
            [.. tasks.Index().Select(t => new ReportRow(
                [
                    t.Item.Code, t.Item.Difficulty.Letter(), t.Item.Skill is "" ? "—" : t.Item.Skill, (double?)t.Item.Max, scope.Shown.Tasks[t.Index].Participants, scope.Shown.Tasks[t.Index].Full, scope.Shown.Tasks[t.Index].Partial, scope.Shown.Tasks[t.Index].Zero,
                    .. units.Select(u => new ReportCell(CompletionClass.Completion(u.Tasks[t.Index], t.Item.Max), Mastery: CompletionClass.Of(u.Tasks[t.Index], t.Item.Max, t.Item.Difficulty))),
                ]))], IsWide: true);
    }
}
