using Stupeni.Statistics.Algebra;
using Stupeni.Statistics.Correlations;
using Stupeni.Statistics.Descriptive;
using Stupeni.Statistics.Distributions;

namespace Stupeni.Statistics.Reliability;

/// <summary>
/// Classical test theory of k items answered by persons (rows × items, NaN = missing), from the covariance matrix C of the items:
/// <list type="bullet">
/// <item>alpha = k/(k − 1) (1 − tr C / 1'C1) (Cronbach 1951; KR-20 for 0/1 items), interval of Feldt (1965):
/// 1 − (1 − α) F with n − 1 and (n − 1)(k − 1) degrees of freedom;</item>
/// <item>standardised alpha from C scaled to correlations; average correlation of the same;</item>
/// <item>omega total of one minimum-residual factor of those correlations: (Σλ)²/((Σλ)² + Σψ) (McDonald 1999);</item>
/// <item>standard error of measurement √(1'C1 (1 − α)), in points of the sum score.</item>
/// </list>
/// n counts rows with at least one answer (pairwise) or complete rows. One item, fewer than two rows: too few observations; a column without
/// variation has no correlations and makes the figures that need them absent (no variation); infinities: not finite.
/// </summary>
public sealed record ScaleAnalysis
{
    /// <summary>Persons that alpha counts with.</summary>
    public required int Persons { get; init; }

    public required int CompletePersons { get; init; }

    public required int MissingAnswers { get; init; }

    public required Estimate Alpha { get; init; }

    public required Interval AlphaInterval { get; init; }

    public required Estimate StandardizedAlpha { get; init; }

    public required Estimate OmegaTotal { get; init; }

    public required Estimate AverageCorrelation { get; init; }

    /// <summary>Mean of the sum score (sum of item means), standard error √(1'C1 / n).</summary>
    public required Estimate Mean { get; init; }

    /// <summary>Variance of the sum score, 1'C1.</summary>
    public required Estimate Variance { get; init; }

    public required Estimate StandardErrorOfMeasurement { get; init; }

    public required IReadOnlyList<ScaleItem> Items { get; init; }

    public static ScaleAnalysis Of(double[,] answers, ScaleOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new ScaleOptions();
        var data = Reverse(answers, options);
        var covariances = Covariances.Of(data, options.Missing, cancellation);
        var c = covariances.Values;
        var k = data.GetLength(1);
        var persons = options.Missing == Missing.Complete ? covariances.CompleteRows : CorrelationMatrix.AnsweredRows(data);
        var refusal = covariances.Infinite ? Absence.NotFinite
            : k < 2 || persons < 2 || !Grid.AllFinite(c.Flat()) ? Absence.TooFewObservations
            : Absence.None;
        var total = refusal == Absence.None ? Sum(c) : double.NaN;
        refusal = refusal == Absence.None && !(total > 0) ? Absence.NoVariation : refusal;
        var scaled = refusal == Absence.None ? Scaled(c) : null;
        var alpha = Alphas.Of(c, refusal);
        var still = scaled is not null && !Grid.AllFinite(scaled.Flat()) ? Absence.NoVariation : refusal;
        var meanSum = covariances.Means.Sum();
        return new ScaleAnalysis
        {
            Persons = persons,
            CompletePersons = covariances.CompleteRows,
            MissingAnswers = CountMissing(data),
            Alpha = alpha,
            AlphaInterval = alpha.IsPresent ? Feldt(alpha.Value, persons, k, options.Confidence) : Interval.Absent(alpha.Absence),
            StandardizedAlpha = Alphas.Of(scaled ?? c, still),
            OmegaTotal = still == Absence.None ? Omega.Of(scaled!, 1, cancellation: cancellation).Total : Estimate.Absent(still),
            AverageCorrelation = still == Absence.None ? Estimate.Of((Sum(scaled!) - k) / (k * (k - 1.0))) : Estimate.Absent(still),
            Mean = double.IsFinite(meanSum)
                ? Estimate.Of(meanSum, Math.Sqrt(total / persons))
                : Estimate.Absent(covariances.Infinite ? Absence.NotFinite : Absence.TooFewObservations),
            Variance = refusal == Absence.None ? Estimate.Of(total) : Estimate.Absent(refusal),
            StandardErrorOfMeasurement = alpha.IsPresent
                ? Estimate.Of(Math.Sqrt(total * Math.Max(0, 1 - alpha.Value)))
                : Estimate.Absent(alpha.Absence),
            Items = ScaleItem.Of(data, covariances, scaled, refusal, options),
        };
    }

    private static Interval Feldt(double alpha, int n, int k, double confidence)
    {
        if (!(confidence > 0 && confidence < 1))
        {
            return Interval.Absent(Absence.OutOfDomain);
        }

        double df1 = n - 1, df2 = (n - 1) * (k - 1.0), tail = (1 - confidence) / 2;
        return Interval.Of(
            1 - (1 - alpha) * FisherF.Quantile(1 - tail, df1, df2),
            1 - (1 - alpha) * FisherF.Quantile(tail, df1, df2),
            confidence);
    }

    private static double Sum(double[,] m)
    {
        var sum = 0.0;
        foreach (var x in m)
        {
            sum += x;
        }

        return sum;
    }

    private static double[,] Scaled(double[,] c)
    {
        var k = c.GetLength(0);
        var scaled = new double[k, k];
        for (var i = 0; i < k; i++)
        {
            for (var j = 0; j < k; j++)
            {
                scaled[i, j] = i == j && c[i, i] > 0 ? 1 : c[i, j] / Math.Sqrt(c[i, i] * c[j, j]);
            }
        }

        return scaled;
    }

    private static int CountMissing(double[,] data)
    {
        var missing = 0;
        foreach (var x in data)
        {
            missing += double.IsNaN(x) ? 1 : 0;
        }

        return missing;
    }

    private static double[,] Reverse(double[,] answers, ScaleOptions options)
    {
        if (options.Reversed.Count == 0)
        {
            return answers;
        }

        var data = (double[,])answers.Clone();
        var range = Moments.Of(data.Flat());
        var turn = options.Scale is { } scale ? scale.Least + scale.Greatest : range.Minimum + range.Maximum;
        foreach (var j in options.Reversed)
        {
            for (var i = 0; i < data.GetLength(0); i++)
            {
                data[i, j] = turn - data[i, j];
            }
        }

        return data;
    }
}

/// <summary>Alpha of a covariance matrix, of all items or without one.</summary>
internal static class Alphas
{
    public static Estimate Of(double[,] c, Absence refusal, int without = -1)
    {
        if (refusal != Absence.None)
        {
            return Estimate.Absent(refusal);
        }

        double total = 0, trace = 0;
        var k = 0;
        for (var i = 0; i < c.GetLength(0); i++)
        {
            if (i == without)
            {
                continue;
            }

            k++;
            trace += c[i, i];
            for (var j = 0; j < c.GetLength(0); j++)
            {
                total += j == without ? 0 : c[i, j];
            }
        }

        return k < 2 ? Estimate.Absent(Absence.TooFewObservations)
            : !(total > 1e-13 * trace) ? Estimate.Absent(Absence.NoVariation)
            : Estimate.Of(k / (k - 1.0) * (1 - trace / total));
    }
}
