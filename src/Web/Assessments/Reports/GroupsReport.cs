using Stupeni.Assessments.Rules;
using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>How those of each mark did each task: four curves, and where a weaker group did better than a stronger one.</summary>
public static class GroupsReport
{
    public static Report Of(ReportScope scope, IReadOnlyList<TestTask> tasks)
    {
        var shown = scope.Shown.Tallies;
        if (shown.Tasks != tasks.Count || shown.Groups.All(g => g.Participants == 0)) return Report.Without(ReportKind.Groups, Texts.Say("Для этого отчёта нужны и отметки, и баллы за задания: в загруженных файлах есть не всё."));

        List<ReportPart> parts = [new(Texts.Say("Выполнение заданий группами, % от максимума"), Table(scope.Shown, tasks), new("line", "%", Texts.Say("Задание"), Texts.Say("Выполнение, %")), Texts.Say("Группа — участники с одной отметкой. Кривые показаны для групп от {0} участников.", GroupCrossing.FewestParticipants))];
        if (scope.Region is { } region && region.Tallies.Tasks == tasks.Count) parts.Add(new(Texts.Say("То же по области"), Table(region, tasks)));
        return new(ReportKind.Groups, [Reading(shown, tasks)], parts);
    }

    private static Reading Reading(Tallies shown, IReadOnlyList<TestTask> tasks)
    {
        var rule = Texts.Say("Пересечение: группа с меньшей отметкой выполнила задание лучше группы со следующей большей; в обеих от {0} участников.", GroupCrossing.FewestParticipants);
        var crossings = GroupCrossing.Of(shown);
        if (!Enumerable.Range(2, Tallies.Marks).Any(m => IsEnough(shown, m))) return new(Texts.Say("Во всех группах меньше {0} участников: сравнивать их рано.", GroupCrossing.FewestParticipants), rule);
        return crossings.Count == 0
            ? new(Texts.Say("Кривые групп не пересекаются: с каждым заданием сильная группа справилась не хуже слабой."), rule)
            : new(Texts.Say("Слабая группа справилась лучше сильной: {0}. Эти задания стоит изучить.", string.Join("; ", crossings.Select(c => Texts.Say("задание {0} («{1}» лучше «{2}»)", tasks[c.Task].Code, c.Lower, c.Higher)))), rule, NeedsChecking: true);
    }

    private static bool IsEnough(Tallies tallies, int mark) => Enumerable.Range(0, tallies.Tasks).Any(t => tallies.Group(mark, t).Participants >= GroupCrossing.FewestParticipants);

    private static ReportTable Table(ReportUnit unit, IReadOnlyList<TestTask> tasks)
    {
        int[] marks = [.. Enumerable.Range(2, Tallies.Marks)];
        return new(
            [new(Texts.Say("Задание"), Role: "x"), .. marks.Select(m => new ReportColumn($"«{m}»", ColumnKind.Percent, Role: IsEnough(unit.Tallies, m) ? "y" : null)), .. marks.Select(m => new ReportColumn(Texts.Say("N, «{0}»", m), ColumnKind.Whole))],
            [.. tasks.Index().Select(t => new ReportRow([t.Item.Code, .. marks.Select(m => (ReportCell)unit.Tallies.Group(m, t.Index).Completion(t.Item.Max)), .. marks.Select(m => (ReportCell)unit.Tallies.Group(m, t.Index).Participants)]))], IsWide: true);
    }
}
