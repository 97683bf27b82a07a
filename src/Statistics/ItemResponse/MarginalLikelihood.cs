using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// The marginal log likelihood of answer patterns with exact gradient and observed information. With s(θ) = t τ(θ) − f(θ) the score
/// of a parameter given ability, the gradient is Σ n E[s | pattern] and the information −Σ n (E[∂s] + Var[s | pattern]) (Louis 1982),
/// expectations over the posterior on the grid. Patterns are worked in chunks whose number does not depend on the machine and whose
/// sums are added in order: the same bits on any number of threads.
/// </summary>
internal sealed class MarginalLikelihood : ISmooth
{
    private const int MostChunks = 16;

    private readonly Shape shape;
    private readonly Patterns patterns;
    private readonly Posterior posterior;
    private readonly CancellationToken cancel;
    private readonly int chunks;

    public MarginalLikelihood(Shape shape, Patterns patterns, CancellationToken cancel)
    {
        this.shape = shape;
        this.patterns = patterns;
        this.cancel = cancel;
        posterior = new Posterior(shape, patterns);
        Curves = new Curves(shape);
        chunks = Math.Clamp(patterns.Size / 64, 1, MostChunks);
    }

    public int Size => shape.Size;

    public Curves Curves { get; }

    public double Value(double[] x)
    {
        Set(x);
        var sums = new double[chunks];
        Each(chunk =>
        {
            var p = new double[Grid.Length];
            foreach (var u in Range(chunk))
            {
                sums[chunk] += patterns.Counts[u] * posterior.Fill(u, Curves, p);
            }
        });
        return sums.Sum() + Excess(x);
    }

