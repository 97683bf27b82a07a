using Stupeni.Assessments.Rules;
using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Marks against the marks of the journal. Without journal marks there is nothing to compare: they are never taken for zeros.</summary>
public static class JournalReport
{
    public static Report Of(ReportScope scope)
    {
        var shown = JournalComparison.Of(scope.Shown.Tallies);
        if (shown.All == 0) return Report.Without(ReportKind.Journal, Texts.Say("Отметок по журналу в загруженных файлах нет, поэтому сравнения нет."));

        return new(ReportKind.Journal, [.. Readings(scope, shown)],
        [
            new(Texts.Say("Понизили, подтвердили, повысили"), ByUnit(scope), Note: Texts.Say("Понизили — отметка ниже, чем по журналу; подтвердили — такая же; повысили — выше. Считаются участники, у которых есть обе отметки.")),
            new(Texts.Say("Отметка и отметка по журналу"), Pairs(scope.Shown)),
        ]);
    }

    private static IEnumerable<Reading> Readings(ReportScope scope, JournalComparison shown)
    {
        yield return new(Texts.Say("Подтвердили отметку по журналу {0}, понизили {1}, повысили {2} (N = {3}).", Share(shown.Same, shown), Share(shown.Lower, shown), Share(shown.Higher, shown), Numbers.Whole(shown.All)), Texts.Say("Участники каждой группы ÷ участники, у которых есть обе отметки."));
        var rule = Texts.Say("Пары, в которых отметки расходятся на {0} и больше; доказательством они не служат.", JournalComparison.FarApart);
        yield return shown.Far == 0
            ? new(Texts.Say("Отметок, которые расходятся с журналом на две и больше, нет."), rule)
            : new(Texts.Say("У {0} отметки расходятся на две и больше: требует дополнительного анализа.", Texts.Count(shown.Far, "участника|участников|участников")), rule, NeedsChecking: true);
        if (scope.Region is { } region && JournalComparison.Of(region.Tallies) is { All: > 0 } all)
            yield return new(Texts.Say("По области подтвердили {0}, понизили {1}, повысили {2}.", Share(all.Same, all), Share(all.Lower, all), Share(all.Higher, all)), Texts.Say("Те же доли по всем школам области, у которых есть отметки по журналу."));
    }

    private static string Share(int part, JournalComparison all) => Numbers.Percent(100.0 * part / all.All);

    private static ReportTable ByUnit(ReportScope scope) => new(
        [
            new(Texts.Say("Группа участников"), Width: 40), new(Texts.Say("С обеими отметками"), ColumnKind.Whole), new(Texts.Say("Понизили"), ColumnKind.Whole), new(Texts.Say("Понизили, доля"), ColumnKind.Percent), new(Texts.Say("Подтвердили"), ColumnKind.Whole),
            new(Texts.Say("Подтвердили, доля"), ColumnKind.Percent), new(Texts.Say("Повысили"), ColumnKind.Whole), new(Texts.Say("Повысили, доля"), ColumnKind.Percent), new(Texts.Say("Расходятся на 2 и больше"), ColumnKind.Whole),
        ],
        [.. scope.All.Where(u => u.Sums.Participants > 0).Select(u => new ReportRow(Cells(u.Name, JournalComparison.Of(u.Tallies)), u.Href, u == scope.Shown))], IsWide: true);

    private static IReadOnlyList<ReportCell> Cells(string name, JournalComparison c) => c.All == 0
        ? [name, 0, default(ReportCell), default(ReportCell), default(ReportCell), default(ReportCell), default(ReportCell), default(ReportCell), default(ReportCell)]
        : [name, c.All, c.Lower, Figure.Share(c.Lower, c.All), c.Same, Figure.Share(c.Same, c.All), c.Higher, Figure.Share(c.Higher, c.All), c.Far];

    private static ReportTable Pairs(ReportUnit unit) => new(
        [new(Texts.Say("Отметка"), Width: 20), .. Enumerable.Range(2, Tallies.Marks).Select(journal => new ReportColumn(Texts.Say("«{0}» в журнале", journal), ColumnKind.Whole))],
        [.. Enumerable.Range(2, Tallies.Marks).Select(mark => new ReportRow([$"«{mark}»", .. Enumerable.Range(2, Tallies.Marks).Select(journal => (ReportCell)unit.Tallies.Pair(mark, journal))]))]);
}
