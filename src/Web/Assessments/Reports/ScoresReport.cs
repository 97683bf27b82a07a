using System.Globalization;
using Stupeni.Assessments.Rules;
using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>How totals are spread, with the scores at which marks begin where a scale says them; they are never guessed from the data.</summary>
public static class ScoresReport
{
    public static Report Of(ReportScope scope, MarkScale? scale)
    {
        var shown = scope.Shown.Tallies;
        if (shown.Placed == 0) return Report.Without(ReportKind.Scores, Texts.Say("Итоговых баллов в загруженных файлах нет, или они не целые: распределение не строится."));

        List<ReportUnit> units = [scope.Shown, .. scope.Above.Where(u => u.Tallies.Placed > 0)];
        var highest = (int)Math.Min(Tallies.MostTotal, Math.Max(scale?.MaxScore ?? 0, units.Max(u => u.Tallies.Totals.Length) - 1));
        var table = new ReportTable([new(Texts.Say("Балл"), ColumnKind.Whole, Role: "x"), new(Texts.Say("Участников"), ColumnKind.Whole), .. units.Select(u => new ReportColumn(u.Name, ColumnKind.Percent, 24, "y"))],
            [.. Enumerable.Range(0, highest + 1).Select(score => new ReportRow([score, At(shown, score), .. units.Select(u => (ReportCell)Figure.Share(At(u.Tallies, score), u.Tallies.Placed))]))]);
        var chart = new ReportChart("distribution", "%", Texts.Say("Балл"), Texts.Say("Доля участников, %"), scale is null ? null : string.Join(';', new[] { (scale.From3, 3), (scale.From4, 4), (scale.From5, 5) }.Select(b => string.Create(CultureInfo.InvariantCulture, $"{b.Item1}:«{b.Item2}»"))));
        return new(ReportKind.Scores, [.. Readings(shown, scale)], [new(Texts.Say("Сколько участников набрали каждый балл"), table, chart, Note(shown, scale))]);
    }

    private static IEnumerable<Reading> Readings(Tallies shown, MarkScale? scale)
    {
        yield return new(Texts.Say("Половина участников набрала не больше {0}.", Texts.Count(Median(shown), "балла|баллов|баллов")), Texts.Say("Медиана: наименьший балл, до которого включительно лежит не меньше половины итогов; N = {0}.", Numbers.Whole(shown.Placed)));
        if (scale is null) yield break;

        var rule = Texts.Say("Пик: участников не меньше чем в {0} раза больше среднего у соседних баллов и хотя бы на {1} больше. Нужно от {2} участников, от {3} — приблизительно.", BoundaryPeak.Times, BoundaryPeak.LeastExcess, BoundaryPeak.Enough, BoundaryPeak.Roughly);
        if (shown.Placed < BoundaryPeak.Roughly)
        {
            yield return new(Texts.Say("Участников меньше {0}: о пиках у границ отметок судить нельзя.", BoundaryPeak.Roughly), rule);
            yield break;
        }

        var rough = shown.Placed < BoundaryPeak.Enough ? " " + Texts.Say("Участников меньше {0}: вывод приблизительный.", BoundaryPeak.Enough) : "";
        var peaks = BoundaryPeak.Of(shown.Totals, scale).Where(p => p.IsPeak).ToList();
        if (peaks.Count == 0) yield return new(Texts.Say("У границ отметок пиков не видно.") + rough, rule);
        foreach (var peak in peaks)
            yield return new(Texts.Say("У границы «{0}» ({1}) {2}, у соседних баллов в среднем {3}. Возможный маркер, требует проверки.", peak.Mark, Texts.Count(peak.Score, "балл|балла|баллов"), Texts.Count(peak.Count, "участник|участника|участников"), Numbers.Score(peak.Neighbours)) + rough, rule, NeedsChecking: true);
    }

    private static string Note(Tallies shown, MarkScale? scale)
    {
        var bounds = scale is null ? Texts.Say("Границ отметок на рисунке нет: шкалы этой процедуры в справочнике нет, а по данным их не угадывают.")
            : Texts.Say("Границы отметок: «3» с {0}, «4» с {1}, «5» с {2}. Источник: {3}.", Numbers.Score(scale.From3), Numbers.Score(scale.From4), Numbers.Score(scale.From5), scale.Source);
        return shown.OtherTotals == 0 ? bounds : bounds + " " + Texts.Say("На рисунке нет {0}: балл не целый или отрицательный.", Texts.Count(shown.OtherTotals, "участника|участников|участников"));
    }

    private static int Median(Tallies tallies)
    {
        var (below, half) = (0, (tallies.Placed + 1) / 2);
        for (var score = 0; score < tallies.Totals.Length; score++)
            if ((below += tallies.Totals[score]) >= half) return score;
        return 0;
    }

    private static int At(Tallies tallies, int score) => score < tallies.Totals.Length ? tallies.Totals[score] : 0;
}
