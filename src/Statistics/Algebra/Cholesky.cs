namespace Stupeni.Statistics.Algebra;

/// <summary>A = L L' of a symmetric positive definite n × n matrix, row-major; the tool for solving, inverting, determinants.</summary>
internal sealed class Cholesky
{
    private readonly double[] lower;
    private readonly int n;

    private Cholesky(double[] lower, int n)
    {
        this.lower = lower;
        this.n = n;
    }

    /// <summary>Null when a pivot is below <paramref name="tolerance"/> times its diagonal: singular, indefinite or not finite.</summary>
    public static Cholesky? Of(ReadOnlySpan<double> matrix, int n, double tolerance = 1e-13)
    {
        var l = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            var row = l.AsSpan(i * n, n);
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i * n + j] - Lanes.Dot(row[..j], l.AsSpan(j * n, j));
                if (i != j)
                {
                    row[j] = sum / l[j * n + j];
                }
                else if (sum > tolerance * matrix[i * n + i] && double.IsFinite(sum))
                {
                    row[i] = Math.Sqrt(sum);
                }
                else
                {
                    return null;
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
                sum += Math.Log(lower[i * n + i]);
            }

            return 2 * sum;
        }
    }

    /// <summary>A⁻¹ b in place.</summary>
    public void Solve(Span<double> b)
    {
        for (var i = 0; i < n; i++)
        {
            b[i] = (b[i] - Lanes.Dot(lower.AsSpan(i * n, i), b[..i])) / lower[i * n + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            b[i] /= lower[i * n + i];
            Lanes.Add(b[..i], -b[i], lower.AsSpan(i * n, i));
        }
    }

    /// <summary>A⁻¹, row-major.</summary>
    public double[] Inverse()
    {
        var inverse = new double[n * n];
        for (var j = 0; j < n; j++)
        {
            var row = inverse.AsSpan(j * n, n);
            row[j] = 1;
            Solve(row);
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                inverse[i * n + j] = inverse[j * n + i] = 0.5 * (inverse[i * n + j] + inverse[j * n + i]);
            }
        }

        return inverse;
    }
}
