using System.Runtime.InteropServices;

namespace Stupeni.Statistics.Algebra;

/// <summary>Two-dimensional arrays seen as the row-major numbers they are, and the few products small matrices need.</summary>
internal static class Grid
{
    public static Span<double> Flat(this double[,] m) =>
        m.Length == 0 ? [] : MemoryMarshal.CreateSpan(ref m[0, 0], m.Length);

    public static Span<double> Row(this double[,] m, int i) => m.Flat().Slice(i * m.GetLength(1), m.GetLength(1));

    public static double[] Column(this double[,] m, int j)
    {
        var column = new double[m.GetLength(0)];
        for (var i = 0; i < column.Length; i++)
        {
            column[i] = m[i, j];
        }

        return column;
    }

    public static double[,] Square(ReadOnlySpan<double> flat, int n)
    {
        var m = new double[n, n];
        flat.CopyTo(m.Flat());
        return m;
    }

    public static double[,] Identity(int n)
    {
        var m = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            m[i, i] = 1;
        }

        return m;
    }

    public static double[,] Times(this double[,] a, double[,] b)
    {
        var c = new double[a.GetLength(0), b.GetLength(1)];
        for (var i = 0; i < a.GetLength(0); i++)
        {
            var row = c.Row(i);
            for (var k = 0; k < b.GetLength(0); k++)
            {
                Lanes.Add(row, a[i, k], b.Row(k));
            }
        }

        return c;
    }

    public static double[,] Transposed(this double[,] a)
    {
        var t = new double[a.GetLength(1), a.GetLength(0)];
        for (var i = 0; i < a.GetLength(0); i++)
        {
            for (var j = 0; j < a.GetLength(1); j++)
            {
                t[j, i] = a[i, j];
            }
        }

        return t;
    }

    public static bool AllFinite(ReadOnlySpan<double> values)
    {
        foreach (var x in values)
        {
            if (!double.IsFinite(x))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Inverse of a small general square matrix by Gauss-Jordan with row pivoting; null when singular.</summary>
    public static double[,]? Inverse(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var inverse = Identity(n);
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var i = k + 1; i < n; i++)
            {
                if (Math.Abs(a[i, k]) > Math.Abs(a[pivot, k]))
                {
                    pivot = i;
                }
            }

            if (!(Math.Abs(a[pivot, k]) > 1e-14))
            {
                return null;
            }

            for (var j = 0; j < n; j++)
            {
                (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
                (inverse[k, j], inverse[pivot, j]) = (inverse[pivot, j], inverse[k, j]);
            }

            var scale = 1 / a[k, k];
            for (var j = 0; j < n; j++)
            {
                a[k, j] *= scale;
                inverse[k, j] *= scale;
            }

            for (var i = 0; i < n; i++)
            {
                if (i != k)
                {
                    var factor = a[i, k];
                    Lanes.Add(a.Row(i), -factor, a.Row(k));
                    Lanes.Add(inverse.Row(i), -factor, inverse.Row(k));
                }
            }
        }

        return inverse;
    }
}
