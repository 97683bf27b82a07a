namespace Stupeni.Statistics.Algebra;

/// <summary>
/// Eigenvalues (descending) and orthonormal eigenvectors of a real symmetric n × n matrix: Householder reduction to tridiagonal
/// form, then implicit QL (EISPACK tred2/tql2; Golub, Van Loan, section 8.3), arranged by rows for vector instructions.
/// Vector k is row k of <see cref="Vectors"/>.
/// </summary>
internal sealed record SymmetricEigen(int Size, double[] Values, double[] Vectors)
{
    private const int IterationsPerValue = 100;
    private const double Epsilon = 2.220446049250313e-16;

    public ReadOnlySpan<double> Vector(int k) => Vectors.AsSpan(k * Size, Size);

    /// <summary>Eigenvalues only, descending; null when an entry is not finite. The matrix (row-major) is overwritten.</summary>
    public static double[]? ValuesOf(double[] matrix, int n)
    {
        var scale = Scale(matrix);
        if (!double.IsFinite(scale))
        {
            return null;
        }

        var d = new double[n];
        var e = new double[n];
        Tridiagonalise(matrix, n, d, e, new double[n]);
        if (!Iterate(d, e, [], n))
        {
            return null;
        }

        Array.Sort(d);
        Array.Reverse(d);
        Restore(d, scale);
        return d;
    }

    /// <summary>Values and vectors; null when an entry is not finite. The matrix (row-major) is left alone.</summary>
    public static SymmetricEigen? Of(ReadOnlySpan<double> matrix, int n)
    {
        var a = matrix.ToArray();
        var scale = Scale(a);
        if (!double.IsFinite(scale))
        {
            return null;
        }

        var d = new double[n];
        var e = new double[n];
        var betas = new double[n];
        Tridiagonalise(a, n, d, e, betas);
        var rows = Basis(a, n, betas);
        if (!Iterate(d, e, rows, n))
        {
            return null;
        }

        var order = new int[n];
        for (var i = 0; i < n; i++)
        {
            order[i] = i;
        }

        var keys = Array.ConvertAll(d, v => -v);
        Array.Sort(keys, order);
        var values = new double[n];
        var vectors = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            values[i] = d[order[i]];
            rows.AsSpan(order[i] * n, n).CopyTo(vectors.AsSpan(i * n, n));
        }

        Restore(values, scale);
        return new SymmetricEigen(n, values, vectors);
    }

    private static double Scale(double[] a)
    {
        var max = 0.0;
        foreach (var x in a)
        {
            var size = Math.Abs(x);
            if (!(size <= max))
            {
                max = size;
                if (!double.IsFinite(max))
                {
                    return double.NaN;
                }
            }
        }

        if (max > 0)
        {
            for (var i = 0; i < a.Length; i++)
            {
                a[i] /= max;
            }
        }

        return max;
    }

    private static void Restore(double[] values, double scale)
    {
        for (var i = 0; i < values.Length; i++)
        {
            values[i] *= scale;
        }
    }

    /// <summary>Leaves the Householder vector of step k in row k, to the right of the diagonal.</summary>
    private static void Tridiagonalise(double[] a, int n, double[] d, double[] e, double[] betas)
    {
        var w = new double[n];
        for (var k = 0; k < n - 2; k++)
        {
            var size = n - k - 1;
            var v = a.AsSpan(k * n + k + 1, size);
            d[k] = a[k * n + k];
            var norm = Math.Sqrt(Lanes.Dot(v, v));
            if (norm == 0)
            {
                e[k] = 0;
                continue;
            }

            var alpha = v[0] > 0 ? -norm : norm;
            e[k] = alpha;
            var beta = 1 / (norm * (norm + Math.Abs(v[0])));
            v[0] -= alpha;
            betas[k] = beta;
            var p = w.AsSpan(0, size);
            for (var i = 0; i < size; i++)
            {
                p[i] = beta * Lanes.Dot(a.AsSpan((k + 1 + i) * n + k + 1, size), v);
            }

            Lanes.Add(p, -0.5 * beta * Lanes.Dot(p, v), v);
            for (var i = 0; i < size; i++)
            {
                Lanes.Add(a.AsSpan((k + 1 + i) * n + k + 1, size), -v[i], p, -p[i], v);
            }
        }

        if (n > 1)
        {
            d[n - 2] = a[(n - 2) * n + n - 2];
            e[n - 2] = a[(n - 2) * n + n - 1];
        }

        d[n - 1] = a[n * n - 1];
        e[n - 1] = 0;
    }

    /// <summary>Rows of the transposed product of the reflections.</summary>
    private static double[] Basis(double[] a, int n, double[] betas)
    {
        var q = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            q[i * n + i] = 1;
        }

        var product = new double[n];
        for (var k = n - 3; k >= 0; k--)
        {
            if (betas[k] == 0)
            {
                continue;
            }

            var size = n - k - 1;
            var v = a.AsSpan(k * n + k + 1, size);
            var sum = product.AsSpan(0, size);
            sum.Clear();
            for (var i = 0; i < size; i++)
            {
                Lanes.Add(sum, v[i], q.AsSpan((k + 1 + i) * n + k + 1, size));
            }

            for (var i = 0; i < size; i++)
            {
                Lanes.Add(q.AsSpan((k + 1 + i) * n + k + 1, size), -betas[k] * v[i], sum);
            }
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < i; j++)
            {
                (q[i * n + j], q[j * n + i]) = (q[j * n + i], q[i * n + j]);
            }
        }

        return q;
    }

    private static bool Iterate(double[] d, double[] e, double[] rows, int n)
    {
        for (var l = 0; l < n; l++)
        {
            for (var iteration = 0; ; iteration++)
            {
                var m = l;
                for (; m < n - 1; m++)
                {
                    if (Math.Abs(e[m]) <= Epsilon * (Math.Abs(d[m]) + Math.Abs(d[m + 1])))
                    {
                        break;
                    }
                }

                if (m == l)
                {
                    break;
                }

                if (iteration == IterationsPerValue)
                {
                    return false;
                }

                Sweep(d, e, rows, n, l, m);
            }
        }

        return true;
    }

    private static void Sweep(double[] d, double[] e, double[] rows, int n, int l, int m)
    {
        var g = (d[l + 1] - d[l]) / (2 * e[l]);
        var r = Math.Sqrt(g * g + 1);
        g = d[m] - d[l] + e[l] / (g + Math.CopySign(r, g));
        double s = 1, c = 1, p = 0;
        for (var i = m - 1; i >= l; i--)
        {
            var f = s * e[i];
            var b = c * e[i];
            r = Math.Sqrt(f * f + g * g);
            e[i + 1] = r;
            if (r == 0)
            {
                d[i + 1] -= p;
                e[m] = 0;
                return;
            }

            s = f / r;
            c = g / r;
            g = d[i + 1] - p;
            r = (d[i] - g) * s + 2 * c * b;
            p = s * r;
            d[i + 1] = g + p;
            g = c * r - b;
            if (rows.Length > 0)
            {
                Lanes.Rotate(rows.AsSpan(i * n, n), rows.AsSpan((i + 1) * n, n), c, s);
            }
        }

        d[l] -= p;
        e[l] = g;
        e[m] = 0;
    }
}
