using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Factors;

/// <summary>
/// Direct quartimin from one position by gradient projection for oblique rotation (Jennrich 2002) with spectral steps: minimises
/// f = Σ_i Σ_{j≠k} l_ij² l_ik² / 4 over L = A (T')⁻¹, columns of T of unit length.
/// </summary>
internal static class ObliminSearch
{
    /// <summary>Row k of <paramref name="a"/> is column k of the unrotated loadings.</summary>
    public static RotationEnd From(double[,] a, double[,] start, double goal, int limit, CancellationToken cancellation)
    {
        var m = a.GetLength(0);
        var turn = (double[,])start.Clone();
        var inverse = Grid.Inverse(turn);
        if (inverse is null)
        {
            return new(a, turn, double.PositiveInfinity, Stopping.Refused);
        }

        var columns = inverse.Times(a);
        var gradientColumns = new double[m, a.GetLength(1)];
        var value = Value(columns, gradientColumns);
        double length = 1, size = double.NaN;
        double[,]? lastTurn = null, lastProjected = null;
        for (var iteration = 0; iteration < limit; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            var projected = Projected(columns, gradientColumns, inverse, turn);
            size = Math.Sqrt(Lanes.Dot(projected.Flat(), projected.Flat()));
            if (size < goal)
            {
                return new(columns, turn, value, new Stopping(Stopped.Converged, iteration, size));
            }

            length = lastTurn is null ? 2 : Spectral(turn, lastTurn, projected, lastProjected!, length);
            (lastTurn, lastProjected) = (turn, projected);
            var moved = false;
            for (var attempt = 0; attempt < 40 && !moved; attempt++, length /= 2)
            {
                var trial = Unit(turn, projected, length);
                if (Grid.Inverse(trial) is not { } trialInverse)
                {
                    continue;
                }

                var trialColumns = trialInverse.Times(a);
                var trialGradient = new double[m, a.GetLength(1)];
                var reached = Value(trialColumns, trialGradient);
                var wanted = 0.5 * size * size * length;
                if (value - reached > wanted || (wanted < 1e-14 * Math.Max(value, 1e-3) && Falls(trialColumns, trialGradient, trialInverse, trial, size)))
                {
                    (turn, inverse, columns, gradientColumns, value) = (trial, trialInverse, trialColumns, trialGradient, reached);
                    moved = true;
                    break;
                }
            }

            if (!moved)
            {
                return new(columns, turn, value, new Stopping(size < 1e-6 ? Stopped.Converged : Stopped.NoProgress, iteration, size));
            }
        }

        return new(columns, turn, value, new Stopping(Stopped.IterationLimit, limit, size));
    }

    /// <summary>The step of Barzilai and Borwein (1988): what the last move tells of the curvature.</summary>
    private static double Spectral(double[,] turn, double[,] lastTurn, double[,] projected, double[,] lastProjected, double last)
    {
        double moved = 0, bent = 0;
        for (var i = 0; i < turn.GetLength(0); i++)
        {
            for (var k = 0; k < turn.GetLength(0); k++)
            {
                var step = turn[i, k] - lastTurn[i, k];
                moved += step * step;
                bent += step * (projected[i, k] - lastProjected[i, k]);
            }
        }

        return bent > 0 ? Math.Clamp(moved / bent, 1e-3, 1e4) : 2 * last;
    }

    private static bool Falls(double[,] columns, double[,] gradient, double[,] inverse, double[,] turn, double size)
    {
        var there = Projected(columns, gradient, inverse, turn);
        return Lanes.Dot(there.Flat(), there.Flat()) < size * size;
    }

    /// <summary>The criterion; its gradient by the loadings is l_ij Σ_{k≠j} l_ik².</summary>
    private static double Value(double[,] columns, double[,] gradient)
    {
        int m = columns.GetLength(0), p = columns.GetLength(1);
        var rows = new double[p];
        for (var k = 0; k < m; k++)
        {
            var l = columns.Row(k);
            for (var i = 0; i < p; i++)
            {
                rows[i] += l[i] * l[i];
            }
        }

        var sum = 0.0;
        for (var k = 0; k < m; k++)
        {
            var l = columns.Row(k);
            var g = gradient.Row(k);
            for (var i = 0; i < p; i++)
            {
                g[i] = l[i] * (rows[i] - l[i] * l[i]);
                sum += g[i] * l[i];
            }
        }

        return sum / 4;
    }

    /// <summary>−(L'G T⁻¹)' without its part along the columns of T.</summary>
    private static double[,] Projected(double[,] columns, double[,] gradient, double[,] inverse, double[,] turn)
    {
        var m = turn.GetLength(0);
        var inner = new double[m, m];
        for (var k = 0; k < m; k++)
        {
            for (var l = 0; l < m; l++)
            {
                inner[k, l] = Lanes.Dot(columns.Row(k), gradient.Row(l));
            }
        }

        var result = new double[m, m];
        var product = inner.Times(inverse);
        for (var k = 0; k < m; k++)
        {
            var along = 0.0;
            for (var i = 0; i < m; i++)
            {
                result[i, k] = -product[k, i];
                along += turn[i, k] * result[i, k];
            }

            for (var i = 0; i < m; i++)
            {
                result[i, k] -= turn[i, k] * along;
            }
        }

        return result;
    }

    private static double[,] Unit(double[,] turn, double[,] direction, double length)
    {
        var m = turn.GetLength(0);
        var moved = new double[m, m];
        for (var k = 0; k < m; k++)
        {
            var norm = 0.0;
            for (var i = 0; i < m; i++)
            {
                moved[i, k] = turn[i, k] - length * direction[i, k];
                norm += moved[i, k] * moved[i, k];
            }

            norm = 1 / Math.Sqrt(norm);
            for (var i = 0; i < m; i++)
            {
                moved[i, k] *= norm;
            }
        }

        return moved;
    }
}
