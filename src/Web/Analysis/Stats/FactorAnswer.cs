using Stupeni.Platform;
using Stupeni.Statistics.Factors;

namespace Stupeni.Analysis.Stats;

/// <summary>What <c>stats factor</c> answers; <c>rows</c> are the rows of the table that scores belong to.</summary>
internal sealed record FactorAnswer(
    int N, IReadOnlyList<string> Columns, double[,] Correlation, IReadOnlyList<double> Eigenvalues, Kmo Kmo, Bartlett Bartlett, Chance? Parallel,
    int Factors, double Criterion, IReadOnlyList<double> Uniquenesses, double[,] Loadings, double[,] Structure, double[,] FactorCorrelations, IReadOnlyList<double> Explained,
    double RotationCriterion, Fit? Fit, double[,]? Scores, IReadOnlyList<int>? Rows, IReadOnlyList<string> Heywood, int Iterations, bool Converged, IReadOnlyList<string> Warnings) : IAnswer
{
    public static FactorAnswer Of(IReadOnlyList<string> names, FactorSolution s, double[,] data, IReadOnlyList<string> remarks)
    {
        var figures = new Figures([.. remarks, .. s.Notices.Select(n => FactorWords.Of(n, names, s))]);
        var (kmo, bartlett, fit) = (Kmo.Of(s.Adequacy, names, figures), Bartlett.Of(s.Adequacy, figures), s.Fit is null ? null : Fit.Of(s.Fit, figures));
        var extracted = s.Extraction;
        var (scores, rows) = s.Scores is null ? (null, null) : Complete(s.Scores, data);
        if (s.ScoreWeights is { Absence: not Statistics.Absence.None } weights) figures.Of("scores", Statistics.Estimate.Absent(weights.Absence));
        return new(
            s.Observations, names, s.Correlations.Values, s.Eigenvalues, kmo, bartlett, s.Parallel is null ? null : Chance.Of(s.Parallel, s.Suggested),
            s.Factors, extracted.Criterion, extracted.Uniquenesses, s.Rotation.Loadings, s.Rotation.Structure, s.Rotation.FactorCorrelations, s.Explained,
            s.Rotation.Criterion, fit, s.ScoreWeights?.Absence == Statistics.Absence.None ? scores : null, rows, [.. extracted.Heywood.Select(j => names[j])], extracted.Stopping.Iterations, s.Converged, figures.Warnings);
    }

    public void Tell(Prose to)
    {
        to.Line(Texts.Say("Наблюдений: {0}. Столбцов: {1}. Факторов: {2}.", N, Columns.Count, Factors));
        to.Figure("KMO", Kmo.Overall, 3);
        if (Bartlett.ChiSquare is { } chi) to.Line(Texts.Say("Критерий Бартлетта: χ² = {0}, df = {1}, p = {2}", Prose.Said(chi, 1), Bartlett.Df, Prose.Said(Bartlett.P)));
        if (Parallel is { Suggested: { } suggested }) to.Line(Texts.Say("Параллельный анализ подсказывает: {0}.", Texts.Count(suggested, "фактор|фактора|факторов")));
        to.Table([Texts.Say("столбец"), .. Enumerable.Range(1, Factors).Select(k => $"F{k}"), Texts.Say("своё")],
            Columns.Select((name, i) => (IReadOnlyList<object?>)[name, .. Enumerable.Range(0, Factors).Select(k => (object?)Loadings[i, k]), i < Uniquenesses.Count ? Uniquenesses[i] : null]));
        to.Line("");
        for (var k = 0; k < Explained.Count; k++) to.Line(Texts.Say("F{0} объясняет {1}", k + 1, Numbers.Percent(100 * Explained[k])));
        if (Fit is { Rmsea: not null } fit) to.Line($"RMSEA {Prose.Said(fit.Rmsea, 3)} [{Prose.Said(fit.RmseaLower, 3)}; {Prose.Said(fit.RmseaUpper, 3)}], TLI {Prose.Said(fit.Tli, 3)}, CFI {Prose.Said(fit.Cfi, 3)}, RMSR {Prose.Said(fit.Rmsr, 3)}");
    }

    private static (double[,] Scores, int[] Rows) Complete(double[,] all, double[,] data)
    {
        int[] rows = [.. Enumerable.Range(0, data.GetLength(0)).Where(i => Enumerable.Range(0, data.GetLength(1)).All(j => !double.IsNaN(data[i, j])))];
        var kept = new double[rows.Length, all.GetLength(1)];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var k = 0; k < kept.GetLength(1); k++) kept[i, k] = all[rows[i], k];
        }

        return (kept, [.. rows.Select(r => r + 1)]);
    }
}

internal sealed record Kmo(double? Overall, IReadOnlyList<double?> Items)
{
    public static Kmo Of(Adequacy adequacy, IReadOnlyList<string> names, Figures figures) =>
        new(figures.Of("kmo.overall", adequacy.Kmo), [.. adequacy.KmoByVariable.Select((k, j) => adequacy.Kmo.IsPresent ? figures.Of("kmo.items", k, names[j]) : k.IsPresent ? k.Value : (double?)null)]);
}

internal sealed record Bartlett(double? ChiSquare, double? Df, double? P, double? LogP)
{
    public static Bartlett Of(Adequacy adequacy, Figures figures) => adequacy.Bartlett is { IsPresent: true } test
        ? new(test.Statistic, test.DegreesOfFreedom, test.P, test.LogP)
        : new(figures.Statistic("bartlett.chiSquare", adequacy.Bartlett), null, null, null);
}

internal sealed record Chance(IReadOnlyList<double> Mean, IReadOnlyList<double> P95, int? Suggested)
{
    public static Chance Of(ParallelAnalysis analysis, int? suggested) => new(analysis.Mean, analysis.P95, suggested);
}

/// <summary>Which formula each is: docs/methods/factor-analysis.md. The plain ones are by (n − 1) F.</summary>
internal sealed record Fit(
    double? ChiSquare, int Df, double? P, double? LogP, double? Rmsea, double? RmseaLower, double? RmseaUpper, double? Tli, double? Cfi, double? Rmsr, double? Bic,
    double? Objective, double? PlainChiSquare, double? PlainRmsea, double? ObjectiveTli)
{
    public static Fit Of(FactorFit fit, Figures figures) => new(
        figures.Statistic("fit.chiSquare", fit.ChiSquare), fit.DegreesOfFreedom, fit.ChiSquare.IsPresent ? fit.ChiSquare.P : null, fit.ChiSquare.IsPresent ? fit.ChiSquare.LogP : null,
        figures.Of("fit.rmsea", fit.Rmsea), figures.Lower("fit.rmseaLower", fit.RmseaInterval), figures.Upper("fit.rmseaUpper", fit.RmseaInterval),
        figures.Of("fit.tli", fit.Tli), figures.Of("fit.cfi", fit.Cfi), figures.Of("fit.rmsr", fit.Rmsr), figures.Of("fit.bic", fit.Bic),
        figures.Of("fit.objective", fit.Objective), figures.Statistic("fit.plainChiSquare", fit.PlainChiSquare), figures.Of("fit.plainRmsea", fit.PlainRmsea), figures.Of("fit.objectiveTli", fit.ObjectiveTli));
}
