namespace Stupeni.Statistics.Algebra;

/// <summary>
/// X = Q R by Householder reflections (Golub, Van Loan, section 5.2), columns given one by one and overwritten with those of Q.
/// <see cref="Dependent"/> is the first column that the ones before it explain to 1e-10 of its length; −1 when there is none.
/// </summary>
internal sealed class ThinQr
{
    private const double Least = 1e-10;
    private readonly int p;
    private readonly double[] r;

    public ThinQr(double[][] columns)
    {
        p = columns.Length;
        r = new double[p * p];
        Q = columns;
        Dependent = Factor();
    }

    /// <summary>Orthonormal columns.</summary>
    public double[][] Q { get; }

    public int Dependent { get; }

    /// <summary>R⁻¹ b in place.</summary>
    public void Solve(Span<double> b)
    {
        for (var i = p - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < p; j++)
            {
                b[i] -= r[i * p + j] * b[j];
            }

            b[i] /= r[i * p + i];
        }
    }

    /// <summary>R⁻¹ M R⁻ᵀ of a symmetric p × p matrix.</summary>
    public double[] Sandwich(double[] middle)
    {
        var half = new double[p * p];
        var column = new double[p];
        for (var j = 0; j < p; j++)
        {
            for (var i = 0; i < p; i++)
            {
                column[i] = middle[i * p + j];
            }

            Solve(column);
            column.CopyTo(half, j * p);
        }

        var whole = new double[p * p];
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j < p; j++)
            {
                column[j] = half[j * p + i];
            }

            Solve(column);
            column.CopyTo(whole, i * p);
        }

        return whole;
    }

    private int Factor()
    {
        var n = p == 0 ? 0 : Q[0].Length;
        var heads = new double[p];
        for (var j = 0; j < p; j++)
        {
            var column = Q[j];
            var length = Math.Sqrt(Lanes.Dot(column, column));
            for (var k = 0; k < j; k++)
            {
                Reflect(Q[k].AsSpan(k), heads[k], column.AsSpan(k));
                r[k * p + j] = column[k];
            }

            var tail = column.AsSpan(j);
            var norm = Math.Sqrt(Lanes.Dot(tail, tail));
            if (!(norm > Least * length))
            {
                return j;
            }

            var alpha = tail[0] > 0 ? -norm : norm;
            r[j * p + j] = alpha;
            tail[0] -= alpha;
            heads[j] = 2 / Lanes.Dot(tail, tail);
        }

        Unfold(n, heads);
        return -1;
    }

    /// <summary>Replaces the reflection vectors by the columns of Q, last first.</summary>
    private void Unfold(int n, double[] heads)
    {
        var units = new double[p][];
        for (var j = 0; j < p; j++)
        {
            units[j] = new double[n];
            units[j][j] = 1;
            for (var k = j; k >= 0; k--)
            {
                Reflect(Q[k].AsSpan(k), heads[k], units[j].AsSpan(k));
            }
        }

        units.CopyTo(Q, 0);
    }

    private static void Reflect(ReadOnlySpan<double> v, double scale, Span<double> target) =>
        Lanes.Add(target, -scale * Lanes.Dot(v, target), v);
}
