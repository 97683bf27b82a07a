using Stupeni.Platform;
using Stupeni.Schools.Rules;

namespace Stupeni.Schools.Sentences;

/// <summary>The last year: what is strong, what is possible trouble, what is too small to tell.</summary>
internal static class ResultsOfYear
{
    /// <summary>Strong: at most so many per cent below the threshold; trouble: from so many on, as every edition of the rule has it so far.</summary>
    private const int StrongPercent = 10, TroublePercent = 30;

    private const int Shown = 3;
    private const string Procedures = "процедура|процедуры|процедур";

    public static IEnumerable<Sentence> Of(SchoolFacts facts)
    {
        if (facts.Year is not { } year)
        {
            yield return new(Texts.Say("Результатов в системе нет: говорить не о чем, пока их не загрузят."));
            yield break;
        }

        List<ProcedureResult> last = [.. facts.LastYear], told = last.FindAll(r => r.IsEnough);
        yield return new(Texts.Say("За {0} учебный год есть результаты: {1}, участников от {2} до {3}.", year.ToString(), Texts.Count(last.Count, Procedures), last.Min(r => r.Row.Participants), last.Max(r => r.Row.Participants)), $"/organisations/{facts.Id}/results", Texts.Say("Все результаты"));
        foreach (var result in told.Where(r => r.Percent <= StrongPercent).OrderBy(r => r.Percent).ThenByDescending(r => r.Row.Judged).Take(Shown)) yield return new(Texts.Say("Сильная сторона — {0}: ниже порога {1}{2}.", result.Name, Share(result), Quality(result)), Href(facts, result), Texts.Say("Результат"));
        List<ProcedureResult> trouble = [.. told.Where(r => r.Percent >= TroublePercent).OrderByDescending(r => r.Percent)];
        foreach (var result in trouble.Take(Shown)) yield return new(Texts.Say("Возможная трудность, требует проверки — {0}: ниже порога {1}{2}.", result.Name, Share(result), Quality(result)), Href(facts, result), Texts.Say("Результат"));
        if (trouble.Count > Shown) yield return new(Texts.Say("То же ещё: {0}.", Texts.Count(trouble.Count - Shown, Procedures)));
        if (told.Count > 0 && trouble.Count == 0) yield return new(Texts.Say("Ни в одной процедуре с {0} и больше участниками доля ниже порога не достигла {1}.", Counted.Enough, Numbers.Percent(TroublePercent, 0)));
        if (last.Count(r => r.Row.Judged is > 0 and < Counted.Enough) is > 0 and var few) yield return new(Texts.Say("Меньше {0} участников: {1}. По ним о школе не судят.", Counted.Enough, Texts.Count(few, Procedures)));
        if (last.Count(r => r.Row.Judged == 0) is > 0 and var unjudged) yield return new(Texts.Say("Порог не известен: {0}.", Texts.Count(unjudged, Procedures)));
    }

    private static string Share(ProcedureResult result)
    {
        var interval = Statistics.Inference.Proportion.Wilson(result.Row.BelowThreshold, result.Row.Judged);
        return Texts.Say("{0} ({1} из {2}, 95 % интервал {3} %)", Numbers.Percent(result.Percent), result.Row.BelowThreshold, result.Row.Judged, Numbers.Range(100 * interval.Lower, 100 * interval.Upper, 0));
    }

    private static string Quality(ProcedureResult result) => result.Row.Sums is { Marked: > 0 } sums ? Texts.Say(", «4» и «5» у {0}", Numbers.Percent(Figure.Share(sums.Marks4 + sums.Marks5, sums.Marked), 0)) : "";

    private static string Href(SchoolFacts facts, ProcedureResult result) => $"/results/{result.Row.Procedure}/{facts.Id}";
}
