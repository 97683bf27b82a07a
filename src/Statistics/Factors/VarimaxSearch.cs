using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Factors;

/// <summary>Varimax from one position: every plane of two factors is turned to its best angle in turn (Kaiser 1958, 1959).</summary>
internal static class VarimaxSearch
{
    private const int Sweeps = 1000;

    /// <summary>Row k of <paramref name="columns"/> is column k of the loadings; turned in place.</summary>
    public static RotationEnd From(double[,] columns, CancellationToken cancellation)
    {
        int m = columns.GetLength(0), p = columns.GetLength(1);
        var widest = double.NaN;
        for (var sweep = 1; sweep <= Sweeps; sweep++)
        {
            cancellation.ThrowIfCancellationRequested();
            widest = 0;
            for (var k = 0; k < m - 1; k++)
            {
                for (var l = k + 1; l < m; l++)
                {
                    var angle = BestAngle(columns.Row(k), columns.Row(l));
                    if (Math.Abs(angle) > 1e-15)
                    {
                        Lanes.Rotate(columns.Row(k), columns.Row(l), Math.Cos(angle), -Math.Sin(angle));
                        widest = Math.Max(widest, Math.Abs(angle));
                    }
                }
            }

            if (widest < 1e-12)
            {
                return new(columns, Grid.Identity(m), Criterion(columns, p), new Stopping(Stopped.Converged, sweep, widest));
            }
        }

        return new(columns, Grid.Identity(m), Criterion(columns, p), new Stopping(Stopped.IterationLimit, Sweeps, widest));
    }

    public static double Criterion(double[,] columns, int p)
    {
        var sum = 0.0;
        for (var k = 0; k < columns.GetLength(0); k++)
        {
            double squares = 0, fourths = 0;
            foreach (var a in columns.Row(k))
            {
                squares += a * a;
                fourths += a * a * a * a;
            }

            sum += fourths - squares * squares / p;
        }

        return sum;
    }

    /// <summary>(x, y) → (c x + s y, −s x + c y) by this angle maximises the criterion of the two columns.</summary>
    private static double BestAngle(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double a = 0, b = 0, c = 0, d = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var u = (x[i] - y[i]) * (x[i] + y[i]);
            var v = 2 * x[i] * y[i];
            a += u;
            b += v;
            c += (u - v) * (u + v);
            d += 2 * u * v;
        }

        var numerator = d - 2 * a * b / x.Length;
        var denominator = c - (a - b) * (a + b) / x.Length;
        return numerator == 0 && denominator >= 0 ? 0 : Math.Atan2(numerator, denominator) / 4;
    }
}