    public void Derivatives(double[] x, double[] gradient, double[] information)
    {
        Set(x);
        var tally = Run(withCurvature: true);
        Gradient(tally, gradient);
        tally.Curvature.CopyTo(information, 0);
        AddComplete(tally, information);
        for (var i = 0; i < Size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                information[i * Size + j] = information[j * Size + i] = -information[i * Size + j];
            }
        }
    }

    /// <summary>Expected counts of categories at the nodes, for a step of EM.</summary>
    public Tally Expect(double[] x)
    {
        Set(x);
        return Run(withCurvature: false);
    }

    /// <summary>Posterior mean and standard deviation of ability, pattern by pattern.</summary>
    public (double[] Means, double[] Deviations) Abilities(double[] x)
    {
        Set(x);
        var means = new double[patterns.Size];
        var deviations = new double[patterns.Size];
        Each(chunk =>
        {
            var p = new double[Grid.Length];
            foreach (var u in Range(chunk))
            {
                posterior.Fill(u, Curves, p);
                var mean = means[u] = Lanes.Dot(p, Grid.Points);
                var sum = 0.0;
                for (var q = 0; q < Grid.Nodes; q++)
                {
                    sum += p[q] * (Grid.Points[q] - mean) * (Grid.Points[q] - mean);
                }

                deviations[u] = Math.Sqrt(sum);
            }
        });
        return (means, deviations);
    }

    private void Set(double[] x)
    {
        cancel.ThrowIfCancellationRequested();
        Curves.Set(x);
        posterior.Set(Curves);
    }

    private Tally Run(bool withCurvature)
    {
        var tallies = new Tally[chunks];
        Each(chunk =>
        {
            var tally = tallies[chunk] = new Tally(shape, Curves, withCurvature);
            var p = new double[Grid.Length];
            var mask = -1;
            foreach (var u in Range(chunk))
            {
                if (patterns.Mask[u] != mask)
                {
                    tally.Close();
                    mask = patterns.Mask[u];
                    tally.Open(patterns.Of(u));
                }

                posterior.Fill(u, Curves, p);
                tally.Add(patterns.Of(u), patterns.Counts[u], p);
            }

            tally.Close();
        });
        for (var chunk = 1; chunk < chunks; chunk++)
        {
            tallies[0].Add(tallies[chunk]);
        }

        return tallies[0];
    }

    private void Each(Action<int> work)
    {
        if (chunks == 1)
        {
            work(0);
        }
        else
        {
            Parallel.For(0, chunks, new ParallelOptions { CancellationToken = cancel }, work);
        }
    }

    private IEnumerable<int> Range(int chunk)
    {
        var first = (int)((long)patterns.Size * chunk / chunks);
        return Enumerable.Range(first, (int)((long)patterns.Size * (chunk + 1) / chunks) - first);
    }

    private double Excess(double[] x)
    {
        var sum = 0.0;
        foreach (var part in shape.Parts)
        {
            for (var c = 1; c < part.Categories; c++)
            {
                sum += patterns.Excess[part.FirstCategory + c] * x[part.InterceptAt + c - 1];
            }
        }

        return sum;
    }

    private void Gradient(Tally tally, double[] gradient)
    {
        Array.Clear(gradient);
        foreach (var part in shape.Parts)
        {
            for (var c = 1; c < part.Categories; c++)
            {
                var counts = tally.Answered(part.FirstCategory + c);
                var at = part.InterceptAt + c - 1;
                gradient[at] = patterns.Excess[part.FirstCategory + c] + Lanes.Sum(counts) - Lanes.Dot(tally.Seen(part), Curves.Slope(at));
                if (part.SlopeAt >= 0)
                {
                    gradient[part.SlopeAt] += part.Scores[c] * Lanes.Dot(counts, Grid.Points);
                }
            }

            if (part.SlopeAt >= 0)
            {
                gradient[part.SlopeAt] -= Lanes.Dot(tally.Seen(part), Curves.Slope(part.SlopeAt));
            }
        }

        if (shape.SpreadAt >= 0)
        {
            gradient[shape.SpreadAt] = -Lanes.Dot(tally.Everybody, Curves.Slope(shape.SpreadAt));
        }
    }

    /// <summary>Adds the expected second derivatives of the complete-data log likelihood.</summary>
    private void AddComplete(Tally tally, double[] h)
    {
        foreach (var part in shape.Parts)
        {
            var seen = tally.Seen(part);
            for (var q = 0; q < Grid.Nodes; q++)
            {
                double mean = 0, square = 0;
                for (var c = 1; c < part.Categories; c++)
                {
                    var p = Curves.Of(part.FirstCategory + c)[q];
                    mean += part.Scores[c] * p;
                    square += part.Scores[c] * part.Scores[c] * p;
                }

                for (var c = 1; c < part.Categories; c++)
                {
                    var p = Curves.Of(part.FirstCategory + c)[q];
                    var row = part.InterceptAt + c - 1;
                    for (var d = 1; d <= c; d++)
                    {
                        h[row * Size + part.InterceptAt + d - 1] -= seen[q] * p * ((c == d ? 1 : 0) - Curves.Of(part.FirstCategory + d)[q]);
                    }

                    if (part.SlopeAt >= 0)
                    {
                        h[row * Size + part.SlopeAt] -= seen[q] * Grid.Points[q] * p * (part.Scores[c] - mean);
                    }
                }

                if (part.SlopeAt >= 0)
                {
                    h[part.SlopeAt * Size + part.SlopeAt] -= seen[q] * Grid.Squares[q] * (square - mean * mean);
                }
            }
        }

        if (shape.SpreadAt >= 0)
        {
            var (at, v) = (shape.SpreadAt, Curves.Variance);
            var fourth = 0.0;
            for (var q = 0; q < Grid.Nodes; q++)
            {
                fourth += Curves.Weights[q] * Grid.Squares[q] * Grid.Squares[q];
            }

            var persons = Lanes.Sum(tally.Everybody);
            var excess = Lanes.Dot(tally.Everybody, Grid.Squares) - persons * Curves.Spread;
            h[at * Size + at] -= 2 * excess / v + persons * (fourth - Curves.Spread * Curves.Spread) / (v * v);
        }
    }
}
