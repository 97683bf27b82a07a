using Stupeni.Assessments.Rules;
using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>How each group of participants did each task: four curves, and where a weaker group did better than a stronger one. Groups are marks; for ЕГЭ they are test scores.</summary>
public static class GroupsReport
{
    /// <param name="groups">The tallies by group of those whom the report is about, and of the region where it may be shown.</param>
    public static Report Of(GroupTallies groups, IReadOnlyList<TestTask> tasks)
    {
        var (shown, names) = (groups.Shown, new GroupNames(groups.Scores));
        if (shown.Tasks != tasks.Count || shown.Groups.All(g => g.Participants == 0)) return Report.Without(ReportKind.Groups, groups.IsEge
            ? Texts.Say("Для этого отчёта нужны тестовые баллы, баллы за задания и минимальный балл этого года в справочнике: есть не всё.")
            : Texts.Say("Для этого отчёта нужны и отметки, и баллы за задания: в загруженных файлах есть не всё."));

        List<ReportPart> parts = [new(Texts.Say("Выполнение заданий группами, % от максимума"), Table(shown, tasks, names), new("line", "%", Texts.Say("Задание"), Texts.Say("Выполнение, %")), names.Note())];
        if (groups.Region is { } region && region.Tasks == tasks.Count) parts.Add(new(Texts.Say("То же по области"), Table(region, tasks, names)));
        return new(ReportKind.Groups, [Reading(shown, tasks, names)], parts);
    }

    private static Reading Reading(Tallies shown, IReadOnlyList<TestTask> tasks, GroupNames names)
    {
        var rule = names.CrossingRule();
        var crossings = GroupCrossing.Of(shown);
        return Enumerable.Range(2, Tallies.Marks).Count(m => IsEnough(shown, m)) switch
        {
            0 => new(Texts.Say("Во всех группах меньше {0} участников: сравнивать их рано.", GroupCrossing.FewestParticipants), rule),
            1 => new(Texts.Say("Только в одной группе есть {0} участников: сравнить её не с чем.", GroupCrossing.FewestParticipants), rule),
            _ when crossings.Count == 0 => new(Texts.Say("Кривые групп не пересекаются: с каждым заданием сильная группа справилась не хуже слабой."), rule),
            _ => new(Texts.Say("Слабая группа справилась лучше сильной: {0}. {1}", string.Join("; ", crossings.Select(c => Texts.Say("задание {0} ({1} лучше {2})", tasks[c.Task].Code, names.Of(c.Lower), names.Of(c.Higher)))),
                crossings.DistinctBy(c => c.Task).Count() == 1 ? Texts.Say("Это задание стоит изучить.") : Texts.Say("Эти задания стоит изучить.")), rule, NeedsChecking: true),
        };
    }

    private static bool IsEnough(Tallies tallies, int mark) => Enumerable.Range(0, tallies.Tasks).Any(t => tallies.Group(mark, t).Participants >= GroupCrossing.FewestParticipants);

    private static ReportTable Table(Tallies tallies, IReadOnlyList<TestTask> tasks, GroupNames names)
    {
        int[] groups = [.. Enumerable.Range(2, Tallies.Marks)];
        return new(
            [new(Texts.Say("Задание"), Role: "x"), .. groups.Select(m => new ReportColumn(names.Of(m), ColumnKind.Percent, Role: IsEnough(tallies, m) ? "y" : null)), .. groups.Select(m => new ReportColumn(Texts.Say("N, {0}", names.Of(m)), ColumnKind.Whole))],
            [.. tasks.Index().Select(t => new ReportRow([t.Item.Code, .. groups.Select(m => (ReportCell)tallies.Group(m, t.Index).Completion(t.Item.Max)), .. groups.Select(m => (ReportCell)tallies.Group(m, t.Index).Participants)]))], IsWide: true);
    }
}
