using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Correlations;

/// <summary>Which rows a matrix is computed from.</summary>
public enum Missing
{
    /// <summary>Rows without any missing answer (listwise).</summary>
    Complete,

    /// <summary>For every pair of columns, the rows that have both; the matrix may be indefinite.</summary>
    Pairwise,
}

/// <summary>
/// Covariances (n − 1) of the columns of rows × columns numbers, NaN = missing. Complete: means and products of the same rows.
/// Pairwise: every entry from the rows having both columns, with the means of those rows, as R's <c>use = "pairwise"</c>.
/// Entries that the data do not determine are NaN. Correlations are cov / √(var var), with variances of the same pair of columns.
/// </summary>
internal sealed class Covariances
{
    public required double[,] Values { get; init; }

    public required double[,] Correlations { get; init; }

    /// <summary>Rows behind each entry.</summary>
    public required int[,] Pairs { get; init; }

    public required int Rows { get; init; }

    public required int CompleteRows { get; init; }

    /// <summary>Means of what is observed in each column, over the rows used.</summary>
    public required double[] Means { get; init; }

    public required IReadOnlyList<int> ConstantColumns { get; init; }

    public required bool Infinite { get; init; }

    public static Covariances Of(double[,] data, Missing missing, CancellationToken cancellation = default)
    {
        int rows = data.GetLength(0), p = data.GetLength(1);
        if (rows > 0 && p > 0)
        {
            var (means, products) = CrossProducts.Of(data, cancellation);
            if (Grid.AllFinite(products) && Grid.AllFinite(means))
            {
                return Listwise(data, means, products, rows);
            }
        }

        var (complete, infinite) = Sift(data);
        if (infinite || rows == 0 || p == 0 || (missing == Missing.Complete && complete.Count == 0))
        {
            return Nothing(rows, complete.Count, p, infinite);
        }

        if (missing == Missing.Pairwise)
        {
            return ByPairs(data, complete.Count, cancellation);
        }

        var used = new double[complete.Count, p];
        for (var i = 0; i < complete.Count; i++)
        {
            data.Row(complete[i]).CopyTo(used.Row(i));
        }

        var (completeMeans, completeProducts) = CrossProducts.Of(used, cancellation);
        return Listwise(used, completeMeans, completeProducts, rows);
    }

    private static (List<int> Complete, bool Infinite) Sift(double[,] data)
    {
        var complete = new List<int>(data.GetLength(0));
        var infinite = false;
        for (var i = 0; i < data.GetLength(0); i++)
        {
            var bad = false;
            foreach (var x in data.Row(i))
            {
                bad |= double.IsNaN(x);
                infinite |= double.IsInfinity(x);
            }

            if (!bad)
            {
                complete.Add(i);
            }
        }

        return (complete, infinite);
    }

    private static Covariances Nothing(int rows, int complete, int p, bool infinite) => new()
    {
        Values = Filled(p),
        Correlations = Filled(p),
        Pairs = new int[p, p],
        Rows = rows,
        CompleteRows = complete,
        Means = [.. Enumerable.Repeat(double.NaN, p)],
        ConstantColumns = [],
        Infinite = infinite,
    };

    private static double[,] Filled(int p)
    {
        var m = new double[p, p];
        m.Flat().Fill(double.NaN);
        return m;
    }

    private static Covariances Listwise(double[,] used, double[] means, double[] products, int rows)
    {
        int n = used.GetLength(0), p = used.GetLength(1);
        var constant = Constants(used, means, products);
        var covariances = Filled(p);
        var correlations = Filled(p);
        var pairs = new int[p, p];
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                pairs[i, j] = n;
                var still = constant.Contains(i) || constant.Contains(j);
                covariances[i, j] = n < 2 ? double.NaN : still ? 0 : products[i * p + j] / (n - 1);
                correlations[i, j] = n < 2 || still ? double.NaN
                    : i == j ? 1
                    : Math.Clamp(products[i * p + j] / Math.Sqrt(products[i * p + i] * products[j * p + j]), -1, 1);
            }
        }

        return new Covariances
        {
            Values = covariances,
            Correlations = correlations,
            Pairs = pairs,
            Rows = rows,
            CompleteRows = n,
            Means = means,
            ConstantColumns = constant,
            Infinite = !Grid.AllFinite(products),
        };
    }

    /// <summary>Columns whose values are all the same; only those with next to no spread are read again to be sure.</summary>
    private static List<int> Constants(double[,] data, double[] means, double[] products)
    {
        int n = data.GetLength(0), p = means.Length;
        var constant = new List<int>();
        for (var j = 0; j < p; j++)
        {
            var still = products[j * p + j] <= 1e-12 * n * means[j] * means[j];
            for (var i = 1; i < n && still; i++)
            {
                still = data[i, j] == data[0, j];
            }

            if (still)
            {
                constant.Add(j);
            }
        }

        return constant;
    }

    private static Covariances ByPairs(double[,] data, int complete, CancellationToken cancellation)
    {
        int rows = data.GetLength(0), p = data.GetLength(1);
        var columns = new double[p][];
        var means = new double[p];
        var constant = new List<int>();
        for (var j = 0; j < p; j++)
        {
            columns[j] = data.Column(j);
            var moments = Descriptive.Moments.Of(columns[j]);
            means[j] = moments.Mean;
            if (moments.Constant)
            {
                constant.Add(j);
            }

            for (var i = 0; i < rows; i++)
            {
                columns[j][i] -= moments.Mean;
            }
        }

        var covariances = Filled(p);
        var correlations = Filled(p);
        var pairs = new int[p, p];
        Parallel.For(0, p, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            for (var j = i; j < p; j++)
            {
                var (n, covariance, correlation) = Pair(columns[i], columns[j]);
                pairs[i, j] = pairs[j, i] = n;
                covariances[i, j] = covariances[j, i] = covariance;
                correlations[i, j] = correlations[j, i] = i == j && !double.IsNaN(correlation) ? 1 : correlation;
            }
        });

        return new Covariances
        {
            Values = covariances,
            Correlations = correlations,
            Pairs = pairs,
            Rows = rows,
            CompleteRows = complete,
            Means = means,
            ConstantColumns = constant,
            Infinite = false,
        };
    }

    private static (int N, double Covariance, double Correlation) Pair(double[] x, double[] y)
    {
        var n = 0;
        double sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            double a = x[i], b = y[i];
            var product = a * b;
            if (!double.IsNaN(product))
            {
                n++;
                sx += a;
                sy += b;
                sxx += a * a;
                syy += b * b;
                sxy += product;
            }
        }

        if (n < 2)
        {
            return (n, double.NaN, double.NaN);
        }

        double vx = sxx - sx * sx / n, vy = syy - sy * sy / n, covariance = sxy - sx * sy / n;
        var varies = vx > 1e-13 * sxx && vy > 1e-13 * syy;
        return (n, covariance / (n - 1), varies ? Math.Clamp(covariance / Math.Sqrt(vx * vy), -1, 1) : double.NaN);
    }
}
