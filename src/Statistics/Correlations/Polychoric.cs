using Stupeni.Statistics.Algebra;
using Stupeni.Statistics.Distributions;

namespace Stupeni.Statistics.Correlations;

/// <summary>
/// A polychoric correlation: r, its standard error from the expected information with the thresholds taken as known, how many rows had
/// both answers, and whether the likelihood was still rising at ±0.9999 (empty cells), where the search ends.
/// </summary>
public sealed record PolychoricCorrelation(Estimate R, int Pairs, bool AtBound, Stopping Stopping);

/// <summary>
/// Correlation of two normal variables seen only through ordered answers, by two-step maximum likelihood (Olsson 1979): thresholds
/// are normal quantiles of the cumulative shares of each column, then r maximises Σ n_ij ln π_ij(r), where π_ij is the probability of a cell
/// by differences of the bivariate normal distribution function. Fisher scoring on the exact derivative (Plackett 1954), kept in a
/// shrinking bracket.
/// Answers are any distinct numbers in order, at most <see cref="MostCategories"/> per column; NaN = missing. Thresholds use every answer of
/// a column, cells the rows that have both. No correction of empty cells. A column with one distinct answer: no variation; too many
/// categories: out of domain.
/// </summary>
public static class Polychoric
{
    public const int MostCategories = 30;
    private const double Bound = 0.9999;
    private const byte None = byte.MaxValue;

