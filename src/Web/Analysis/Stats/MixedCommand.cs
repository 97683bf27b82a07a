using System.CommandLine;
using Stupeni.Analysis.Tables;
using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.Regression;

namespace Stupeni.Analysis.Stats;

/// <summary><c>stats mixed</c>: a regression whose intercept, and perhaps one slope, differ between groups.</summary>
internal static class MixedCommand
{
    public static Command Command()
    {
        var outcome = new Option<string>("--outcome") { Description = "Что объясняем", Required = true };
        var group = new Option<string>("--group") { Description = "Столбец групп", Required = true };
        var predictors = Ask.Names("--predictors", "Чем объясняем, через запятую; слова становятся столбцами 0 и 1");
        var slope = new Option<string?>("--slope") { Description = "Столбец, влияние которого в группах разное" };
        var ml = new Option<bool>("--ml") { Description = "Наибольшее правдоподобие вместо ограниченного (REML)" };
        return new TableCommand("mixed", "Многоуровневая модель. Пример: stupeni stats mixed pupils.csv --outcome score --group school --predictors intake --json", false, outcome, group, predictors, slope, ml).Answers(asked =>
        {
            var table = asked.Table;
            var (y, grouping) = (table.Column(asked.Value(outcome)), table.Column(asked.Value(group)));
            var z = asked.Value(slope) is { } name ? table.Column(name) : null;
            var x = Predictors.Of(table, asked.Value(predictors), [y, grouping, .. z is null ? Array.Empty<TableColumn>() : [z]]);
            var groups = Groups.Of(grouping);
            var fit = MixedModel.Fit(table.Numbers(y), x.Values, groups.Codes, z is null ? [] : table.Numbers(z), !asked.Value(ml), asked.Stop);
            if (fit.Refusal.IsRefused) throw Refusal(table, x, groups, fit.Refusal);
            var remarks = new List<string>(table.Remarks);
            if (z is not null && !x.Sources.Contains(z.Name)) remarks.Add(Texts.Say("«{0}» нет среди --predictors: его среднее влияние принято за нуль.", z.Name));
            return MixedAnswer.Of(table, x, groups, fit, remarks);
        });
    }

    private static Refused Refusal(Table table, Predictors x, Groups groups, Refusal refusal) => refusal.Why == Absence.NotIdentified
        ? new(table.File, groups.Names.Length < 2 ? Texts.Say("Группа только одна.") : Texts.Say("Строк слишком мало для стольких групп, или наклон внутри групп не меняется."), Texts.Say("Нужны хотя бы две группы и больше строк, чем групп."))
        : Refusals.Of(table, x.Names, refusal);
}

internal sealed record MixedAnswer(int N, IReadOnlyList<FixedFigures> Fixed, VarianceFigures Variance, double? Icc, double? Criterion, bool Reml, IReadOnlyList<GroupFigures> Groups, int Iterations, bool Converged, IReadOnlyList<string> Warnings) : IAnswer
{
    public static MixedAnswer Of(Table table, Predictors x, Groups groups, MixedFit fit, IReadOnlyList<string> remarks)
    {
        var f = new Figures(remarks);
        if (table.Lines.Count > fit.Rows) f.Warn(Texts.Say("Из-за пропусков не вошло: {0}.", Texts.Count(table.Lines.Count - fit.Rows, "строка|строки|строк")));
        if (fit.IsSingular) f.Warn(Texts.Say("Разброс между группами на границе: дисперсия 0 или отклонения групп движутся в точности вместе."));
        if (!fit.Stopping.Converged) f.Warn(Texts.Say("Поиск не сошёлся: {0}.", Texts.Count(fit.Stopping.Iterations, "шаг|шага|шагов")));
        var sloped = fit.SlopeVariance.IsPresent;
        List<FixedFigures> effects = [.. fit.Fixed.Select((e, j) => new FixedFigures(j == 0 ? "(Intercept)" : x.Names[j - 1], f.Of("fixed.estimate", e), f.ErrorOf("fixed.se", e)))];
        var variance = new VarianceFigures(f.Of("variance.intercept", fit.InterceptVariance), sloped ? fit.SlopeVariance.Value : null, sloped ? f.Of("variance.covariance", fit.Covariance) : null, f.Of("variance.residual", fit.ResidualVariance));
        List<GroupFigures> found = [.. fit.Groups.Select(g => new GroupFigures(groups.Names[g.Group], g.Rows, f.Of("groups.blup", g.Intercept, groups.Names[g.Group]), f.ErrorOf("groups.se", g.Intercept, groups.Names[g.Group]), sloped ? g.Slope.Value : null, sloped ? g.Slope.StandardError : null))];
        return new(fit.Rows, effects, variance, fit.IntraclassCorrelation.IsPresent ? fit.IntraclassCorrelation.Value : null, f.Of("criterion", fit.Criterion), fit.IsRestricted, found, fit.Stopping.Iterations, fit.Stopping.Converged, f.Warnings);
    }

    public void Tell(Prose to)
    {
        to.Line(Texts.Say("Наблюдений: {0}. Групп: {1}.", N, Groups.Count));
        to.Line(Texts.Say("Дисперсия между группами {0}, внутри {1}", Prose.Said(Variance.Intercept), Prose.Said(Variance.Residual)));
        to.Figure(Texts.Say("Доля между группами"), Icc, 3);
        to.Table([Texts.Say("величина"), Texts.Say("оценка"), Texts.Say("ошибка")], Fixed.Select(e => (IReadOnlyList<object?>)[e.Name, e.Estimate, e.Se]));
        to.Table([Texts.Say("группа"), "n", Texts.Say("отклонение"), Texts.Say("ошибка")], Groups.Select(g => (IReadOnlyList<object?>)[g.Name, g.N, g.Blup, g.Se]));
    }
}

internal sealed record FixedFigures(string Name, double? Estimate, double? Se);

internal sealed record VarianceFigures(double? Intercept, double? Slope, double? Covariance, double? Residual);

internal sealed record GroupFigures(string Name, int N, double? Blup, double? Se, double? SlopeBlup, double? SlopeSe);
