using Stupeni.Assessments.Rules;
using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Tasks that check the same planned outcome, or the same skill where outcomes are not said, taken together.</summary>
public static class OutcomesReport
{
    public static Report Of(ReportScope scope, IReadOnlyList<TestTask> tasks)
    {
        var outcomes = tasks.Index().Where(t => Outcome(t.Item) is not "").GroupBy(t => Outcome(t.Item)).Select(g => (Name: g.Key, Tasks: g.ToList())).ToList();
        if (outcomes.Count == 0) return Report.Without(ReportKind.Outcomes, Texts.Say("Умения и планируемые результаты заданий не загружены. Загрузите каталог заданий: таблицу с номером задания, умением и планируемым результатом из описания КИМ."));
        if (scope.Shown.Tasks.All(t => t.Participants == 0)) return Report.Without(ReportKind.Outcomes, Texts.Say("Баллов за отдельные задания в загруженных файлах нет: есть только итог или отметка."));

        var rule = Texts.Say("Возможный дефицит: недостаточно выполнены не меньше двух заданий и большинство заданий умения, участников от {0}. Одно задание — только затруднение.", CompletionClass.FewestParticipants);
        var signs = outcomes.ConvertAll(o => (o.Name, Sign: SkillSign.Of([.. o.Tasks.Select(t => CompletionClass.Of(scope.Shown.Tasks[t.Index], t.Item.Max, t.Item.Difficulty))])));
        var (deficits, difficulties) = (signs.FindAll(s => s.Sign == SkillVerdict.PossibleDeficit), signs.FindAll(s => s.Sign == SkillVerdict.Difficulty));
        List<Reading> readings =
        [
            deficits.Count == 0 ? new(Texts.Say("Возможных дефицитов нет."), rule) : new(Texts.Say("Возможный образовательный дефицит, требует проверки: {0}.", MarksReport.Listed(deficits.ConvertAll(d => d.Name))), rule, NeedsChecking: true),
        ];
        if (difficulties.Count > 0) readings.Add(new(Texts.Say("Затруднение: {0}.", MarksReport.Listed(difficulties.ConvertAll(d => d.Name))), rule));

        List<ReportUnit> units = [scope.Shown, .. scope.Above, .. scope.Below.Where(u => u.Sums.Participants > 0)];
        var table = new ReportTable(
            [new("№", ColumnKind.Whole, 6), new(Texts.Say("Планируемый результат"), Width: 60), new(Texts.Say("Задания"), Width: 14), new(Texts.Say("Макс. балл"), Width: 8), .. units.Select(u => new ReportColumn(u.Name, ColumnKind.Percent))],
            [.. outcomes.Index().Select(o => new ReportRow([o.Index + 1, o.Item.Name, string.Join(", ", o.Item.Tasks.Select(t => t.Item.Code)), (double?)o.Item.Tasks.Sum(t => t.Item.Max), .. units.Select(u => (ReportCell)Completion(u, o.Item.Tasks))]))], IsWide: true);
        return new(ReportKind.Outcomes, readings, [new(Texts.Say("Достижение планируемых результатов, % от максимума"), table, Note: Texts.Say("Набранные баллы за все задания результата ÷ возможные баллы."))]);
    }

    private static double? Completion(ReportUnit unit, List<(int Index, TestTask Item)> tasks)
    {
        var most = tasks.Sum(t => unit.Tasks[t.Index].Participants * t.Item.Max);
        return most == 0 ? null : 100 * tasks.Sum(t => unit.Tasks[t.Index].Sum) / most;
    }

    private static string Outcome(TestTask task) => task.PlannedOutcome is "" ? task.Skill : task.PlannedOutcome;
}
