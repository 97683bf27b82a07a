using Stupeni.Assessments.Results;
using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Skills and planned outcomes down, classes, schools or municipalities across: where which skill is not there yet.</summary>
public static class SkillsReport
{
    public static Report Of(ReportScope scope, ProcedureHead head)
    {
        var skills = SkillRow.Skills(head.Tasks, head.Sections);
        var outcomes = SkillRow.Outcomes(head.Tasks, head.Sections, skills);
        if (skills.Count + outcomes.Count == 0) return Report.Without(ReportKind.Skills, Texts.Say("Умения и планируемые результаты заданий не загружены. Загрузите каталог заданий: таблицу с номером задания, умением и планируемым результатом из описания КИМ."));
        if (scope.Shown.Tasks.All(t => t.Participants == 0)) return Report.Without(ReportKind.Skills, Texts.Say("Баллов за отдельные задания в загруженных файлах нет: есть только итог или отметка."));

        return new(ReportKind.Skills, [.. SkillReadings.Of(scope, skills.Count > 0 ? skills : outcomes)],
        [
            new(Texts.Say("Выполнение заданий каждого умения, % от максимума"), Table(scope, head, skills, outcomes),
                Note: Texts.Say("Набранные баллы за все задания умения ÷ возможные баллы, по участникам, а не средним процентам. N — участники. Граница умения — средняя граница ФИОКО 2026 его заданий с весом максимума. Столбцы идут по алфавиту: это не рейтинг.")),
        ]);
    }

    private static ReportTable Table(ReportScope scope, ProcedureHead head, IReadOnlyList<SkillRow> skills, IReadOnlyList<SkillRow> outcomes)
    {
        List<ReportUnit> units = [scope.Shown, .. scope.Above, .. scope.Below.Where(u => u.Sums.Participants > 0)];
        var withOutcomes = skills.Any(s => s.Outcome is not "");
        return new(
            [
                new(Texts.Say("Умение"), Width: 44), new(Texts.Say("Заданий"), ColumnKind.Whole, 8), .. units.Select(u => new ReportColumn(Texts.Say("{0}, N {1}", u.Name, Numbers.Whole(u.Sums.Participants)), ColumnKind.Percent, Href: u == scope.Shown ? null : u.Href)),
                new(Texts.Say("Задания"), Width: 14), .. withOutcomes ? new[] { new ReportColumn(Texts.Say("Планируемый результат"), Width: 60) } : [],
            ], [.. Grouped()], IsWide: true, IsPinned: true);

        IEnumerable<ReportRow> Grouped()
        {
            foreach (var section in skills.GroupBy(s => s.Section))
            {
                if (section.Key is not "") yield return Group(section.Key);
                else if (skills.Any(s => s.Section is not "") || outcomes.Count > 0) yield return Group(Texts.Say("Умения"));
                foreach (var skill in section) yield return Row(skill, SkillYears(skill));
            }

            if (outcomes.Count > 0) yield return Group(Texts.Say("Планируемые результаты"));
            foreach (var outcome in outcomes) yield return Row(outcome, null);
        }

        ReportRow Row(SkillRow row, string? href) => new([row.Name, row.Tasks.Count, .. units.Select(row.Cell), row.Codes, .. withOutcomes ? new ReportCell[] { row.Outcome is "" ? "—" : row.Outcome } : []], href);

        // Sessions and works of one's own are not followed over years.
        string? SkillYears(SkillRow skill) => head.Procedure.Session is not "" ? null : Trends.SkillScope.Of(ProcedureKey.Of(head.Procedure), scope.At.Municipality, scope.At.School).Of(skill.Name);
    }

    private static ReportRow Group(string name) => new([name], IsGroup: true);
}
