using Stupeni.Assessments.Results;
using Stupeni.Assessments.Rules;
using Stupeni.Documents;
using Stupeni.Platform;
using Stupeni.Statistics;

namespace Stupeni.Assessments.Reports;

/// <summary>How good the tasks are as measures, over the whole region, and what to do about a bad one: for analysts.</summary>
public static class ItemsReport
{
    public const int FewestParticipants = 30;

    private const double Confident = 1.959963984540054;

    public static Report Of(ItemQuality quality, IReadOnlyList<TestTask> tasks)
    {
        var lines = tasks.Index().Select(t => Line.Of(quality, t.Item, t.Index)).ToList();
        var map = lines.Where(l => l.Difficulty is not null).OrderBy(l => l.Difficulty).ToList();
        List<ReportPart> parts = [new(Texts.Say("Задания как измеритель"), Table(lines), Note: Texts.Say("Связь — корреляция балла за задание с суммой остальных; различение — доля балла у 27 % сильных минус у 27 % слабых; инфит 1 — ответы такие, как ожидает модель."))];
        if (map.Count > 1) parts.Add(new(Texts.Say("Карта трудности: от лёгких к трудным"), Map(map), new("intervals", "", Texts.Say("Трудность, логиты"), Texts.Say("Трудность, логиты")), Texts.Say("Модель частично верных ответов (для заданий в один балл — модель Раша); 0 — средняя способность участников области. Отрезок — 95 % интервал.")));
        return new(ReportKind.Items, [.. Readings(quality, lines)], parts);
    }

    private static IEnumerable<Reading> Readings(ItemQuality quality, List<Line> lines)
    {
        var alpha = quality.Scale;
        if (alpha.Alpha.IsPresent)
            yield return new(Texts.Say("Надёжность работы α = {0}, 95 % интервал {1}; N = {2}.", Numbers.Decimal(alpha.Alpha.Value, 2), Numbers.Range(alpha.AlphaInterval.Lower, alpha.AlphaInterval.Upper, 2), Numbers.Whole(quality.Participants)), Texts.Say("Альфа Кронбаха по заданиям, интервал Фелдта."));
        var rule = Texts.Say("Связь с остальными заданиями меньше {0} или отрицательная; доля балла меньше {1} или больше {2}; инфит больше {3} или меньше {4}.", Numbers.Score(ItemAdvice.LeastRelated), Numbers.Score(ItemAdvice.Hard), Numbers.Score(ItemAdvice.Easy), Numbers.Score(ItemAdvice.Noisy), Numbers.Score(ItemAdvice.Redundant));
        var doubtful = lines.FindAll(l => l.Trouble != ItemTrouble.None);
        yield return doubtful.Count == 0
            ? new(Texts.Say("Вопросов к заданиям нет."), rule)
            : new(Texts.Say("Стоит посмотреть {0} из {1}: {2}.", Texts.Count(doubtful.Count, "задание|задания|заданий"), lines.Count, string.Join(", ", doubtful.Select(l => l.Task.Code))), rule, NeedsChecking: true);
        if (!quality.Calibration.Stopping.Converged) yield return new(Texts.Say("Модель не сошлась: карте трудности верить нельзя."), Texts.Say("Поиск наибольшего правдоподобия остановлен до сходимости."), NeedsChecking: true);
    }

    private static ReportTable Table(List<Line> lines) => new(
        [
            new(Texts.Say("Задание"), Width: 10), new(Texts.Say("Уровень"), Width: 8), new("N", ColumnKind.Whole, 8), new(Texts.Say("Доля балла"), ColumnKind.Percent), new(Texts.Say("Связь"), ColumnKind.Decimal), new(Texts.Say("Различение"), ColumnKind.Decimal),
            new(Texts.Say("α без задания"), ColumnKind.Decimal), new(Texts.Say("Инфит"), ColumnKind.Decimal), new(Texts.Say("Аутфит"), ColumnKind.Decimal), new(Texts.Say("Что посмотреть"), Width: 60),
        ],
        [.. lines.Select(l => new ReportRow([l.Task.Code, l.Task.Difficulty.Letter(), l.Count, 100 * l.Share, l.ItemRest, l.Discrimination, l.AlphaIfDropped, l.Infit, l.Outfit, l.Trouble.Advice()]))], IsWide: true);

    private static ReportTable Map(List<Line> lines) => new(
        [new(Texts.Say("Задание"), Role: "x"), new(Texts.Say("Трудность"), ColumnKind.Decimal, Role: "y"), new(Texts.Say("95 % интервал, от"), ColumnKind.Decimal, Role: "lo"), new(Texts.Say("95 % интервал, до"), ColumnKind.Decimal, Role: "hi")],
        [.. lines.Select(l => new ReportRow([l.Task.Code, l.Difficulty, l.Difficulty - Confident * l.Error, l.Difficulty + Confident * l.Error]))]);

    private static string Advice(this ItemTrouble trouble) => trouble switch
    {
        ItemTrouble.Reversed => Texts.Say("Связь отрицательная: проверьте ключ, критерии и ввод баллов."),
        ItemTrouble.Unrelated => Texts.Say("Слабо связано с работой: возможно, измеряет другое или решается наугад."),
        ItemTrouble.TooHard => Texts.Say("Очень трудное: почти никого не различает, посмотрите, изучали ли тему."),
        ItemTrouble.TooEasy => Texts.Say("Очень лёгкое: почти никого не различает."),
        ItemTrouble.Noisy => Texts.Say("Ответы менее предсказуемы, чем ожидает модель: посмотрите формулировку и варианты."),
        ItemTrouble.Redundant => Texts.Say("Ответы слишком предсказуемы: возможно, повторяет другое задание."),
        _ => "—",
    };

    private sealed record Line(TestTask Task, int Count, double? Share, double? ItemRest, double? Discrimination, double? AlphaIfDropped, double? Infit, double? Outfit, double? Difficulty, double? Error, ItemTrouble Trouble)
    {
        public static Line Of(ItemQuality quality, TestTask task, int at)
        {
            var (item, fit) = (quality.Scale.Items[at], quality.Fit[at]);
            var mapped = quality.Calibration.Items.FirstOrDefault(i => i.Column == at)?.Difficulty ?? default;
            return new(task, item.Count, Value(item.Difficulty), Value(item.ItemRest), Value(item.Discrimination), Value(item.AlphaIfDropped), Value(fit.Infit), Value(fit.Outfit), Value(mapped), mapped.IsPresent ? mapped.StandardError : null,
                ItemAdvice.Of(Value(item.Difficulty), Value(item.ItemRest), Value(fit.Infit)));
        }

        private static double? Value(Estimate estimate) => estimate.IsPresent && double.IsFinite(estimate.Value) ? estimate.Value : null;
    }
}
