using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Regression;

/// <summary>From the optimum in shifted and scaled units to the figures in the units of the data.</summary>
internal sealed class MixedResult(CrossProducts data, ProfiledDeviance deviance, bool restricted)
{
    private const double Zero = 1e-4;
    private readonly int p = data.Width - 1;
    private readonly int q = data.Effects;

    public MixedFit Describe(Newton.Ascent ascent)
    {
        var x = Settle(ascent.X);
        var at = deviance.Evaluate(x, withGradient: true);
        var df = deviance.DegreesOfFreedom;
        var variance = at.Penalised / df;
        if (!double.IsFinite(at.Deviance) || at.Penalised < 1e-13 * data.Total[p * data.Width + p])
        {
            return MixedFit.Refused(Refusal.Of(Absence.NoVariation));
        }

        var singular = q == 1 ? x[0] == 0 : x[0] == 0 || x[2] == 0;
        var unit = data.Scale[data.Width - 1];
        var (map, covariance) = (Map(unit), Relative(x));
        var effects = Both(map, covariance, variance);
        var errors = singular ? null : Errors(x, at, ascent.Information, variance, map, unit);
        var residual = variance * unit * unit;
        var (coefficients, matrix) = Fixed(at, variance, unit);
        Estimate With(double value, int k) => Estimate.Of(value, errors?[k] ?? double.NaN);
        var none = Estimate.Absent(Absence.NotComputed);
        var share = effects[0] / (effects[0] + residual);
        // A flat direction at a variance of 0 keeps the step from shrinking; the gradient tells whether the optimum was reached.
        var steepest = deviance.AlongFactor(at.Slope, x).Max(Math.Abs);
        var reached = ascent.Stopping.Converged || steepest < 1e-5;
        return new MixedFit
        {
            IsRestricted = restricted,
            Fixed = coefficients,
            FixedCovariance = matrix,
            InterceptVariance = With(effects[0], 0),
            Covariance = q == 1 ? none : With(effects[1], 1),
            SlopeVariance = q == 1 ? none : With(effects[3], 2),
            ResidualVariance = With(residual, q == 1 ? 1 : 3),
            IntraclassCorrelation = q == 1 ? Estimate.Of(share, errors?[2] ?? double.NaN) : none,
            Criterion = Estimate.Of(at.Deviance + df * 2 * Math.Log(unit) + (restricted ? ScaleOfDesign() : 0)),
            Groups = Groups(at, covariance, map, variance),
            Rows = data.Rows,
            IsSingular = singular,
            Stopping = ascent.Stopping with { Gradient = steepest, Why = reached ? Stopped.Converged : ascent.Stopping.Why },
        };
    }

    /// <summary>A variance that the likelihood pushes to 0 becomes 0, when that is no worse.</summary>
    private double[] Settle(double[] x)
    {
        var settled = (double[])x.Clone();
        settled[0] = Math.Abs(x[0]) < Zero ? 0 : x[0];
        if (q == 2)
        {
            settled[2] = Math.Abs(x[2]) < Zero ? 0 : x[2];
            // With no intercept variance only the length of (x1, x2) matters.
            if (settled[0] == 0)
            {
                (settled[1], settled[2]) = (0, Math.Sqrt(x[1] * x[1] + x[2] * x[2]));
                settled[2] = settled[2] < Zero ? 0 : settled[2];
            }
            else if (settled[2] == 0 && Math.Abs(x[1]) < Zero)
            {
                settled[1] = 0;
            }
        }

        return deviance.Evaluate(settled, withGradient: false).Deviance <= deviance.Evaluate(x, withGradient: false).Deviance + 1e-6 ? settled : x;
    }

    /// <summary>Effects on the scaled outcome, of the scaled slope, to effects in units: u = T u', row-major q × q.</summary>
    private double[] Map(double unit) => q == 1
        ? [unit]
        : [unit, -unit * data.Shift[data.Width] / data.Scale[data.Width], 0, unit / data.Scale[data.Width]];

    private double[] Relative(double[] x) => q == 1
        ? [x[0] * x[0]]
        : [x[0] * x[0], x[0] * x[1], x[0] * x[1], x[1] * x[1] + x[2] * x[2]];

    /// <summary>factor · T M T'.</summary>
    private double[] Both(double[] map, ReadOnlySpan<double> m, double factor)
    {
        var result = new double[q * q];
        for (var a = 0; a < q; a++)
        {
            for (var b = 0; b < q; b++)
            {
                for (var i = 0; i < q; i++)
                {
                    for (var j = 0; j < q; j++)
                    {
                        result[a * q + b] += factor * map[a * q + i] * m[i * q + j] * map[b * q + j];
                    }
                }
            }
        }

        return result;
    }

