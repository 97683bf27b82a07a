using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Composites;

/// <summary>Complete rows of a table as points, row by row; centred and scaled columns when asked for (deviation with n − 1).</summary>
internal sealed class Points
{
    private Points(double[] values, int dimensions, int[] rows, double[] means, double[] deviations)
    {
        Values = values;
        Dimensions = dimensions;
        Rows = rows;
        Means = means;
        Deviations = deviations;
    }

    public double[] Values { get; }

    public int Dimensions { get; }

    /// <summary>Which rows of the table the points are.</summary>
    public int[] Rows { get; }

    public int Count => Rows.Length;

    public double[] Means { get; }

    public double[] Deviations { get; }

    public ReadOnlySpan<double> this[int point] => Values.AsSpan(point * Dimensions, Dimensions);

    /// <summary>Refused: an infinity (row, column), fewer than two complete rows, with scaling a column that does not vary (column).</summary>
    public static (Points? Points, Refusal Refusal) Of(double[,] table, bool standardise)
    {
        var (n, p) = (table.GetLength(0), table.GetLength(1));
        var rows = new List<int>(n);
        for (var i = 0; i < n; i++)
        {
            var row = table.Row(i);
            if (row.IndexOfAny(double.PositiveInfinity, double.NegativeInfinity) is var wrong and >= 0)
            {
                return (null, Refusal.Of(Absence.NotFinite, wrong, i));
            }

            if (!HasNaN(row))
            {
                rows.Add(i);
            }
        }

        if (rows.Count < 2 || p == 0)
        {
            return (null, Refusal.Of(Absence.TooFewObservations));
        }

        var values = new double[rows.Count * p];
        for (var i = 0; i < rows.Count; i++)
        {
            table.Row(rows[i]).CopyTo(values.AsSpan(i * p));
        }

        var (means, deviations) = Measures(values, p);
        if (standardise)
        {
            var flat = Array.FindIndex(deviations, d => d == 0);
            if (flat >= 0)
            {
                return (null, Refusal.Of(Absence.NoVariation, flat));
            }

            for (var i = 0; i < values.Length; i++)
            {
                values[i] = (values[i] - means[i % p]) / deviations[i % p];
            }
        }

        return (new Points(values, p, [.. rows], means, deviations), Refusal.None);
    }

    /// <summary>Different points, counted up to a limit.</summary>
    public int Distinct(int limit)
    {
        var seen = new List<int>();
        for (var i = 0; i < Count && seen.Count < limit; i++)
        {
            var known = false;
            foreach (var j in seen)
            {
                known |= this[i].SequenceEqual(this[j]);
            }

            if (!known)
            {
                seen.Add(i);
            }
        }

        return seen.Count;
    }

    public static double SquaredDistance(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var sum = 0.0;
        for (var j = 0; j < a.Length; j++)
        {
            sum += (a[j] - b[j]) * (a[j] - b[j]);
        }

        return sum;
    }

    private static bool HasNaN(ReadOnlySpan<double> row)
    {
        foreach (var value in row)
        {
            if (double.IsNaN(value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Column means and deviations; a spread of rounding size is 0.</summary>
    private static (double[] Means, double[] Deviations) Measures(double[] values, int p)
    {
        var n = values.Length / p;
        double[] means = new double[p], deviations = new double[p];
        for (var j = 0; j < p; j++)
        {
            double sum = 0, squares = 0, largest = 0;
            for (var i = j; i < values.Length; i += p)
            {
                sum += values[i];
                largest = Math.Max(largest, Math.Abs(values[i]));
            }

            means[j] = sum / n;
            for (var i = j; i < values.Length; i += p)
            {
                squares += (values[i] - means[j]) * (values[i] - means[j]);
            }

            deviations[j] = Math.Sqrt(squares / (n - 1));
            deviations[j] = deviations[j] > 1e-14 * largest ? deviations[j] : 0;
        }

        return (means, deviations);
    }
}
