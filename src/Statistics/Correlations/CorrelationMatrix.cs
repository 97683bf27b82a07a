using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Correlations;

/// <summary>
/// Correlations of p columns, p × p, ones on the diagonal, and how they came about. An entry that the data do not determine
/// (a constant column, fewer than two rows in common) is NaN and <see cref="Absence"/> says why; nothing is filled in for it.
/// </summary>
public sealed record CorrelationMatrix
{
    public required double[,] Values { get; init; }

    /// <summary>Rows behind each entry, p × p; empty when the matrix was given.</summary>
    public required int[,] Pairs { get; init; }

    /// <summary>The number of observations that a test of the whole matrix counts with: complete rows, or for a pairwise matrix
    /// the rows with at least one answer, as the psych package of R does.</summary>
    public required int Observations { get; init; }

    /// <summary>Rows dropped because of a missing answer (complete), or rows that have some missing answer (pairwise).</summary>
    public required int IncompleteRows { get; init; }

    public required IReadOnlyList<int> ConstantColumns { get; init; }

    /// <summary>None when every entry is a number.</summary>
    public required Absence Absence { get; init; }

    /// <summary>What was done to make the matrix positive definite; null when nothing had to be.</summary>
    public Smoothing? Smoothing { get; init; }

    public int Size => Values.GetLength(0);

    /// <summary>
    /// Pearson's product-moment correlations of rows × columns numbers, NaN = missing (formula: <see cref="Pearson"/>).
    /// Two passes' worth of digits from one reading of the rows.
    /// </summary>
    public static CorrelationMatrix OfData(double[,] data, Missing missing = Missing.Complete, CancellationToken cancellation = default)
    {
        var covariances = Covariances.Of(data, missing, cancellation);
        return new CorrelationMatrix
        {
            Values = covariances.Correlations,
            Pairs = covariances.Pairs,
            Observations = missing == Missing.Complete ? covariances.CompleteRows : AnsweredRows(data),
            IncompleteRows = covariances.Rows - covariances.CompleteRows,
            ConstantColumns = covariances.ConstantColumns,
            Absence = Reason(covariances),
        };
    }

    /// <summary>
    /// A symmetric covariance or correlation matrix from elsewhere, scaled to ones on the diagonal. Not square, not symmetric to 1e-8,
    /// or a correlation beyond ±1: out of domain. A variance of zero: no variation.
    /// </summary>
    public static CorrelationMatrix OfMatrix(double[,] matrix, int observations)
    {
        var p = matrix.GetLength(0);
        var square = p == matrix.GetLength(1);
        var values = new double[p, p];
        var constant = new List<int>();
        var absence = !square || p == 0 || observations < 0 ? Absence.OutOfDomain
            : Grid.AllFinite(matrix.Flat()) ? Absence.None
            : Absence.NotFinite;
        for (var i = 0; i < p && absence == Absence.None; i++)
        {
            if (matrix[i, i] <= 0)
            {
                constant.Add(i);
            }

            for (var j = 0; j < p; j++)
            {
                var scale = Math.Sqrt(matrix[i, i] * matrix[j, j]);
                values[i, j] = i == j && scale > 0 ? 1 : 0.5 * (matrix[i, j] + matrix[j, i]) / scale;
                if (scale > 0 && (Math.Abs(matrix[i, j] - matrix[j, i]) > 1e-8 * scale || Math.Abs(values[i, j]) > 1 + 1e-8))
                {
                    absence = Absence.OutOfDomain;
                }
            }
        }

        if (absence != Absence.None)
        {
            values.Flat().Fill(double.NaN);
        }

        return new CorrelationMatrix
        {
            Values = values,
            Pairs = new int[0, 0],
            Observations = observations,
            IncompleteRows = 0,
            ConstantColumns = constant,
            Absence = absence == Absence.None && constant.Count > 0 ? Absence.NoVariation : absence,
        };
    }

    /// <summary>The same matrix, made positive definite if it is not (<see cref="Correlations.Smoothing"/>).</summary>
    public CorrelationMatrix Smoothed()
    {
        if (Absence != Absence.None)
        {
            return this;
        }

        var (values, smoothing) = Correlations.Smoothing.Apply(Values);
        return smoothing is null ? this : this with { Values = values, Smoothing = smoothing };
    }

    /// <summary>Correlation of two columns with its interval; standard error (1 − r²)/√(n − 1).</summary>
    public Estimate Between(int i, int j) =>
        double.IsNaN(Values[i, j]) ? Estimate.Absent(Absence == Absence.None ? Absence.NotComputed : Absence)
        : Estimate.Of(Values[i, j], (1 - Values[i, j] * Values[i, j]) / Math.Sqrt((Pairs.Length > 0 ? Pairs[i, j] : Observations) - 1));

    internal static int AnsweredRows(double[,] data)
    {
        var count = 0;
        for (var i = 0; i < data.GetLength(0); i++)
        {
            foreach (var x in data.Row(i))
            {
                if (!double.IsNaN(x))
                {
                    count++;
                    break;
                }
            }
        }

        return count;
    }

    private static Absence Reason(Covariances c)
    {
        if (c.Infinite)
        {
            return Absence.NotFinite;
        }

        if (c.Correlations.Length == 0)
        {
            return Absence.TooFewObservations;
        }

        var missing = false;
        var few = false;
        for (var i = 0; i < c.Correlations.GetLength(0); i++)
        {
            for (var j = 0; j <= i; j++)
            {
                missing |= double.IsNaN(c.Correlations[i, j]);
                few |= c.Pairs[i, j] < 2;
            }
        }

        return few ? Absence.TooFewObservations : missing ? Absence.NoVariation : Absence.None;
    }
}