    private double ScaleOfDesign()
    {
        var sum = 0.0;
        for (var j = 1; j < p; j++)
        {
            sum += 2 * Math.Log(data.Scale[j]);
        }

        return sum;
    }

    private (Estimate[] Coefficients, double[,] Covariance) Fixed(ProfiledDeviance.At at, double variance, double unit)
    {
        // β_k = unit b_k / scale_k, β_0 = shift_y + unit b_0 − Σ β_k shift_k.
        var map = new double[p, p];
        map[0, 0] = unit;
        for (var j = 1; j < p; j++)
        {
            map[j, j] = unit / data.Scale[j];
            map[0, j] = -unit * data.Shift[j] / data.Scale[j];
        }

        var covariance = map.Times(Grid.Square(at.Inverse, p)).Times(map.Transposed());
        var coefficients = new Estimate[p];
        for (var i = 0; i < p; i++)
        {
            var value = i == 0 ? data.Shift[p] : 0;
            for (var j = 0; j < p; j++)
            {
                covariance[i, j] *= variance;
                value += map[i, j] * at.Fixed[j];
            }

            coefficients[i] = Estimate.Of(value, Math.Sqrt(covariance[i, i]));
        }

        return (coefficients, covariance);
    }

    private GroupEffect[] Groups(ProfiledDeviance.At at, double[] covariance, double[] map, double variance)
    {
        var groups = new GroupEffect[data.Codes.Length];
        Span<double> scaled = stackalloc double[q];
        for (var j = 0; j < groups.Length; j++)
        {
            var scores = at.Scores.AsSpan(j * q, q);
            for (var e = 0; e < q; e++)
            {
                scaled[e] = Lanes.Dot(covariance.AsSpan(e * q, q), scores);
            }

            var spread = Both(map, at.Shrink.AsSpan(j * q * q, q * q), variance);
            groups[j] = new GroupEffect(
                data.Codes[j],
                data.Counts[j],
                Estimate.Of(Lanes.Dot(map.AsSpan(0, q), scaled), Math.Sqrt(spread[0])),
                q == 1 ? Estimate.Absent(Absence.NotComputed) : Estimate.Of(map[3] * scaled[1], Math.Sqrt(spread[3])));
        }

        return groups;
    }

    /// <summary>
    /// Standard errors of the variances (intercept, covariance, slope, residual; with one effect also of the intraclass correlation),
    /// from the Hessian of −2 log L by Λ and σ² with the residual variance no longer profiled out, and the delta method.
    /// </summary>
    private double[]? Errors(double[] x, ProfiledDeviance.At at, double[] information, double variance, double[] map, double unit)
    {
        var size = deviance.Size;
        var side = size + 1;
        var df = deviance.DegreesOfFreedom;
        var hessian = new double[side * side];
        var curvature = df / (variance * variance);
        double[] cross = [.. deviance.AlongFactor(at.Residual, x).Select(r => r / (variance * variance))];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                hessian[i * side + j] = information[i * size + j] + cross[i] * cross[j] / curvature;
            }

            hessian[i * side + size] = hessian[size * side + i] = cross[i];
        }

        hessian[^1] = curvature;
        if (Cholesky.Of(hessian, side, 1e-12)?.Inverse() is not { } inverse)
        {
            return null;
        }

        var figures = q == 1 ? 3 : 4;
        var (ahead, behind) = (new double[side][], new double[side][]);
        double[] point = [.. x, variance];
        var errors = new double[figures];
        var steps = new double[side];
        for (var i = 0; i < side; i++)
        {
            steps[i] = 1e-5 * Math.Max(1e-3, Math.Abs(point[i]));
            ahead[i] = Figures(Moved(point, i, steps[i]), map, unit);
            behind[i] = Figures(Moved(point, i, -steps[i]), map, unit);
        }

        for (var f = 0; f < figures; f++)
        {
            var sum = 0.0;
            for (var i = 0; i < side; i++)
            {
                for (var j = 0; j < side; j++)
                {
                    var (di, dj) = ((ahead[i][f] - behind[i][f]) / (2 * steps[i]), (ahead[j][f] - behind[j][f]) / (2 * steps[j]));
                    sum += di * dj * 2 * inverse[i * side + j];
                }
            }

            errors[f] = Math.Sqrt(sum);
        }

        return errors;
    }

    private static double[] Moved(double[] point, int at, double step)
    {
        var moved = (double[])point.Clone();
        moved[at] += step;
        return moved;
    }

    private double[] Figures(double[] point, double[] map, double unit)
    {
        var residual = point[^1];
        var effects = Both(map, Relative(point), residual);
        return q == 1
            ? [effects[0], residual * unit * unit, effects[0] / (effects[0] + residual * unit * unit)]
            : [effects[0], effects[1], effects[3], residual * unit * unit];
    }
}
