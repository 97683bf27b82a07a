using Stupeni.Statistics.Regression;

namespace Stupeni.Identification.Estimates;

/// <summary>
/// Pupils in schools: z = b0 + b1 (index − 50) / 10 + b2 rural + b3 log2(size / median) + b4 prior + u + e, z the primary total in deviations of the region, by restricted maximum likelihood. A school without an
/// index stands at the region's mean; without a size, at the median.
/// </summary>
internal static class FitProcedure
{
    /// <summary>A school moves the model beyond 4 ÷ schools (Van der Meer, te Grotenhuis and Pelzer 2010); so many of a procedure are kept.</summary>
    private const double Moves = 4;
    private const int MostMoving = 2;

    public static FittedProcedure Of(ScoredProcedure scores, EstimateInputs inputs, int minSchools, CancellationToken stop)
    {
        if (scores.Schools.Count == 0) return Left(Omitted.NoScores);
        if (scores.Schools.Count < minSchools) return Left(Omitted.TooFewSchools);
        var pupils = scores.Schools.Sum(s => s.Pupils);
        var mean = scores.Schools.Sum(s => s.Mean * s.Pupils) / pupils;
        var deviation = Math.Sqrt(scores.Schools.Sum(s => s.Totals.Sum(t => t.Pupils * (t.Total - mean) * (t.Total - mean))) / (pupils - 1));
        if (!(deviation > 0)) return Left(Omitted.NotFitted);

        var predictors = Predictors(scores, inputs, minSchools);
        var (outcome, groups) = scores.Prior is { } prior ? Rows(prior, mean, deviation) : Rows(scores, mean, deviation, pupils);
        var fit = Fit();
        while (fit.Refusal is { IsRefused: true, Column: >= 0 and var column })
        {
            predictors.RemoveAt(column);
            fit = Fit();
        }

        if (fit.Refusal.IsRefused || !fit.Stopping.Converged) return Left(Omitted.NotFitted) with { Mean = mean, Deviation = deviation };

        var effects = fit.Groups.ToDictionary(g => g.Group, g => g.Intercept);
        List<FittedSchool> schools = [.. scores.Schools.Select(s => new FittedSchool(s.Place, s.Pupils, (s.Mean - mean) / deviation, Expected(fit, predictors, s.Place), effects[s.Place]))];
        var influences = GroupInfluence.Of(outcome, Rows(predictors, groups), groups, fit.InterceptVariance.Value, fit.ResidualVariance.Value);
        return new(scores, mean, deviation, fit, predictors, Line(schools, predictors, minSchools)?.RSquared, schools, null)
        {
            Moving = [.. influences.Where(g => g.Distance > Moves / influences.Count).OrderByDescending(g => g.Distance).Take(MostMoving)],
        };

        MixedFit Fit() => MixedModel.Fit(outcome, Rows(predictors, groups), groups, cancel: stop);
        FittedProcedure Left(Omitted why) => new(scores, 0, 0, null, [], null, [], why);
    }

    private static double Expected(MixedFit fit, List<Predictor> predictors, int place) => fit.Fixed[0].Value + predictors.Index().Sum(p => fit.Fixed[p.Index + 1].Value * p.Item.Values[place]);

    private static ContextualLine? Line(List<FittedSchool> schools, List<Predictor> predictors, int minSchools) =>
        predictors.Count == 0 ? null : ContextualLine.Of([.. schools.Select(s => s.Mean)], Table(predictors, [.. schools.Select(s => s.Place)]), minSchools);

    private static List<Predictor> Predictors(ScoredProcedure scores, EstimateInputs inputs, int minSchools)
    {
        var here = scores.Schools.Select(s => s.Place).ToHashSet();
        var all = new List<Predictor>();
        if (inputs.IndexOf(scores) is { } index && here.Count(p => index[p] is not null) >= minSchools) all.Add(new(PredictorKind.Index, [.. index.Select(i => i is { } value ? (value - 50) / 10 : 0)]));
        all.Add(new(PredictorKind.Rural, [.. inputs.Schools.Select(s => s.IsRural ? 1.0 : 0)]));
        var sizes = inputs.Schools.Where(s => here.Contains(s.Place)).Select(s => s.Pupils).OfType<int>().Order().ToList();
        if (sizes.Count >= minSchools) all.Add(new(PredictorKind.Size, [.. inputs.Schools.Select(s => s.Pupils is { } size ? Math.Log2((double)size / sizes[sizes.Count / 2]) : 0)]));
        if (scores.Prior is { } prior) all.AddRange(prior.Predictors(inputs.Schools.Count));
        return all;
    }

    private static (double[] Outcome, int[] Groups) Rows(PriorResults prior, double mean, double deviation) => ([.. prior.Pupils.Select(p => (p.Result - mean) / deviation)], [.. prior.Pupils.Select(p => p.Place)]);

    private static (double[] Outcome, int[] Groups) Rows(ScoredProcedure scores, double mean, double deviation, int pupils)
    {
        var (outcome, groups, row) = (new double[pupils], new int[pupils], 0);
        foreach (var school in scores.Schools)
            foreach (var (total, count) in school.Totals)
            {
                outcome.AsSpan(row, count).Fill((total - mean) / deviation);
                groups.AsSpan(row, count).Fill(school.Place);
                row += count;
            }

        return (outcome, groups);
    }

    /// <summary>By pupil: a column of schools repeats the value of each.</summary>
    private static double[,] Rows(List<Predictor> predictors, int[] groups)
    {
        var table = Table(predictors, groups);
        foreach (var (j, predictor) in predictors.Index()) if (predictor.Rows is { } rows) for (var i = 0; i < rows.Length; i++) table[i, j] = rows[i];
        return table;
    }

    private static double[,] Table(List<Predictor> predictors, int[] places)
    {
        var table = new double[places.Length, predictors.Count];
        for (var i = 0; i < places.Length; i++) for (var j = 0; j < predictors.Count; j++) table[i, j] = predictors[j].Values[places[i]];
        return table;
    }
}
