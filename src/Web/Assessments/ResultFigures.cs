using Stupeni.Assessments.Rules;
using Stupeni.Platform;
using Stupeni.Statistics.Inference;

namespace Stupeni.Assessments;

/// <summary>Where figures come from: the procedure and import, and the rule that judged.</summary>
public sealed record FigureOrigin(string Source, string? Href, string Rule)
{
    /// <summary>The page of files and imports behind them.</summary>
    public string? Lineage { get; init; }
}

/// <summary>Figures of results, each with its formula, numerator, denominator, N and source.</summary>
public static class ResultFigures
{
    public static Figure BelowThreshold(this ResultSums sums, FigureOrigin from)
    {
        var interval = Proportion.Wilson(sums.BelowThreshold, sums.Judged);
        return new()
        {
            Title = "Доля участников ниже минимального порога", Value = Figure.Share(sums.BelowThreshold, sums.Judged), Lower = interval.IsPresent ? 100 * interval.Lower : null, Upper = interval.IsPresent ? 100 * interval.Upper : null,
            Numerator = sums.BelowThreshold, Denominator = sums.Judged, N = sums.Judged, Method = "share-below-threshold", Formula = "ниже порога ÷ участники, о которых это известно × 100",
            Source = from.Source, SourceHref = from.Href, LineageHref = from.Lineage, Edition = from.Rule, Hidden = "порог не известен",
        };
    }

    /// <summary>Успеваемость: 100 − share of «2».</summary>
    public static Figure Success(this ResultSums sums, FigureOrigin from) =>
        Marks("Успеваемость", "отметки «3», «4» и «5» ÷ все отметки × 100", sums.Marks3 + sums.Marks4 + sums.Marks5, sums, from);

    /// <summary>Качество: share of «4» and «5».</summary>
    public static Figure Quality(this ResultSums sums, FigureOrigin from) => Marks("Качество", "отметки «4» и «5» ÷ все отметки × 100", sums.Marks4 + sums.Marks5, sums, from);

    /// <summary>СОУ: степень обученности учащихся.</summary>
    public static Figure Learning(this ResultSums sums, FigureOrigin from) => Marks("Степень обученности (СОУ)", "(100·«5» + 64·«4» + 36·«3» + 16·«2») ÷ все отметки", null, sums, from) with
    {
        Value = LearningOf(sums),
    };

    internal static double? LearningOf(ResultSums sums) => sums.Marked == 0 ? null : (100.0 * sums.Marks5 + 64 * sums.Marks4 + 36 * sums.Marks3 + 16 * sums.Marks2) / sums.Marked;

    public static Figure Mean(this ResultSums sums, FigureOrigin from) => new()
    {
        Title = "Средний балл", Value = sums.Scored == 0 ? null : sums.ScoreSum / sums.Scored, Unit = FigureUnit.Points, N = sums.Scored, Denominator = sums.Scored,
        Method = "marks", Formula = "сумма баллов ÷ участники с баллом", Source = from.Source, SourceHref = from.Href, LineageHref = from.Lineage, Hidden = "баллов нет",
    };

    public static Figure Completion(this TaskSum sum, TestTask task, FigureOrigin from) => new()
    {
        Title = Texts.Say("Выполнение задания {0}", task.Code), Value = CompletionClass.Completion(sum, task.Max), Numerator = sum.Sum == Math.Floor(sum.Sum) ? (long)sum.Sum : null,
        Denominator = task.Max == Math.Floor(task.Max) ? (long)(sum.Participants * task.Max) : null, N = sum.Participants,
        Method = "completion", Formula = "набранные баллы ÷ (участники × максимум) × 100", Source = from.Source, SourceHref = from.Href, LineageHref = from.Lineage, Edition = CompletionClass.Edition, Hidden = "ответов нет",
    };

    private static Figure Marks(string title, string formula, long? numerator, ResultSums sums, FigureOrigin from) => new()
    {
        Title = title, Value = numerator is { } over ? Figure.Share(over, sums.Marked) : null, Numerator = numerator, Denominator = sums.Marked, N = sums.Marked,
        Method = "marks", Formula = formula, Source = from.Source, SourceHref = from.Href, LineageHref = from.Lineage, Hidden = "отметок нет",
    };
}
