namespace Stupeni.Statistics.Algebra;

/// <summary>A smooth function to be maximised: its value, and its gradient with the negative second derivatives.</summary>
internal interface ISmooth
{
    int Size { get; }

    double Value(double[] x);

    /// <summary>Fills the gradient (Size) and the information −H (Size × Size, row-major, full).</summary>
    void Derivatives(double[] x, double[] gradient, double[] information);
}

/// <summary>
/// Newton's method with Levenberg's damping (Nocedal, Wright 2006, ch. 4): a step is taken only when the value does not fall.
/// Converged when the squared length of the undamped step in units of the standard errors, g' I⁻¹ g, is below the goal.
/// </summary>
internal static class Newton
{
    /// <summary>Where the ascent ended; <see cref="Information"/> is taken at <see cref="X"/>, null factor when it is not positive definite.</summary>
    internal sealed record Ascent(double[] X, double Value, double[] Information, Cholesky? Factor, Stopping Stopping);

    public static Ascent Maximise(
        ISmooth function,
        double[] start,
        double goal = 1e-18,
        int limit = 200,
        double longest = 2,
        Action<int>? progress = null)
    {
        var n = function.Size;
        var x = (double[])start.Clone();
        var gradient = new double[n];
        var information = new double[n * n];
        var damped = new double[n * n];
        var step = new double[n];
        var trial = new double[n];
        var value = function.Value(x);
        var damping = 0.0;
        var previous = double.PositiveInfinity;
        for (var iteration = 1; iteration <= limit; iteration++)
        {
            progress?.Invoke(iteration);
            function.Derivatives(x, gradient, information);
            var steepest = gradient.Length == 0 ? 0 : gradient.Max(Math.Abs);
            if (!double.IsFinite(value) || !double.IsFinite(steepest))
            {
                return new Ascent(x, value, information, null, new Stopping(Stopped.NoProgress, iteration, steepest));
            }

            if (Cholesky.Of(information, n) is { } factor)
            {
                gradient.CopyTo(step, 0);
                factor.Solve(step);
                var decrement = Lanes.Dot(gradient, step);
                // Below 1e-12 the value cannot tell steps apart; a decrement that no longer shrinks is rounding.
                if (decrement < goal || (decrement < 1e-12 && decrement > previous * 0.25))
                {
                    return new Ascent(x, value, information, factor, new Stopping(Stopped.Converged, iteration, steepest));
                }

                previous = decrement;
            }
            else
            {
                damping = Math.Max(damping, 1e-3);
            }

            if (!Advance(function, x, ref value, ref damping, gradient, information, damped, step, trial, longest))
            {
                return new Ascent(x, value, information, Cholesky.Of(information, n), new Stopping(Stopped.NoProgress, iteration, steepest));
            }
        }

        function.Derivatives(x, gradient, information);
        return new Ascent(x, value, information, Cholesky.Of(information, n), new Stopping(Stopped.IterationLimit, limit, gradient.Max(Math.Abs)));
    }

    private static bool Advance(
        ISmooth function,
        double[] x,
        ref double value,
        ref double damping,
        double[] gradient,
        double[] information,
        double[] damped,
        double[] step,
        double[] trial,
        double longest)
    {
        var n = x.Length;
        var noise = 1e-13 * Math.Abs(value);
        while (damping < 1e12)
        {
            information.CopyTo(damped, 0);
            for (var i = 0; i < n; i++)
            {
                damped[i * n + i] += damping * Math.Max(Math.Abs(information[i * n + i]), 1e-8);
            }

            if (Cholesky.Of(damped, n) is { } factor)
            {
                gradient.CopyTo(step, 0);
                factor.Solve(step);
                var shrink = Math.Min(1, longest / step.Max(Math.Abs));
                for (var i = 0; i < n; i++)
                {
                    trial[i] = x[i] + shrink * step[i];
                }

                var reached = function.Value(trial);
                // A step cut to its longest has to gain: the mirror image of a point, as good as it, is no way on.
                if (shrink < 1 ? reached > value : reached >= value - noise)
                {
                    trial.CopyTo(x, 0);
                    value = reached;
                    damping = damping < 1e-6 ? 0 : damping / 10;
                    return true;
                }
            }

            damping = Math.Max(10 * damping, 1e-3);
        }

        return false;
    }
}
