using Stupeni.Statistics.Algebra;
using Stupeni.Statistics.Correlations;
using Stupeni.Statistics.Descriptive;

namespace Stupeni.Statistics.Reliability;

/// <summary>
/// One item of a scale, over the persons who answered it (or over complete rows).
/// </summary>
/// <param name="Count">Answers.</param>
/// <param name="Mean">In points, with its standard error.</param>
/// <param name="StandardDeviation">n − 1, in points.</param>
/// <param name="Difficulty">Mean share of the highest possible score, 0 to 1: the larger the easier. Out of domain when that score is not
/// above zero.</param>
/// <param name="ItemTotal">Correlation with the person's mean of all answered items, this one included.</param>
/// <param name="ItemRest">Correlation with the sum of the other items, from the covariance matrix: Σ_{j≠i} c_ij / √(c_ii · variance of the rest).</param>
/// <param name="Discrimination">Mean share of the highest possible score in the upper 27 % of persons minus that in the lower 27 % (Kelley 1939);
/// persons tied at a border enter with equal fractions, so the order of rows does not matter.</param>
/// <param name="AlphaIfDropped">Alpha of the other items.</param>
/// <param name="StandardizedAlphaIfDropped">The same of correlations.</param>
public sealed record ScaleItem(
    int Count,
    Estimate Mean,
    Estimate StandardDeviation,
    Estimate Difficulty,
    Estimate ItemTotal,
    Estimate ItemRest,
    Estimate Discrimination,
    Estimate AlphaIfDropped,
    Estimate StandardizedAlphaIfDropped)
{
    private const double Share = 0.27;

    internal static ScaleItem[] Of(double[,] data, Covariances covariances, double[,]? scaled, Absence refusal, ScaleOptions options)
    {
        int n = data.GetLength(0), k = data.GetLength(1);
        var complete = options.Missing == Missing.Complete;
        var means = new double[n];
        for (var i = 0; i < n; i++)
        {
            var row = Moments.Of(data.Row(i));
            means[i] = (complete && row.Missing > 0) || row.Infinite ? double.NaN : row.Mean;
        }

        var (upper, lower) = Ends(means);
        var items = new ScaleItem[k];
        for (var j = 0; j < k; j++)
        {
            var column = data.Column(j);
            for (var i = 0; i < n; i++)
            {
                column[i] = double.IsNaN(means[i]) ? double.NaN : column[i];
            }

            var moments = Moments.Of(column);
            var most = options.Maxima is { } maxima ? j < maxima.Count ? maxima[j] : double.NaN : moments.Maximum;
            var mean = Sample.Mean(column);
            var total = Pearson.Coefficient(Observed(column, means).X, Observed(column, means).Y);
            var oneStill = scaled is not null && !Grid.AllFinite(scaled.Flat());
            items[j] = new ScaleItem(
                moments.Count,
                mean,
                Sample.StandardDeviation(column),
                Shared(mean, most),
                double.IsNaN(total) ? Estimate.Absent(moments.Count < 2 ? Absence.TooFewObservations : Absence.NoVariation) : Estimate.Of(total),
                Rest(covariances.Values, j, refusal),
                Shared(Difference(column, upper, lower), most),
                Alphas.Of(covariances.Values, refusal, j),
                oneStill ? Estimate.Absent(Absence.NoVariation) : Alphas.Of(scaled ?? covariances.Values, refusal, j));
        }

        return items;
    }

    private static (double[] X, double[] Y) Observed(double[] x, double[] y)
    {
        var (first, second, _) = Pearson.InBoth(x, y);
        return (first, second);
    }

    private static Estimate Shared(Estimate points, double most) =>
        !points.IsPresent ? points
        : most > 0 && double.IsFinite(most) ? Estimate.Of(points.Value / most, points.StandardError / most)
        : Estimate.Absent(Absence.OutOfDomain);

    private static Estimate Rest(double[,] c, int item, Absence refusal)
    {
        if (refusal != Absence.None)
        {
            return Estimate.Absent(refusal);
        }

        double shared = 0, rest = 0;
        for (var i = 0; i < c.GetLength(0); i++)
        {
            shared += i == item ? 0 : c[item, i];
            for (var j = 0; j < c.GetLength(0); j++)
            {
                rest += i == item || j == item ? 0 : c[i, j];
            }
        }

        return c[item, item] > 0 && rest > 0
            ? Estimate.Of(shared / Math.Sqrt(c[item, item] * rest))
            : Estimate.Absent(Absence.NoVariation);
    }

    /// <summary>Weights 0 … 1 of belonging to the upper and to the lower 27 %.</summary>
    private static (double[] Upper, double[] Lower) Ends(double[] means)
    {
        var sorted = Sample.Sorted(means);
        var wanted = Share * sorted.Length;
        double[] upper = new double[means.Length], lower = new double[means.Length];
        if (sorted.Length == 0)
        {
            return (upper, lower);
        }

        var low = sorted[(int)Math.Min(sorted.Length - 1, Math.Ceiling(wanted) - 1)];
        var high = sorted[(int)Math.Max(0, sorted.Length - Math.Ceiling(wanted))];
        var below = sorted.Count(x => x < low);
        var above = sorted.Count(x => x > high);
        var atLow = (wanted - below) / sorted.Count(x => x == low);
        var atHigh = (wanted - above) / sorted.Count(x => x == high);
        for (var i = 0; i < means.Length; i++)
        {
            upper[i] = means[i] > high ? 1 : means[i] == high ? atHigh : 0;
            lower[i] = means[i] < low ? 1 : means[i] == low ? atLow : 0;
        }

        return (upper, lower);
    }

    private static Estimate Difference(double[] column, double[] upper, double[] lower)
    {
        var high = Sample.WeightedMean(column, upper);
        var low = Sample.WeightedMean(column, lower);
        return !high.IsPresent ? high
            : !low.IsPresent ? low
            : Estimate.Of(high.Value - low.Value, Math.Sqrt(high.StandardError * high.StandardError + low.StandardError * low.StandardError));
    }
}