    public static PolychoricCorrelation Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            return Absent(Absence.OutOfDomain, 0);
        }

        var first = Coded.Of(x);
        var second = Coded.Of(y);
        return first.Absence != Absence.None ? Absent(first.Absence, 0)
            : second.Absence != Absence.None ? Absent(second.Absence, 0)
            : Pair(first, second);
    }

    /// <summary>From a table of counts, rows × columns; empty rows and columns are left out.</summary>
    public static PolychoricCorrelation OfTable(int[,] counts)
    {
        var rows = Enumerable.Range(0, counts.GetLength(0)).ToArray();
        var columns = Enumerable.Range(0, counts.GetLength(1)).ToArray();
        if (rows.Any(i => columns.Any(j => counts[i, j] < 0)))
        {
            return Absent(Absence.OutOfDomain, 0);
        }

        var rowSums = Array.ConvertAll(rows, i => columns.Sum(j => counts[i, j]));
        var columnSums = Array.ConvertAll(columns, j => rows.Sum(i => counts[i, j]));
        var keptRows = rows.Where(i => rowSums[i] > 0).ToArray();
        var keptColumns = columns.Where(j => columnSums[j] > 0).ToArray();
        var total = rowSums.Sum();
        if (keptRows.Length < 2 || keptColumns.Length < 2)
        {
            return Absent(total < 2 ? Absence.TooFewObservations : Absence.NoVariation, total);
        }

        var table = new int[keptRows.Length * keptColumns.Length];
        for (var i = 0; i < keptRows.Length; i++)
        {
            for (var j = 0; j < keptColumns.Length; j++)
            {
                table[i * keptColumns.Length + j] = counts[keptRows[i], keptColumns[j]];
            }
        }

        return Maximise(
            table,
            Coded.Thresholds(Array.ConvertAll(keptRows, i => rowSums[i])),
            Coded.Thresholds(Array.ConvertAll(keptColumns, j => columnSums[j])),
            total);
    }

    /// <summary>
    /// All pairs of columns of rows × columns answers, on all processors; not smoothed: see <see cref="CorrelationMatrix.Smoothed"/>.
    /// </summary>
    public static CorrelationMatrix Matrix(double[,] data, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        var p = data.GetLength(1);
        var columns = new Coded[p];
        for (var j = 0; j < p; j++)
        {
            columns[j] = Coded.Of(data.Column(j));
        }

        var values = new double[p, p];
        var pairs = new int[p, p];
        var done = 0;
        Parallel.For(0, p, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            for (var j = 0; j <= i; j++)
            {
                cancellation.ThrowIfCancellationRequested();
                var usable = columns[i].Absence == Absence.None && columns[j].Absence == Absence.None;
                var pair = i == j || !usable ? null : Pair(columns[i], columns[j]);
                values[i, j] = values[j, i] = !usable ? double.NaN : pair?.R.Value ?? 1;
                pairs[i, j] = pairs[j, i] = pair?.Pairs ?? columns[i].Answers;
            }

            progress?.Report((double)Interlocked.Increment(ref done) / p);
        });

        var complete = 0;
        for (var r = 0; r < data.GetLength(0); r++)
        {
            complete += Array.TrueForAll(columns, c => c.Codes[r] != None) ? 1 : 0;
        }

        var worst = columns.Select(c => c.Absence).FirstOrDefault(a => a != Absence.None);
        return new CorrelationMatrix
        {
            Values = values,
            Pairs = pairs,
            Observations = CorrelationMatrix.AnsweredRows(data),
            IncompleteRows = data.GetLength(0) - complete,
            ConstantColumns = [.. Enumerable.Range(0, p).Where(j => columns[j].Absence == Absence.NoVariation)],
            Absence = worst != Absence.None ? worst
                : p == 0 || !Grid.AllFinite(values.Flat()) ? Absence.TooFewObservations
                : Absence.None,
        };
    }

    private static PolychoricCorrelation Absent(Absence reason, int pairs) =>
        new(Estimate.Absent(reason), pairs, false, Stopping.Refused);

    private static PolychoricCorrelation Pair(Coded x, Coded y)
    {
        var width = y.Limits.Length + 1;
        var table = new int[(x.Limits.Length + 1) * width];
        var n = 0;
        for (var i = 0; i < x.Codes.Length; i++)
        {
            if (x.Codes[i] != None && y.Codes[i] != None)
            {
                table[x.Codes[i] * width + y.Codes[i]]++;
                n++;
            }
        }

        return n < 2 ? Absent(Absence.TooFewObservations, n) : Maximise(table, x.Limits, y.Limits, n);
    }

    private static PolychoricCorrelation Maximise(int[] table, double[] h, double[] k, int n)
    {
        var cells = new Cells(h, k);
        double low = -Bound, high = Bound, r = 0;
        for (var iteration = 1; iteration <= 100; iteration++)
        {
            var (slope, information) = cells.Score(table, n, r);
            if (slope > 0)
            {
                low = r;
            }
            else
            {
                high = r;
            }

            var next = r + slope / information;
            if (!(next > low && next < high))
            {
                next = 0.5 * (low + high);
            }

            if (Math.Abs(next - r) < 1e-11 || high - low < 1e-9)
            {
                var atBound = Math.Abs(next) > Bound - 1e-6;
                return new(
                    Estimate.Of(next, 1 / Math.Sqrt(information)), n, atBound,
                    new Stopping(Stopped.Converged, iteration, Math.Abs(slope) / n));
            }

            r = next;
        }

        return new(Estimate.Absent(Absence.NotConverged), n, false, new Stopping(Stopped.IterationLimit, 100, double.NaN));
    }

    private sealed record Coded(byte[] Codes, double[] Limits, int Answers, Absence Absence)
    {
        public static Coded Of(ReadOnlySpan<double> column)
        {
            var codes = new byte[column.Length];
            var distinct = new SortedSet<double>();
            foreach (var x in column)
            {
                if (double.IsInfinity(x))
                {
                    return new(codes, [], 0, Absence.NotFinite);
                }

                if (!double.IsNaN(x) && distinct.Add(x) && distinct.Count > MostCategories)
                {
                    return new(codes, [], 0, Absence.OutOfDomain);
                }
            }

            var categories = distinct.ToArray();
            var counts = new int[categories.Length];
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = double.IsNaN(column[i]) ? None : (byte)Array.BinarySearch(categories, column[i]);
                if (codes[i] != None)
                {
                    counts[codes[i]]++;
                }
            }

            var answers = counts.Sum();
            var absence = answers < 2 ? Absence.TooFewObservations : categories.Length < 2 ? Absence.NoVariation : Absence.None;
            return new(codes, absence == Absence.None ? Thresholds(counts) : [], answers, absence);
        }

        public static double[] Thresholds(int[] counts)
        {
            double total = counts.Sum(), below = 0;
            var limits = new double[counts.Length - 1];
            for (var i = 0; i < limits.Length; i++)
            {
                below += counts[i];
                limits[i] = Normal.Quantile(below / total);
            }

            return limits;
        }
    }
}
