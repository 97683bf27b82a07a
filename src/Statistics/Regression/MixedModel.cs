using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Regression;

/// <summary>
/// Linear mixed model with one grouping: y = β₀ + Σ β x + u₀ + u₁ z + e, group effects (u₀, u₁) ~ N(0, Σ) with a free covariance, or u₀ alone,
/// e ~ N(0, σ²) independent. Restricted (REML, the default) or plain maximum likelihood, profiled (see <see cref="ProfiledDeviance"/>);
/// the optimum is found by Newton's method on the exact gradient from the best of several starts. Cost: one pass over the rows, then only
/// the groups. Rows with NaN or a negative group are left out. Refused: fewer than two groups; no more rows than group effects
/// (not identified); a slope that does not vary inside any group; a predictor that the ones before it explain
/// (singular, named); residuals without variation; infinities.
/// </summary>
public static class MixedModel
{
    /// <param name="outcome">n values.</param>
    /// <param name="predictors">n × k, without the column of ones.</param>
    /// <param name="groups">n codes ≥ 0, not necessarily dense (memory goes with the highest).</param>
    /// <param name="slope">n values of z whose effect differs between groups, or empty. Put it among the predictors too for its mean effect.</param>
    /// <param name="restricted">REML.</param>
    /// <param name="cancel">Ends the work early.</param>
    public static MixedFit Fit(
        ReadOnlySpan<double> outcome,
        double[,] predictors,
        ReadOnlySpan<int> groups,
        ReadOnlySpan<double> slope = default,
        bool restricted = true,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(predictors);
        if (groups.Length != outcome.Length || (slope.Length > 0 && slope.Length != outcome.Length))
        {
            return MixedFit.Refused(Refusal.Of(Absence.OutOfDomain));
        }

        var (rows, refusal) = CompleteRows.Of(outcome, predictors, groups);
        if (slope.IndexOfAny(double.PositiveInfinity, double.NegativeInfinity) is var wrong and >= 0)
        {
            refusal = Refusal.Of(Absence.NotFinite, -1, wrong);
        }

        if (refusal.IsRefused)
        {
            return MixedFit.Refused(refusal);
        }

        rows = slope.Length > 0 ? Present(slope, rows) : rows;
        var data = new CrossProducts(outcome, predictors, groups, slope, rows);
        refusal = Identified(data);
        if (refusal.IsRefused)
        {
            return MixedFit.Refused(refusal);
        }

        cancel.ThrowIfCancellationRequested();
        var deviance = new ProfiledDeviance(data, restricted);
        var start = Starts(data.Effects).MinBy(x => deviance.Evaluate(x, withGradient: false).Deviance)!;
        cancel.ThrowIfCancellationRequested();
        var ascent = Newton.Maximise(deviance, start, 1e-16, progress: _ => cancel.ThrowIfCancellationRequested());
        return new MixedResult(data, deviance, restricted).Describe(ascent);
    }

    private static int[] Present(ReadOnlySpan<double> slope, int[] rows)
    {
        var kept = new List<int>(rows.Length);
        foreach (var row in rows)
        {
            if (!double.IsNaN(slope[row]))
            {
                kept.Add(row);
            }
        }

        return [.. kept];
    }

    private static IEnumerable<double[]> Starts(int effects) => effects == 1
        ? from a in new[] { 0.03, 0.1, 0.3, 1.0, 3, 10 } select new[] { a }
        : from a in new[] { 0.1, 0.3, 1.0, 3 } from b in new[] { 0.1, 0.3, 1.0, 3 } select new[] { a, 0, b };

    private static Refusal Identified(CrossProducts data)
    {
        var p = data.Width - 1;
        if (data.Codes.Length < 2)
        {
            return Refusal.Of(data.Rows == 0 ? Absence.TooFewObservations : Absence.NotIdentified);
        }

        if (data.Rows <= data.Codes.Length * data.Effects || data.Rows <= p + 1)
        {
            return Refusal.Of(Absence.NotIdentified);
        }

        for (var size = 1; size <= p + 1; size++)
        {
            var leading = new double[size * size];
            for (var i = 0; i < size; i++)
            {
                data.Total.AsSpan(i * data.Width, size).CopyTo(leading.AsSpan(i * size));
            }

            if (Cholesky.Of(leading, size, 1e-13) is null)
            {
                return size <= p ? Refusal.Of(Absence.Singular, size - 2) : Refusal.Of(Absence.NoVariation);
            }
        }

        return data.Effects == 2 && !SlopeVaries(data) ? Refusal.Of(Absence.NotIdentified) : Refusal.None;
    }

    private static bool SlopeVaries(CrossProducts data)
    {
        double inside = 0, all = 0;
        for (var j = 0; j < data.Codes.Length; j++)
        {
            var sums = data.Squares.AsSpan(j * 3, 3);
            inside += Math.Max(0, sums[2] - sums[1] * sums[1] / sums[0]);
            all += sums[2];
        }

        return inside > 1e-12 * all;
    }
}
