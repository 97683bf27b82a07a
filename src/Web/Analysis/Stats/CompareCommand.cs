using System.CommandLine;
using Stupeni.Analysis.Tables;
using Stupeni.Imports;
using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.Inference;

namespace Stupeni.Analysis.Stats;

/// <summary><c>stats compare</c>: two shares, or the means of two groups of a table.</summary>
internal static class CompareCommand
{
    private static readonly string[] Counted = ["--x1", "--n1", "--x2", "--n2"];

    public static Command Command()
    {
        var file = new Argument<string?>("file") { Description = "Таблица CSV для средних", Arity = ArgumentArity.ZeroOrOne };
        Option<long?>[] counts = [.. Counted.Select(name => new Option<long?>(name) { Description = name[2] == 'x' ? "Сколько случаев" : "Из скольких" })];
        var outcome = new Option<string?>("--outcome") { Description = "Что сравниваем" };
        var group = new Option<string?>("--group") { Description = "Столбец с двумя группами; разность — первая по алфавиту минус вторая" };
        var (confidence, json) = (Ask.Number("--confidence", "Доверие интервалов", 0.95), Running.Json());
        var command = new Command("compare", "Две доли или два средних. Пример: stupeni stats compare --x1 30 --n1 100 --x2 18 --n2 95 --json") { file, counts[0], counts[1], counts[2], counts[3], outcome, group, confidence, json };
        command.Validators.Add(result =>
        {
            var given = counts.Count(c => result.GetResult(c) is not null);
            if (result.GetResult(file) is { Tokens.Count: > 0 })
            {
                if (result.GetResult(outcome) is null || result.GetResult(group) is null || given > 0) result.AddError("Для средних нужны файл, --outcome и --group.");
            }
            else if (given < 4)
            {
                result.AddError("Для долей нужны --x1, --n1, --x2 и --n2, для средних — файл, --outcome и --group.");
            }
        });
        command.SetAction(parsed => Running.Answer(parsed, parsed.GetValue(json), () =>
        {
            var level = parsed.GetValue(confidence);
            if (!(level > 0 && level < 1)) throw Confidences.Wrong(level);
            return parsed.GetValue(file) is { } path
                ? Means(TableFile.Read(path), parsed.GetValue(outcome)!, parsed.GetValue(group)!, level)
                : Shares([.. counts.Select(c => parsed.GetValue(c)!.Value)], level);
        }));
        return command;
    }

    private static SharesAnswer Shares(long[] c, double level)
    {
        List<ErrorLine> wrong = [.. new[] { (X: c[0], N: c[1], At: "--x1"), (X: c[2], N: c[3], At: "--x2") }.Where(s => s.N < 1 || s.X < 0 || s.X > s.N)
            .Select(s => new ErrorLine("", null, null, s.At, null, Texts.Say("{0} из {1}: так не бывает.", s.X, s.N), Texts.Say("Случаев от 0 до числа наблюдений, наблюдений больше нуля.")))];
        if (wrong.Count > 0) throw new Refused(wrong);
        var found = TwoProportions.Compare(c[0], c[1], c[2], c[3], level);
        var f = new Figures([]);
        var (difference, lower, upper, z) = (f.Of("difference", found.Difference), f.Lower("lower", found.Newcombe), f.Upper("upper", found.Newcombe), f.Statistic("statistic", found.Test));
        return new(found.First.Value, found.Second.Value, difference, lower, upper, z, found.Test.IsPresent ? found.Test.P : null, f.Warnings);
    }

    private static MeansAnswer Means(Table table, string outcome, string group, double level)
    {
        var (y, by) = (table.Column(outcome), table.Column(group));
        var values = table.Numbers(y);
        var names = Predictors.Levels(by, Enumerable.Range(0, values.Length).Where(i => !double.IsNaN(values[i])));
        if (names.Length != 2)
            throw new Refused(table.File, Texts.Say("Групп {0}, а сравнить можно две: {1}.", names.Length, string.Join(", ", names.Take(10))), Texts.Say("Оставьте в таблице строки двух групп."), column: group);
        double[][] groups = [.. names.Select(name => values.Where((v, i) => by.Texts[i] == name && !double.IsNaN(v)).ToArray())];
        var found = TwoMeans.Compare(groups[0], groups[1], level);
        if (!found.Difference.IsPresent) throw Refusals.Of(table, [outcome], Refusal.Of(found.Difference.Absence, 0));
        var f = new Figures(table.Remarks);
        var left = table.Lines.Count - groups[0].Length - groups[1].Length;
        if (left > 0) f.Warn(Texts.Say("Из-за пропусков не вошло: {0}.", Texts.Count(left, "строка|строки|строк")));
        return MeansAnswer.Of(names, found, f);
    }
}

internal sealed record SharesAnswer(double First, double Second, double? Difference, double? Lower, double? Upper, double? Statistic, double? P, IReadOnlyList<string> Warnings) : IAnswer
{
    public void Tell(Prose to)
    {
        to.Line(Texts.Say("{0} и {1}: разность {2}, интервал от {3} до {4}", Prose.Said(First), Prose.Said(Second), Prose.Said(Difference), Prose.Said(Lower), Prose.Said(Upper)));
        to.Line($"z = {Prose.Said(Statistic, 3)}, p = {Prose.Said(P)}");
    }
}

internal sealed record MeansAnswer(IReadOnlyList<MeanFigures> Groups, double? Difference, double? Lower, double? Upper, double? Statistic, double? P, double? WelchT, double? Df, double? CohenD, double? DLower, double? DUpper, double? HedgesG, double? GLower, double? GUpper, IReadOnlyList<string> Warnings) : IAnswer
{
    public static MeansAnswer Of(string[] names, TwoMeans found, Figures f)
    {
        MeanFigures[] groups = [new(names[0], (int)found.First.Count, found.First.Mean, found.First.StandardDeviation), new(names[1], (int)found.Second.Count, found.Second.Mean, found.Second.StandardDeviation)];
        var (difference, lower, upper, t) = (f.Of("difference", found.Difference), f.Lower("lower", found.Interval), f.Upper("upper", found.Interval), f.Statistic("statistic", found.Test));
        var (d, dLower, dUpper) = (f.Of("cohenD", found.CohenD), f.Lower("dLower", found.CohenDInterval), f.Upper("dUpper", found.CohenDInterval));
        var (g, gLower, gUpper) = (f.Of("hedgesG", found.HedgesG), f.Lower("gLower", found.HedgesGInterval), f.Upper("gUpper", found.HedgesGInterval));
        return new(groups, difference, lower, upper, t, found.Test.IsPresent ? found.Test.P : null, t, found.Test.IsPresent ? found.Test.DegreesOfFreedom : null, d, dLower, dUpper, g, gLower, gUpper, f.Warnings);
    }

    public void Tell(Prose to)
    {
        to.Table([Texts.Say("группа"), "n", Texts.Say("среднее"), Texts.Say("откл.")], Groups.Select(g => (IReadOnlyList<object?>)[g.Name, g.N, g.Mean, g.Sd]));
        to.Line("");
        to.Line(Texts.Say("Разность {0}, интервал от {1} до {2}", Prose.Said(Difference), Prose.Said(Lower), Prose.Said(Upper)));
        to.Line($"t = {Prose.Said(WelchT, 3)}, df = {Prose.Said(Df, 1)}, p = {Prose.Said(P)}; g = {Prose.Said(HedgesG, 3)} [{Prose.Said(GLower, 3)}; {Prose.Said(GUpper, 3)}]");
    }
}

internal sealed record MeanFigures(string Name, int N, double Mean, double Sd);
