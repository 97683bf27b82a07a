using System.CommandLine;
using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.ItemResponse;

namespace Stupeni.Analysis.Stats;

/// <summary><c>stats irt</c>: items and abilities by item response theory.</summary>
internal static class IrtCommand
{
    public static Command Command()
    {
        var model = Ask.OneOf("--model", "Модель", "rasch", "rasch-cml", "2pl");
        return new TableCommand("irt", "Задания и способности по теории ответов. Пример: stupeni stats irt answers.csv --model 2pl --json", true, model).Answers(asked =>
        {
            var remarks = new List<string>(asked.Table.Remarks);
            var numbers = asked.Numbers(remarks.Add);
            var answers = Answers.From(numbers.Values);
            var fit = asked.Value(model) switch
            {
                "rasch-cml" => Conditional.Fit(answers, null, asked.Stop),
                "2pl" => Marginal.Fit(answers, Model.TwoParameter, null, asked.Stop),
                _ => Marginal.Fit(answers, Model.Rasch, null, asked.Stop),
            };
            return fit.Refusal.IsRefused ? throw Refusal(numbers, fit.Refusal) : IrtAnswer.Of(numbers, fit, asked.Value(model), remarks);
        });
    }

    private static Refused Refusal(NumberColumns numbers, Statistics.Refusal refusal)
    {
        if (refusal is { Why: Absence.OutOfDomain, Column: >= 0 })
        {
            var row = refusal.Row >= 0 ? refusal.Row : Enumerable.Range(0, numbers.Values.GetLength(0)).FirstOrDefault(i => numbers.Values[i, refusal.Column] is > 1 or < 0, -1);
            return numbers.Refused(refusal with { Row = row }, Texts.Say("Здесь нужен ответ 0 или 1."), Texts.Say("Исправьте ячейку, оставьте её пустой или не берите этот столбец: --columns."));
        }

        return refusal.Why == Absence.NotIdentified
            ? numbers.Refused(refusal, Texts.Say("Заданий слишком мало для этой модели."), Texts.Say("Нужно не меньше двух заданий, для 2pl — трёх."))
            : numbers.Refused(refusal);
    }
}

internal sealed record IrtAnswer(string Model, int N, IReadOnlyList<IrtItem> Items, double? Mean, double? Variance, double? LogLik, double? Aic, double? Bic, IReadOnlyList<Person> Persons, double? Reliability, int Iterations, bool Converged, IReadOnlyList<string> Warnings) : IAnswer
{
    public static IrtAnswer Of(NumberColumns numbers, Calibration fit, string model, IReadOnlyList<string> remarks)
    {
        var f = new Figures(remarks);
        List<IrtItem> items = [.. fit.Items.Select(i => Item(numbers.Names[i.Column], i, f))];
        List<Person> persons = [.. fit.Abilities.Select((a, i) => new Person(f.Of("persons.eap", a, Texts.Say("строка {0}", numbers.Table.Lines[i])), a.IsPresent ? a.StandardError : null))];
        if (fit.NoSpread) f.Warn(Texts.Say("Разброса способностей сверх случайного нет: дисперсия 0."));
        if (!fit.Stopping.Converged) f.Warn(Texts.Say("Поиск не сошёлся: {0}.", Texts.Count(fit.Stopping.Iterations, "шаг|шага|шагов")));
        var (mean, variance, logLik) = (f.Of("mean", fit.Mean), f.Of("variance", fit.Variance), f.Of("logLik", fit.LogLikelihood));
        var (aic, bic, reliability) = (f.Of("aic", fit.Aic), f.Of("bic", fit.Bic), f.Of("reliability", fit.Reliability));
        return new(model, fit.PersonsUsed, items, mean, variance, logLik, aic, bic, persons, reliability, fit.Stopping.Iterations, fit.Stopping.Converged, f.Warnings);
    }

    public void Tell(Prose to)
    {
        to.Line(Texts.Say("Модель {0}. Наблюдений: {1}", Model, N));
        to.Figure(Texts.Say("Дисперсия способностей"), Variance);
        to.Figure(Texts.Say("Надёжность"), Reliability, 3);
        to.Figure("logLik", LogLik, 2);
        to.Table([Texts.Say("задание"), "a", "d", Texts.Say("трудность"), Texts.Say("ошибка a"), Texts.Say("ошибка d")], Items.Select(i => (IReadOnlyList<object?>)[i.Name, i.A, i.D, i.Difficulty, i.SeA, i.SeD]));
    }

    private static IrtItem Item(string name, Item item, Figures f)
    {
        var d = item.Intercepts.Count > 0 ? item.Intercepts[0] : Estimate.Absent(item.Slope.Absence);
        return new(name, f.Of("items.a", item.Slope, name), f.Of("items.d", d, name), f.Of("items.difficulty", item.Difficulty, name),
            item.Slope.IsPresent ? f.ErrorOf("items.seA", item.Slope, name) : null, d.IsPresent ? f.ErrorOf("items.seD", d, name) : null);
    }
}

internal sealed record IrtItem(string Name, double? A, double? D, double? Difficulty, double? SeA, double? SeD);

internal sealed record Person(double? Eap, double? Se);
