using Stupeni.Statistics;
using Stupeni.Statistics.Regression;

namespace Stupeni.Growth.Studies;

/// <summary>A coefficient: of which column, and of a category which level against which.</summary>
public sealed record StudyTerm(string Column, string? Level, string? Reference, Estimate Effect);

/// <summary>
/// result = b₀ + b·(prior, columns) + u + e, pupils in schools, by restricted maximum likelihood (<see cref="MixedModel"/>); with a slope also u₁ · prior. A category is a column of 0 and 1 for each
/// level but the reference. Pupils without one of the values stay out.
/// </summary>
public sealed record StudyFit(MixedFit Fit, Estimate Intercept, IReadOnlyList<StudyTerm> Terms, Estimate Explained, string? Refused)
{
    public static StudyFit Of(StudyColumns columns, IReadOnlyList<StudySchool> schools, StudyChoice choice, CancellationToken stop = default)
    {
        var predictors = Predictors(columns, choice);
        var pupils = schools.Sum(s => s.Pupils.Length);
        var (outcome, table, groups, slope, row) = (new double[pupils], new double[pupils, predictors.Count], new int[pupils], new double[choice.Slope ? pupils : 0], 0);
        foreach (var school in schools)
            foreach (var pupil in school.Pupils)
            {
                (outcome[row], groups[row]) = (pupil[0], school.Position);
                for (var j = 0; j < predictors.Count; j++) table[row, j] = predictors[j].Of(pupil);
                if (choice.Slope) slope[row] = pupil[1];
                row++;
            }

        var fit = MixedModel.Fit(outcome, table, groups, slope, cancel: stop);
        var refused = fit.Refusal is { IsRefused: true, Column: >= 0 and var at } ? predictors[at].Column : null;
        if (fit.Refusal.IsRefused) return new(fit, default, [], Estimate.Absent(fit.Refusal.Why), refused);
        return new(fit, fit.Fixed[0], [.. predictors.Select((p, j) => new StudyTerm(p.Column, p.Level, p.Reference, fit.Fixed[j + 1]))], Share(fit, table, choice), null);
    }

    /// <summary>Variance of what the columns predict as a share of all variance (Nakagawa and Schielzeth 2013); not of a model with a slope.</summary>
    private static Estimate Share(MixedFit fit, double[,] table, StudyChoice choice)
    {
        if (choice.Slope) return Estimate.Absent(Absence.NotComputed);
        double sum = 0, squares = 0;
        var rows = 0;
        for (var i = 0; i < table.GetLength(0); i++)
        {
            var predicted = 0.0;
            for (var j = 0; j < table.GetLength(1); j++) predicted += fit.Fixed[j + 1].Value * table[i, j];
            if (double.IsNaN(predicted)) continue;
            (sum, squares, rows) = (sum + predicted, squares + predicted * predicted, rows + 1);
        }

        var variance = squares / rows - sum / rows * (sum / rows);
        return Estimate.Of(variance / (variance + fit.InterceptVariance.Value + fit.ResidualVariance.Value));
    }

    private static List<Predictor> Predictors(StudyColumns columns, StudyChoice choice)
    {
        var all = new List<Predictor>();
        if (choice.Prior) all.Add(new(columns.Prior!, null, null, p => p[1]));
        foreach (var at in choice.Columns)
        {
            var (column, place) = (columns.Others[at], columns.FirstOther + at);
            if (column.Levels is not { } levels) all.Add(new(column.Title, null, null, p => p[place]));
            else all.AddRange(levels.Skip(1).Select((level, k) => new Predictor(column.Title, level, levels[0], p => double.IsNaN(p[place]) ? double.NaN : p[place] == k + 1 ? 1 : 0)));
        }

        return all;
    }

    private sealed record Predictor(string Column, string? Level, string? Reference, Func<double[], double> Of);
}
