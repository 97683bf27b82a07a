using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Composites;

/// <summary>
/// Principal components (Hotelling 1933) of p columns: eigenvectors of the correlation matrix (columns standardised with the n − 1 deviation;
/// the default) or of the covariance matrix. Rows with NaN are left out. <see cref="Loadings"/> are unit vectors, one column per
/// component, largest variance first, each with a positive sum; <see cref="Scores"/> belong to <see cref="Rows"/>. Refused: fewer than two
/// complete rows, infinities, a column without variation when standardising (named). Components beyond <see cref="Rank"/> carry no variance and their
/// direction means nothing.
/// </summary>
public sealed record PrincipalComponents
{
    public Refusal Refusal { get; init; } = Refusal.None;

    /// <summary>Variances of the components, descending.</summary>
    public IReadOnlyList<double> Eigenvalues { get; init; } = [];

    /// <summary>Their shares in the total variance.</summary>
    public IReadOnlyList<double> Explained { get; init; } = [];

    /// <summary>p × p.</summary>
    public double[,] Loadings { get; init; } = new double[0, 0];

    /// <summary>Rows used × p.</summary>
    public double[,] Scores { get; init; } = new double[0, 0];

    /// <summary>Complete rows.</summary>
    public IReadOnlyList<int> Rows { get; init; } = [];

    public int Rank { get; init; }

    public static PrincipalComponents Of(double[,] table, bool standardise = true)
    {
        ArgumentNullException.ThrowIfNull(table);
        var (points, refusal) = Points.Of(table, standardise);
        return points is null ? new PrincipalComponents { Refusal = refusal } : Of(points, standardise);
    }

    private static PrincipalComponents Of(Points points, bool standardised)
    {
        var (n, p) = (points.Count, points.Dimensions);
        var columns = new double[p][];
        for (var j = 0; j < p; j++)
        {
            columns[j] = new double[n];
            for (var i = 0; i < n; i++)
            {
                columns[j][i] = points.Values[i * p + j] - (standardised ? 0 : points.Means[j]);
            }
        }

        var matrix = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                matrix[i * p + j] = matrix[j * p + i] = Lanes.Dot(columns[i], columns[j]) / (n - 1);
            }
        }

        var eigen = SymmetricEigen.Of(matrix, p);
        if (eigen is null || !(eigen.Values[0] > 0))
        {
            return new PrincipalComponents { Refusal = Refusal.Of(eigen is null ? Absence.NotFinite : Absence.NoVariation) };
        }

        var loadings = new double[p, p];
        var scores = new double[n, p];
        var score = new double[n];
        for (var k = 0; k < p; k++)
        {
            var vector = eigen.Vector(k);
            var sign = Sign(vector);
            Array.Clear(score);
            for (var j = 0; j < p; j++)
            {
                loadings[j, k] = sign * vector[j];
                Lanes.Add(score, loadings[j, k], columns[j]);
            }

            for (var i = 0; i < n; i++)
            {
                scores[i, k] = score[i];
            }
        }

        double[] values = [.. eigen.Values.Select(v => Math.Max(v, 0))];
        var total = values.Sum();
        return new PrincipalComponents
        {
            Eigenvalues = values,
            Explained = [.. values.Select(v => v / total)],
            Loadings = loadings,
            Scores = scores,
            Rows = points.Rows,
            Rank = values.Count(v => v > 1e-12 * values[0]),
        };
    }

    /// <summary>Makes the sum positive; where it is rounding, the first element that is not.</summary>
    private static int Sign(ReadOnlySpan<double> vector)
    {
        var sum = Lanes.Sum(vector);
        if (Math.Abs(sum) > 1e-9)
        {
            return Math.Sign(sum);
        }

        foreach (var element in vector)
        {
            if (Math.Abs(element) > 1e-9)
            {
                return Math.Sign(element);
            }
        }

        return 1;
    }
}
