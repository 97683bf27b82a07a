using Stupeni.Platform;
using Stupeni.Statistics.Reliability;

namespace Stupeni.Analysis.Stats;

/// <summary>What <c>stats items</c> answers: points of the test are those of the sum of its items.</summary>
internal sealed record ItemsAnswer(int N, double? Alpha, double? Mean, double? Variance, double? Sem, TestFigures Test, IReadOnlyList<ItemFigures> Items, IReadOnlyList<string> Warnings) : IAnswer
{
    public static ItemsAnswer Of(NumberColumns numbers, ScaleAnalysis s, IReadOnlyList<string> remarks)
    {
        var f = new Figures(remarks);
        List<ItemFigures> items =
        [
            .. s.Items.Select((item, j) => new ItemFigures(numbers.Names[j], item.Count, f.Of("items.difficulty", item.Difficulty, numbers.Names[j]), f.Of("items.itemTotalCorrelation", item.ItemTotal, numbers.Names[j]),
                f.Of("items.itemRestCorrelation", item.ItemRest, numbers.Names[j]), f.Of("items.discrimination27", item.Discrimination, numbers.Names[j]), f.Of("items.alphaIfDropped", item.AlphaIfDropped, numbers.Names[j]))),
        ];
        foreach (var item in items.Where(i => i.Difficulty > 1)) f.Warn(Texts.Say("«{0}»: средний балл больше наибольшего, проверьте --max.", item.Name));
        if (s.MissingAnswers > 0) f.Warn(Texts.Say("Пропущено ответов: {0}; каждая ковариация взята по строкам, где есть оба.", s.MissingAnswers));
        var test = new TestFigures(f.Of("mean", s.Mean), f.Of("variance", s.Variance), f.Of("sem", s.StandardErrorOfMeasurement));
        return new(s.Persons, f.Of("alpha", s.Alpha), test.Mean, test.Variance, test.Sem, test, items, f.Warnings);
    }

    public void Tell(Prose to)
    {
        to.Line(Texts.Say("Наблюдений: {0}", N));
        to.Figure(Texts.Say("Альфа Кронбаха"), Alpha, 3);
        to.Line(Texts.Say("Сумма баллов: среднее {0}, дисперсия {1}, ошибка измерения {2}", Prose.Said(Mean, 2), Prose.Said(Variance, 2), Prose.Said(Sem, 2)));
        to.Table([Texts.Say("задание"), Texts.Say("решаемость"), Texts.Say("с суммой"), Texts.Say("с остальными"), Texts.Say("27 %"), Texts.Say("альфа без него")], Items.Select(i => (IReadOnlyList<object?>)[i.Name, i.Difficulty, i.ItemTotalCorrelation, i.ItemRestCorrelation, i.Discrimination27, i.AlphaIfDropped]));
    }
}

internal sealed record TestFigures(double? Mean, double? Variance, double? Sem);

internal sealed record ItemFigures(string Name, int N, double? Difficulty, double? ItemTotalCorrelation, double? ItemRestCorrelation, double? Discrimination27, double? AlphaIfDropped);
