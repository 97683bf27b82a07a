using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// Items and abilities by marginal maximum likelihood: L = Π over persons of Σ_q w_q Π P(answer | θ_q), with θ on 101 equally spaced
/// nodes on [−6, 6] and normalised normal weights. Free slopes: EM (Bock, Aitkin 1981) to near, then Newton's method with the exact
/// observed information to the optimum; equal slopes: Newton's method from the start. Standard errors: inverse of the observed information.
/// Assumes one ability, answers independent given it, a normal population. Answers that are not there are left out of the product
/// (missing at random). Items with one score or none are named and take no part; a slope beyond ±25 is named unbounded. Refused: fewer than
/// two persons, fewer than two items (three with free slopes), scores the model does not know.
/// Several threads; the same input gives the same bits on any number of them.
/// </summary>
public static class Marginal
{
    private const double SteepestSlope = 25;
    private const double LeastVariance = 2e-3;

    public static Calibration Fit(Answers answers, Model model, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        if (answers.Refusal.IsRefused)
        {
            return Calibration.Refused(model, false, answers.Refusal);
        }

        var used = Screening.ScoresUsed(answers);
        if (Screening.Fits(model, used) is { IsRefused: true } wrong)
        {
            return Calibration.Refused(model, false, wrong);
        }

        var freeSlopes = model is Model.TwoParameter or Model.GeneralizedPartialCredit;
        var states = Array.ConvertAll(used, Screening.State);
        int[] columns = [.. Enumerable.Range(0, used.Length).Where(j => states[j] == ItemState.Estimated)];
        var shape = new Shape([.. columns.Select(j => (j, used[j]))], freeSlopes);
        var patterns = Patterns.Collapse(answers, shape, byScore: !freeSlopes, cancel);
        var persons = (int)patterns.Counts.Sum();
        if (Reason(columns.Length, used, persons, freeSlopes) is var reason and not Absence.None)
        {
            Item[] silent = [.. used.Select((scores, j) => Screening.Silent(j, states[j], scores))];
            return Calibration.Refused(model, false, Refusal.Of(reason), silent);
        }

        var likelihood = new MarginalLikelihood(shape, patterns, cancel);
        var ascent = Climb(likelihood, shape, Start(shape, answers), out var frozen, progress);
        var noSpread = !freeSlopes && shape.Variance(ascent.X) <= LeastVariance * 1.01;
        var covariance = Covariance(ascent, frozen, noSpread ? shape.SpreadAt : -1);
        var described = new Description(shape, ascent.X, covariance, frozen);
        var (means, deviations) = likelihood.Abilities(ascent.X);
        Estimate[] abilities = [.. patterns.OfPerson.Select(u => u < 0 ? Estimate.Absent(Absence.TooFewObservations) : Estimate.Of(means[u], deviations[u]))];
        var items = described.Items(used, states);
        var free = shape.Size;
        return new Calibration
        {
            Model = model,
            Items = items,
            Variance = freeSlopes ? Estimate.Of(1, 0) : noSpread ? Estimate.Of(0) : described.Variance,
            Mean = Estimate.Of(0, 0),
            LogLikelihood = Estimate.Of(ascent.Value),
            Parameters = free,
            Aic = Estimate.Of(2 * free - 2 * ascent.Value),
            Bic = Estimate.Of(Math.Log(persons) * free - 2 * ascent.Value),
            Abilities = abilities,
            Reliability = Calibration.ReliabilityOf(abilities),
            PersonsUsed = persons,
            Stopping = ascent.Stopping,
            NoSpread = noSpread,
            Shape = shape,
            Solution = ascent.X,
        };
    }

    private static Absence Reason(int items, int[][] used, int persons, bool freeSlopes) =>
        items == 0 && Array.Exists(used, scores => scores.Length > 0) ? Absence.NoVariation
        : persons < 2 ? Absence.TooFewObservations
        : items < (freeSlopes ? 3 : 2) ? Absence.NotIdentified
        : Absence.None;

    /// <summary>Slopes 1, variance 1, and intercepts from the logits of the shares, stretched for the spread of ability.</summary>
    internal static double[] Start(Shape shape, Answers answers)
    {
        var counts = new double[shape.Parts.Length, 101];
        for (var i = 0; i < answers.Persons; i++)
        {
            var row = answers.Of(i);
            for (var j = 0; j < shape.Parts.Length; j++)
            {
                if (row[shape.Parts[j].Column] is >= 0 and var score)
                {
                    counts[j, score]++;
                }
            }
        }

        var x = new double[shape.Size];
        for (var j = 0; j < shape.Parts.Length; j++)
        {
            var part = shape.Parts[j];
            if (part.SlopeAt >= 0)
            {
                x[part.SlopeAt] = 1 / part.Scores[^1];
            }

            for (var c = 1; c < part.Categories; c++)
            {
                x[part.InterceptAt + c - 1] = 1.2 * Math.Log((counts[j, part.Raw[c]] + 0.5) / (counts[j, part.Raw[0]] + 0.5));
            }
        }

        return x;
    }

    /// <summary>To the optimum; slopes that run away are held at their bound (<paramref name="frozen"/>) and the rest is finished.</summary>
    private static Newton.Ascent Climb(MarginalLikelihood likelihood, Shape shape, double[] x, out bool[] frozen, IProgress<double>? progress)
    {
        frozen = new bool[shape.Size];
        if (shape.FreeSlopes)
        {
            Expectation.Approach(likelihood, shape, x, limit: 40, near: 0.02);
            Orient(shape, x);
        }

        progress?.Report(0.5);
        var steps = 0;
        while (true)
        {
            var held = new Held(likelihood, x, frozen, shape, SteepestSlope, LeastVariance);
            var ascent = Newton.Maximise(held, held.Free(x), limit: 100, progress: _ => progress?.Report(1 - 0.5 / ++steps));
            x = held.Full(ascent.X);
            if (!held.Freeze(x, frozen))
            {
                return held.Whole(ascent, x);
            }
        }
    }

    /// <summary>The mirror image of a solution is one too: the one where most slopes rise is kept.</summary>
    private static void Orient(Shape shape, double[] x)
    {
        if (shape.Parts.Sum(part => x[part.SlopeAt]) < 0)
        {
            foreach (var part in shape.Parts)
            {
                x[part.SlopeAt] = -x[part.SlopeAt];
            }
        }
    }

    private static double[]? Covariance(Newton.Ascent ascent, bool[] frozen, int spreadAt)
    {
        int[] free = [.. Enumerable.Range(0, frozen.Length).Where(p => !frozen[p] && p != spreadAt)];
        var information = new double[free.Length * free.Length];
        for (var i = 0; i < free.Length; i++)
        {
            for (var j = 0; j < free.Length; j++)
            {
                information[i * free.Length + j] = ascent.Information[free[i] * frozen.Length + free[j]];
            }
        }

        if (Cholesky.Of(information, free.Length, 1e-10) is not { } factor)
        {
            return null;
        }

        var inverse = factor.Inverse();
        var full = new double[frozen.Length * frozen.Length];
        for (var i = 0; i < free.Length; i++)
        {
            for (var j = 0; j < free.Length; j++)
            {
                full[free[i] * frozen.Length + free[j]] = inverse[i * free.Length + j];
            }
        }

        return full;
    }
}
