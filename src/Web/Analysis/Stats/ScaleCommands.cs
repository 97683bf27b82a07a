using System.CommandLine;
using Stupeni.Imports;
using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.Reliability;

namespace Stupeni.Analysis.Stats;

/// <summary><c>stats alpha</c> and <c>stats items</c>: classical test theory of a set of items.</summary>
internal static class ScaleCommands
{
    public static Command Alpha()
    {
        var reverse = Ask.Names("--reverse", "Столбцы, которые надо перевернуть");
        return new TableCommand("alpha", "Надёжность шкалы. Пример: stupeni stats alpha answers.csv --columns q1,q2,q3 --reverse q2 --json", true, reverse).Answers(asked =>
        {
            var remarks = new List<string>(asked.Table.Remarks);
            var numbers = asked.Numbers(remarks.Add);
            var names = asked.Parsed.GetResult(reverse) is null ? [] : asked.Value(reverse);
            var unknown = names.Where(r => !numbers.Names.Contains(r)).Select(r => asked.Table.Columns.Any(c => c.Name == r)
                ? new ErrorLine(asked.Table.File, null, null, r, null, Texts.Say("Этот столбец не входит в шкалу."), Texts.Say("Добавьте его в --columns."))
                : asked.Table.Unknown(r)).ToList();
            if (unknown.Count > 0) throw new Refused(unknown);
            return AlphaAnswer.Of(numbers, Analysed(numbers, new ScaleOptions { Reversed = [.. names.Distinct().Select(r => numbers.Names.ToList().IndexOf(r))] }, asked.Stop), remarks);
        });
    }

    public static Command Items()
    {
        var max = Ask.Numbers("--max", "Наибольший балл каждого задания через запятую; без него — наибольший встреченный");
        return new TableCommand("items", "Задания теста. Пример: stupeni stats items scores.csv --max 1,1,2 --json", true, max).Answers(asked =>
        {
            var remarks = new List<string>(asked.Table.Remarks);
            var numbers = asked.Numbers(remarks.Add);
            var maxima = asked.Has(max) ? asked.Value(max) : null;
            if (maxima is not null && maxima.Length != numbers.Names.Count)
                throw new Refused(asked.Table.File, Texts.Say("В --max {0}, а столбцов {1}.", Texts.Count(maxima.Length, "балл|балла|баллов"), numbers.Names.Count), Texts.Say("Назовите столько же баллов, сколько столбцов."));
            if (Array.FindIndex(maxima ?? [], m => !(m > 0)) is var wrong and >= 0) throw new Refused(asked.Table.File, Texts.Say("Наибольший балл должен быть больше нуля."), Texts.Say("Исправьте --max."), column: numbers.Names[wrong]);
            return ItemsAnswer.Of(numbers, Analysed(numbers, new ScaleOptions { Maxima = maxima }, asked.Stop), remarks);
        });
    }

    private static ScaleAnalysis Analysed(NumberColumns numbers, ScaleOptions options, CancellationToken stop)
    {
        var found = ScaleAnalysis.Of(numbers.Values, options, stop);
        if (found.Alpha.IsPresent) return found;

        throw numbers.Names.Count < 2
            ? new Refused(numbers.Table.File, Texts.Say("Нужно не меньше двух столбцов."), Texts.Say("Назовите их в --columns."))
            : numbers.Refused(Refusal.Of(found.Alpha.Absence));
    }
}

internal sealed record AlphaAnswer(int N, double? Alpha, double? AlphaLower, double? AlphaUpper, double? StandardizedAlpha, double? OmegaTotal, double? AverageCorrelation, int CompleteRows, int MissingAnswers, IReadOnlyList<AlphaItem> Items, IReadOnlyList<string> Warnings) : IAnswer
{
    public static AlphaAnswer Of(NumberColumns numbers, ScaleAnalysis s, IReadOnlyList<string> remarks)
    {
        var f = new Figures(remarks);
        List<AlphaItem> items = [.. s.Items.Select((item, j) => new AlphaItem(numbers.Names[j], item.Count, f.Of("items.mean", item.Mean, numbers.Names[j]), f.Of("items.sd", item.StandardDeviation, numbers.Names[j]), f.Of("items.itemRestCorrelation", item.ItemRest, numbers.Names[j]), f.Of("items.alphaIfDropped", item.AlphaIfDropped, numbers.Names[j])))];
        if (s.MissingAnswers > 0) f.Warn(Texts.Say("Пропущено ответов: {0}; каждая ковариация взята по строкам, где есть оба.", s.MissingAnswers));
        foreach (var item in items.Where(i => i.ItemRestCorrelation < 0)) f.Warn(Texts.Say("«{0}» связан с остальными обратно: возможно, его надо перевернуть (--reverse).", item.Name));
        var (alpha, lower, upper) = (f.Of("alpha", s.Alpha), f.Lower("alphaLower", s.AlphaInterval), f.Upper("alphaUpper", s.AlphaInterval));
        var (standardized, omega, average) = (f.Of("standardizedAlpha", s.StandardizedAlpha), f.Of("omegaTotal", s.OmegaTotal), f.Of("averageCorrelation", s.AverageCorrelation));
        return new(s.Persons, alpha, lower, upper, standardized, omega, average, s.CompletePersons, s.MissingAnswers, items, f.Warnings);
    }

    public void Tell(Prose to)
    {
        to.Line(Texts.Say("Наблюдений: {0}", N));
        to.Line(Texts.Say("Альфа Кронбаха: {0} (95 % интервал от {1} до {2})", Prose.Said(Alpha, 3), Prose.Said(AlphaLower, 3), Prose.Said(AlphaUpper, 3)));
        to.Figure(Texts.Say("Омега"), OmegaTotal, 3);
        to.Figure(Texts.Say("Средняя корреляция"), AverageCorrelation, 3);
        to.Table([Texts.Say("столбец"), "n", Texts.Say("среднее"), Texts.Say("откл."), Texts.Say("с остальными"), Texts.Say("альфа без него")], Items.Select(i => (IReadOnlyList<object?>)[i.Name, i.N, i.Mean, i.Sd, i.ItemRestCorrelation, i.AlphaIfDropped]));
    }
}

internal sealed record AlphaItem(string Name, int N, double? Mean, double? Sd, double? ItemRestCorrelation, double? AlphaIfDropped);
