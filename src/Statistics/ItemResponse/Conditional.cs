using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// Rasch difficulties by conditional maximum likelihood (Andersen 1970; Fischer 1974): the total score is given, so nothing is assumed
/// about the distribution of ability. Difficulties sum to zero; standard errors come from the generalised inverse of the exact
/// information. Persons with the lowest or highest score on what they answered take no part; answers that are not there split persons into
/// groups with their own symmetric functions. Then the mean and variance of a normal population are fitted with the items
/// held, and abilities are expected a posteriori under it. Scores 0 and 1. Refused: fewer than two items or persons left; items that cannot
/// be compared (unbounded: the items apart are named), scores above 1.
/// </summary>
public static class Conditional
{
    private const double LeastVariance = 2e-3;

    public static Calibration Fit(Answers answers, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.Refusal.IsRefused)
        {
            return Refused(answers.Refusal);
        }

        var used = Screening.ScoresUsed(answers);
        if (Screening.Fits(Model.Rasch, used) is { IsRefused: true } wrong)
        {
            return Refused(wrong);
        }

        var groups = new ConditionalGroups(answers, used, cancel);
        var k = groups.Columns.Length;
        if (k < 2 || groups.Persons < 2)
        {
            return Refused(Refusal.Of(k < 2 ? Absence.NoVariation : Absence.TooFewObservations), used, groups.States);
        }

        if (groups.Apart() is { Length: > 0 } apart)
        {
            foreach (var at in apart)
            {
                groups.States[groups.Columns[at]] = ItemState.Unbounded;
            }

            return Refused(Refusal.Of(Absence.Unbounded, groups.Columns[apart[0]]), used, groups.States);
        }

        var likelihood = new ConditionalLikelihood(k, groups.Groups, cancel);
        var ascent = Newton.Maximise(likelihood, Start(groups), 1e-22, progress: step => progress?.Report(1 - 1.0 / (step + 1)));
        return Described(answers, used, groups, likelihood, ascent, cancel);
    }

    private static Calibration Described(Answers answers, int[][] used, ConditionalGroups groups, ConditionalLikelihood likelihood, Newton.Ascent ascent, CancellationToken cancel)
    {
        var k = groups.Columns.Length;
        var centre = ascent.X.Average();
        double[] easiness = [.. ascent.X.Select(d => d - centre)];
        var items = Items(used, groups, easiness, Errors(likelihood, ascent));

        var shape = new Shape([.. groups.Columns.Select(j => (j, used[j]))], freeSlopes: false);
        var patterns = Patterns.Collapse(answers, shape, byScore: true, cancel);
        var marginal = new MarginalLikelihood(shape, patterns, cancel);
        var population = new Population(marginal, easiness, LeastVariance);
        var normal = Newton.Maximise(population, [0, 0], 1e-14);
        var (mean, variance) = (normal.X[0], Math.Exp(2 * normal.X[1]));
        var noSpread = variance <= LeastVariance * 1.01;
        var errors = normal.Factor?.Inverse();
        var (means, deviations) = marginal.Abilities(population.Full(normal.X));
        Estimate[] abilities = [.. patterns.OfPerson.Select(u => u < 0 ? Estimate.Absent(Absence.TooFewObservations) : Estimate.Of(mean + means[u], deviations[u]))];
        return new Calibration
        {
            Model = Model.Rasch,
            IsConditional = true,
            Items = items,
            Mean = Estimate.Of(mean, errors is null ? double.NaN : Math.Sqrt(errors[0])),
            Variance = noSpread ? Estimate.Of(0) : Estimate.Of(variance, errors is null ? double.NaN : 2 * variance * Math.Sqrt(errors[3])),
            NoSpread = noSpread,
            LogLikelihood = Estimate.Of(ascent.Value),
            Parameters = k - 1,
            Aic = Estimate.Of(2 * (k - 1) - 2 * ascent.Value),
            Bic = Estimate.Of(Math.Log(groups.Persons) * (k - 1) - 2 * ascent.Value),
            Abilities = abilities,
            Reliability = Calibration.ReliabilityOf(abilities),
            PersonsUsed = groups.Persons,
            Stopping = ascent.Stopping,
            Shape = shape,
            Solution = [.. easiness, Math.Log(Math.Max(variance, LeastVariance)) / 2],
        };
    }

    private static Item[] Items(int[][] used, ConditionalGroups groups, double[] easiness, double[]? errors)
    {
        var items = new Item[used.Length];
        for (var j = 0; j < used.Length; j++)
        {
            var at = Array.IndexOf(groups.Columns, j);
            if (at < 0)
            {
                items[j] = Screening.Silent(j, groups.States[j], used[j]);
                continue;
            }

            var error = errors is null ? double.NaN : errors[at];
            var difficulty = Estimate.Of(-easiness[at], error);
            items[j] = new Item(j, ItemState.Estimated, used[j], Estimate.Of(1, 0), [Estimate.Of(easiness[at], error)], difficulty, [difficulty]);
        }

        return items;
    }

    /// <summary>Square roots of the diagonal of the generalised inverse: (I + c J)⁻¹ − J / (c k²).</summary>
    private static double[]? Errors(ConditionalLikelihood likelihood, Newton.Ascent ascent)
    {
        if (ascent.Factor?.Inverse() is not { } inverse)
        {
            return null;
        }

        var k = likelihood.Size;
        // The stored matrix already holds the shift: its trace is (1 + 1/k) times that of the information.
        var shift = likelihood.Shift(ascent.Information) / (1 + 1.0 / k);
        return [.. Enumerable.Range(0, k).Select(i => Math.Sqrt(inverse[i * k + i] - 1 / (shift * k * k)))];
    }

    private static double[] Start(ConditionalGroups groups)
    {
        var solved = new double[groups.Columns.Length];
        var seen = new double[groups.Columns.Length];
        foreach (var group in groups.Groups)
        {
            var persons = group.Scores.Sum();
            for (var i = 0; i < group.Items.Length; i++)
            {
                solved[group.Items[i]] += group.Solved[i];
                seen[group.Items[i]] += persons;
            }
        }

        double[] logits = [.. solved.Select((s, i) => Math.Log((s + 0.5) / (seen[i] - s + 0.5)))];
        var mean = logits.Average();
        return [.. logits.Select(l => l - mean)];
    }

    private static Calibration Refused(Refusal refusal, int[][]? used = null, ItemState[]? states = null) => Calibration.Refused(
        Model.Rasch,
        true,
        refusal,
        used?.Select((scores, j) => Screening.Silent(j, states![j], scores)).ToArray());
}
