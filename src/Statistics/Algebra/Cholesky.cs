namespace Stupeni.Statistics.Algebra;

/// <summary>
/// A = L L' of a symmetric positive definite matrix (row-major, n × n; only the lower triangle is read). <see cref="Of"/> gives null
/// when a pivot falls below <c>relative</c> times its diagonal element: not positive definite, or singular to rounding.
/// </summary>
internal sealed class Cholesky
{
    private readonly double[] l;
    private readonly int n;

    private Cholesky(double[] l, int n)
    {
        this.l = l;
        this.n = n;
    }

    public static Cholesky? Of(ReadOnlySpan<double> matrix, int n, double relative = 1e-13)
    {
        var l = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            var row = l.AsSpan(i * n, i + 1);
            for (var j = 0; j <= i; j++)
            {
                var other = l.AsSpan(j * n, j);
                var sum = matrix[i * n + j] - Vectors.Dot(row[..j], other);
                if (j < i)
                {
                    row[j] = sum / l[j * n + j];
                }
                else if (!(sum > relative * Math.Abs(matrix[i * n + i])) || !double.IsFinite(sum))
                {
                    return null;
                }
                else
                {
                    row[i] = Math.Sqrt(sum);
                }
            }
        }

        return new Cholesky(l, n);
    }

    public double LogDeterminant
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < n; i++)
            {
                sum += Math.Log(l[i * n + i]);
            }

            return 2 * sum;
        }
    }

    /// <summary>A⁻¹ b, in place.</summary>
    public void Solve(Span<double> b)
    {
        SolveLower(b);
        for (var i = n - 1; i >= 0; i--)
        {
            var value = b[i] / l[i * n + i];
            b[i] = value;
            for (var j = 0; j < i; j++)
            {
                b[j] -= l[i * n + j] * value;
            }
        }
    }

    /// <summary>L⁻¹ b, in place.</summary>
    public void SolveLower(Span<double> b)
    {
        for (var i = 0; i < n; i++)
        {
            b[i] = (b[i] - Vectors.Dot(l.AsSpan(i * n, i), b[..i])) / l[i * n + i];
        }
    }

    /// <summary>A⁻¹, full and symmetric, row-major.</summary>
    public double[] Inverse()
    {
        var inverse = new double[n * n];
        var column = new double[n];
        for (var j = 0; j < n; j++)
        {
            column.AsSpan().Clear();
            column[j] = 1;
            Solve(column);
            for (var i = j; i < n; i++)
            {
                inverse[i * n + j] = inverse[j * n + i] = column[i];
            }
        }

        return inverse;
    }
}
