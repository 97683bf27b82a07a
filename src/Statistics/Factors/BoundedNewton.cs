using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Factors;

/// <summary>
/// Newton's method inside a box (Bertsekas 1982): coordinates held at a bound by the gradient are fixed, the others take a Newton step
/// (with a ridge where the curvature is not positive), shortened and projected until the value falls. Stops at a projected gradient
/// below 1e-11, or where no step improves any more.
/// </summary>
internal static class BoundedNewton
{
    private const double Goal = 1e-11;
    private const int Limit = 500;

    public static (double[] X, double Value, Stopping Stopping) Minimise(
        Discrepancy f, double[] start, double low, double high, CancellationToken cancellation)
    {
        var x = Array.ConvertAll(start, v => Math.Clamp(v, low, high));
        var value = f.Value(x, out var eigen);
        if (eigen is null || double.IsInfinity(value))
        {
            return (x, value, Stopping.Refused);
        }

        var steepness = double.NaN;
        for (var iteration = 0; iteration < Limit; iteration++)
        {
            cancellation.ThrowIfCancellationRequested();
            var gradient = f.Gradient(eigen!);
            var free = Free(x, gradient, low, high);
            steepness = free.Length == 0 ? 0 : free.Max(i => Math.Abs(gradient[i]));
            if (steepness < Goal)
            {
                return (x, value, new Stopping(Stopped.Converged, iteration, steepness));
            }

            var step = Direction(f.Hessian(eigen!), gradient, free, x.Length);
            if (!Search(f, ref x, ref value, ref eigen, gradient, step, low, high, steepness))
            {
                return (x, value, new Stopping(steepness < 1e-7 ? Stopped.Converged : Stopped.NoProgress, iteration, steepness));
            }
        }

        return (x, value, new Stopping(Stopped.IterationLimit, Limit, steepness));
    }

    private static int[] Free(double[] x, double[] gradient, double low, double high) =>
        [.. Enumerable.Range(0, x.Length).Where(i => !(x[i] <= low && gradient[i] > 0) && !(x[i] >= high && gradient[i] < 0))];

    private static double[] Direction(double[] hessian, double[] gradient, int[] free, int p)
    {
        var m = free.Length;
        var block = new double[m * m];
        var scale = 0.0;
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
            {
                block[i * m + j] = hessian[free[i] * p + free[j]];
            }

            scale = Math.Max(scale, Math.Abs(block[i * m + i]));
        }

        var right = Array.ConvertAll(free, i => -gradient[i]);
        var ridge = 0.0;
        for (var attempt = 0; attempt < 60; attempt++, ridge = ridge == 0 ? 1e-6 * Math.Max(scale, 1e-10) : 8 * ridge)
        {
            var shifted = (double[])block.Clone();
            for (var i = 0; i < m; i++)
            {
                shifted[i * m + i] += ridge;
            }

            if (Cholesky.Of(shifted, m, 1e-10) is { } factor)
            {
                factor.Solve(right);
                break;
            }
        }

        var step = new double[p];
        for (var i = 0; i < m; i++)
        {
            step[free[i]] = right[i];
        }

        return step;
    }

    private static bool Search(
        Discrepancy f, ref double[] x, ref double value, ref SymmetricEigen? eigen,
        double[] gradient, double[] step, double low, double high, double steepness)
    {
        for (var length = 1.0; length > 1e-10; length *= 0.5)
        {
            var trial = new double[x.Length];
            var slope = 0.0;
            for (var i = 0; i < trial.Length; i++)
            {
                trial[i] = Math.Clamp(x[i] + length * step[i], low, high);
                slope += gradient[i] * (trial[i] - x[i]);
            }

            var reached = f.Value(trial, out var decomposition);
            var enough = reached <= value + 1e-4 * slope && slope < 0;
            var rounding = Math.Abs(slope) < 1e-13 * Math.Max(1, value);
            if (!enough && rounding && decomposition is not null && double.IsFinite(reached))
            {
                var there = f.Gradient(decomposition);
                var free = Free(trial, there, low, high);
                enough = free.Length == 0 || free.Max(i => Math.Abs(there[i])) < 0.5 * steepness;
            }

            if (enough)
            {
                (x, value, eigen) = (trial, reached, decomposition);
                return true;
            }
        }

        return false;
    }
}
