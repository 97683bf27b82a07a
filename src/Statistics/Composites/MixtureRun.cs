using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.Composites;

/// <summary>
/// The EM algorithm (Dempster, Laird, Rubin 1977) from one division of the points. To every variance a floor is added, one millionth of the unit
/// or of the variance of its column when that is smaller, as sklearn does.
/// </summary>
internal sealed class MixtureRun
{
    private readonly Points points;
    private readonly ComponentShape shape;
    private readonly int k;
    private readonly int p;
    private readonly double[] floor;
    private readonly double[] responsibilities;
    private readonly Cholesky?[] factors;
    private readonly double[] constants;

    public MixtureRun(Points points, ComponentShape shape, int k, int[] labels, double[] floor)
    {
        this.points = points;
        this.shape = shape;
        this.k = k;
        this.floor = floor;
        p = points.Dimensions;
        responsibilities = new double[points.Count * k];
        for (var i = 0; i < labels.Length; i++)
        {
            responsibilities[i * k + labels[i]] = 1;
        }

        Weights = new double[k];
        Means = new double[k * p];
        Covariances = [.. Enumerable.Range(0, k).Select(_ => new double[p * p])];
        factors = new Cholesky?[k];
        constants = new double[k];
    }

    /// <summary>Whether it starts from k-means.</summary>
    public bool Natural { get; init; } = true;

    public double[] Weights { get; }

    public double[] Means { get; }

    public double[][] Covariances { get; }

    public ReadOnlySpan<double> Responsibilities => responsibilities;

    public double LogLikelihood { get; private set; } = double.NegativeInfinity;

    public int Iterations { get; private set; }

    public bool Converged { get; private set; }

    /// <summary>Up to this many iterations more; ends when the likelihood gains less than 1e-11 of itself.</summary>
    public void Iterate(int limit, CancellationToken cancel)
    {
        for (var iteration = 0; iteration < limit && !Converged && !double.IsNaN(LogLikelihood); iteration++)
        {
            cancel.ThrowIfCancellationRequested();
            Iterations++;
            if (!Maximise())
            {
                LogLikelihood = double.NaN;
                return;
            }

            var before = LogLikelihood;
            LogLikelihood = Expect();
            Converged = LogLikelihood - before < 1e-11 * Math.Max(1, Math.Abs(LogLikelihood));
        }
    }

    /// <summary>Weights, means and covariances from the responsibilities; false when a component died or a covariance is singular.</summary>
    private bool Maximise()
    {
        Array.Clear(Weights);
        Array.Clear(Means);
        for (var i = 0; i < points.Count; i++)
        {
            for (var c = 0; c < k; c++)
            {
                var r = responsibilities[i * k + c];
                Weights[c] += r;
                if (r > 0)
                {
                    Lanes.Add(Means.AsSpan(c * p, p), r, points[i]);
                }
            }
        }

        for (var c = 0; c < k; c++)
        {
            if (!(Weights[c] > 1e-8))
            {
                return false;
            }

            for (var j = 0; j < p; j++)
            {
                Means[c * p + j] /= Weights[c];
            }
        }

        Scatter();
        Restrict();
        for (var c = 0; c < k; c++)
        {
            factors[c] = Cholesky.Of(Covariances[c], p, 1e-15);
            if (factors[c] is not { } factor)
            {
                return false;
            }

            Weights[c] /= points.Count;
            constants[c] = Math.Log(Weights[c]) - 0.5 * (p * Math.Log(2 * Math.PI) + factor.LogDeterminant);
        }

        return true;
    }

    private void Scatter()
    {
        Span<double> off = stackalloc double[p];
        for (var c = 0; c < k; c++)
        {
            var covariance = Covariances[c];
            Array.Clear(covariance);
            for (var i = 0; i < points.Count; i++)
            {
                var r = responsibilities[i * k + c];
                if (!(r > 0))
                {
                    continue;
                }

                for (var j = 0; j < p; j++)
                {
                    off[j] = points[i][j] - Means[c * p + j];
                }

                for (var j = 0; j < p; j++)
                {
                    Lanes.Add(covariance.AsSpan(j * p, p), r * off[j], off);
                }
            }
        }
    }

    /// <summary>Scatter matrices to covariances of the shape, with the floor.</summary>
    private void Restrict()
    {
        var pooled = new double[p * p];
        foreach (var scatter in Covariances)
        {
            Lanes.Add(pooled, 1.0 / points.Count, scatter);
        }

        for (var c = 0; c < k; c++)
        {
            var covariance = Covariances[c];
            var trace = 0.0;
            for (var j = 0; j < p; j++)
            {
                trace += covariance[j * p + j];
            }

            for (var i = 0; i < p; i++)
            {
                for (var j = 0; j < p; j++)
                {
                    var at = i * p + j;
                    covariance[at] = shape switch
                    {
                        ComponentShape.Tied => pooled[at],
                        ComponentShape.Diagonal => i == j ? covariance[at] / Weights[c] : 0,
                        ComponentShape.Spherical => i == j ? trace / (p * Weights[c]) : 0,
                        _ => covariance[at] / Weights[c],
                    };
                }

                covariance[i * p + i] += floor[i];
            }
        }
    }

    private double Expect()
    {
        Span<double> off = stackalloc double[p];
        Span<double> logs = stackalloc double[k];
        var sum = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var highest = double.NegativeInfinity;
            for (var c = 0; c < k; c++)
            {
                for (var j = 0; j < p; j++)
                {
                    off[j] = points[i][j] - Means[c * p + j];
                }

                logs[c] = constants[c] - 0.5 * Distance(c, off);
                highest = Math.Max(highest, logs[c]);
            }

            var total = 0.0;
            for (var c = 0; c < k; c++)
            {
                total += responsibilities[i * k + c] = Math.Exp(logs[c] - highest);
            }

            for (var c = 0; c < k; c++)
            {
                responsibilities[i * k + c] /= total;
            }

            sum += highest + Math.Log(total);
        }

        return sum;
    }

    /// <summary>Mahalanobis distance squared: off' Σ⁻¹ off.</summary>
    private double Distance(int c, Span<double> off)
    {
        Span<double> solved = stackalloc double[p];
        off.CopyTo(solved);
        factors[c]!.Solve(solved);
        var sum = 0.0;
        for (var j = 0; j < p; j++)
        {
            sum += off[j] * solved[j];
        }

        return sum;
    }
}
