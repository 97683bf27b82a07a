using System.CommandLine;
using Stupeni.Analysis.Tables;
using Stupeni.Platform;
using Stupeni.Statistics.Regression;

namespace Stupeni.Analysis.Stats;

/// <summary><c>stats ols</c>: a linear regression.</summary>
internal static class OlsCommand
{
    public static Command Command()
    {
        var outcome = new Option<string>("--outcome") { Description = "Что объясняем", Required = true };
        var predictors = Ask.Names("--predictors", "Чем объясняем, через запятую; слова становятся столбцами 0 и 1");
        var robust = new Option<string?>("--robust") { Description = "Ошибки, устойчивые к разному разбросу: hc1 или hc3" };
        robust.AcceptOnlyFromAmong("hc1", "hc3");
        var cluster = new Option<string?>("--cluster") { Description = "Столбец групп: ошибки по группам" };
        var command = new TableCommand("ols", "Линейная регрессия. Пример: stupeni stats ols schools.csv --outcome read --predictors english,lunch --robust hc1 --json", false, outcome, predictors, robust, cluster);
        command.Validators.Add(result =>
        {
            if (result.GetValue(robust) == "hc3" && result.GetValue(cluster) is not null) result.AddError("--robust hc3 и --cluster вместе не считаются: оставьте одно.");
        });
        return command.Answers(asked =>
        {
            var table = asked.Table;
            var y = table.Column(asked.Value(outcome));
            var groups = asked.Value(cluster) is { } name ? table.Column(name) : null;
            var x = Predictors.Of(table, asked.Value(predictors), [y, .. groups is null ? Array.Empty<TableColumn>() : [groups]]);
            var errors = groups is not null ? Errors.Cr1 : asked.Value(robust) switch { "hc1" => Errors.Hc1, "hc3" => Errors.Hc3, _ => Errors.Classical };
            var fit = LeastSquares.Fit(table.Numbers(y), x.Values, errors, groups is null ? [] : Groups.Of(groups).Codes);
            if (fit.Refusal.IsRefused) throw Refusals.Of(table, [.. x.Names], fit.Refusal with { Column = fit.Refusal.Column });
            return OlsAnswer.Of(x, fit, table);
        });
    }
}

internal sealed record OlsAnswer(int N, IReadOnlyList<CoefficientFigures> Coefficients, double? R2, double? AdjustedR2, double? Sigma, int Df, int? Clusters, IReadOnlyList<double> Residuals, IReadOnlyList<int> Rows, IReadOnlyList<string> Warnings) : IAnswer
{
    public static OlsAnswer Of(Predictors x, LinearFit fit, Table table)
    {
        var f = new Figures(table.Remarks);
        if (table.Lines.Count > fit.Rows.Count) f.Warn(Texts.Say("Из-за пропусков не вошло: {0}.", Texts.Count(table.Lines.Count - fit.Rows.Count, "строка|строки|строк")));
        List<CoefficientFigures> coefficients =
        [
            .. fit.Coefficients.Select((c, j) => (Name: j == 0 ? "(Intercept)" : x.Names[j - 1], Of: c)).Select(c => new CoefficientFigures(
                c.Name, f.Of("coefficients.estimate", c.Of.Estimate, c.Name), c.Of.Estimate.StandardError, f.Statistic("coefficients.t", c.Of.Test, c.Name), c.Of.Test.P, c.Of.Interval.Lower, c.Of.Interval.Upper)),
        ];
        var (r2, adjusted, sigma) = (f.Of("r2", fit.RSquared), f.Of("adjustedR2", fit.AdjustedRSquared), f.Of("sigma", fit.Sigma));
        return new(fit.Rows.Count, coefficients, r2, adjusted, sigma, fit.DegreesOfFreedom, fit.Clusters > 0 ? fit.Clusters : null, fit.Residuals, [.. fit.Rows.Select(r => r + 1)], f.Warnings);
    }

    public void Tell(Prose to)
    {
        to.Line(Texts.Say("Наблюдений: {0}", N));
        to.Line($"R² = {Prose.Said(R2, 3)}, R²adj = {Prose.Said(AdjustedR2, 3)}, σ = {Prose.Said(Sigma)}");
        to.Table([Texts.Say("величина"), Texts.Say("оценка"), Texts.Say("ошибка"), "t", "p", Texts.Say("от"), Texts.Say("до")], Coefficients.Select(c => (IReadOnlyList<object?>)[c.Name, c.Estimate, c.Se, c.T, c.P, c.Lower, c.Upper]));
    }
}

internal sealed record CoefficientFigures(string Name, double? Estimate, double Se, double? T, double P, double Lower, double Upper);
