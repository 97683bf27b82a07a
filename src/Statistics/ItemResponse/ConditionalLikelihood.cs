using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// The Rasch likelihood of the answers given the total scores, log L = Σ d_i t_i − Σ n_r log γ_r(ε), ε = exp(d), for persons grouped by the
/// items they answered. The elementary symmetric functions γ and all their derivatives are sums of positive terms: the factors
/// (1 + ε t) are divided by 1 + ε (they become probabilities, nothing overflows), products are built forwards and backwards, and an
/// item is left out by joining the two sides, never by division. So there is no cancellation at any number of items.
/// </summary>
internal sealed class ConditionalLikelihood(int items, IReadOnlyList<ConditionalLikelihood.Group> groups, CancellationToken cancel) : ISmooth
{
    /// <summary>Persons who answered the same items: which, how many solved each, how many have each total score (0 and full left out).</summary>
    internal sealed record Group(int[] Items, double[] Solved, double[] Scores);

    public int Size => items;

    public double Value(double[] x)
    {
        cancel.ThrowIfCancellationRequested();
        return groups.AsParallel().AsOrdered().Select(group => Value(group, x)).ToArray().Sum();
    }

    public void Derivatives(double[] x, double[] gradient, double[] information)
    {
        cancel.ThrowIfCancellationRequested();
        Array.Clear(gradient);
        Array.Clear(information);
        // Batches bound the memory that groups wait in until they are added in order.
        foreach (var batch in groups.Chunk(64))
        {
            cancel.ThrowIfCancellationRequested();
            foreach (var (group, expected, covariance) in batch.AsParallel().AsOrdered().Select(group => Moments(group, x)).ToArray())
            {
                var k = group.Items.Length;
                for (var i = 0; i < k; i++)
                {
                    gradient[group.Items[i]] += group.Solved[i] - expected[i];
                    for (var j = 0; j < k; j++)
                    {
                        information[group.Items[i] * items + group.Items[j]] += covariance[i * k + j];
                    }
                }
            }
        }

        // The difficulties have no origin: a constant in the direction of a common shift makes the matrix regular and moves nothing.
        var shift = Shift(information);
        for (var i = 0; i < information.Length; i++)
        {
            information[i] += shift;
        }
    }

    /// <summary>The constant added to every element of the information, from its mean diagonal.</summary>
    public double Shift(double[] information)
    {
        var trace = 0.0;
        for (var i = 0; i < items; i++)
        {
            trace += information[i * items + i];
        }

        return trace / ((double)items * items);
    }

    private static double Value(Group group, double[] x)
    {
        var (p, q, logs) = Chances(group, x);
        var forward = Forward(p, q);
        var k = p.Length;
        var sum = 0.0;
        for (var i = 0; i < k; i++)
        {
            sum += group.Solved[i] * x[group.Items[i]];
        }

        for (var r = 1; r < k; r++)
        {
            if (group.Scores[r] > 0)
            {
                sum -= group.Scores[r] * (Math.Log(forward[k][r]) - logs);
            }
        }

        return sum;
    }

    /// <summary>Expected numbers of solutions and their covariances, given the scores.</summary>
    private static (Group Group, double[] Expected, double[] Covariance) Moments(Group group, double[] x)
    {
        var (p, q, _) = Chances(group, x);
        var k = p.Length;
        var forward = Forward(p, q);
        var suffix = Suffix(p, q);
        var weighted = Weighted(p, q, group.Scores, forward[k]);
        var given = Given(p, forward, suffix);
        var expected = new double[k];
        var covariance = new double[k * k];
        var ways = new double[k + 2];
        for (var i = 0; i < k; i++)
        {
            Array.Clear(ways);
            for (var s = 0; s <= i; s++)
            {
                ways[s + 1] = forward[i][s] * p[i];
            }

            expected[i] = Lanes.Dot(ways, weighted[i + 1]);
            for (var j = i + 1; j < k; j++)
            {
                covariance[i * k + j] = p[j] * Lanes.Dot(ways.AsSpan(0, k + 1), weighted[j + 1].AsSpan(1));
                for (var s = j + 1; s >= 1; s--)
                {
                    ways[s] = q[j] * ways[s] + p[j] * ways[s - 1];
                }
            }

            covariance[i * k + i] = expected[i];
        }

        for (var i = 0; i < k; i++)
        {
            for (var j = i; j < k; j++)
            {
                for (var r = 1; r < k; r++)
                {
                    covariance[i * k + j] -= group.Scores[r] * given[i][r] * given[j][r];
                }

                covariance[j * k + i] = covariance[i * k + j];
            }
        }

        return (group, expected, covariance);
    }

    private static (double[] Solves, double[] Fails, double LogFails) Chances(Group group, double[] x)
    {
        double[] p = [.. group.Items.Select(i => 1 / (1 + Math.Exp(-x[i])))];
        double[] q = [.. group.Items.Select(i => 1 / (1 + Math.Exp(x[i])))];
        return (p, q, q.Sum(Math.Log));
    }

    /// <summary>[j][s]: chance of s solutions among the first j items.</summary>
    private static double[][] Forward(double[] p, double[] q)
    {
        var k = p.Length;
        var rows = new double[k + 1][];
        rows[0] = new double[k + 1];
        rows[0][0] = 1;
        for (var j = 0; j < k; j++)
        {
            rows[j + 1] = Joined(rows[j], p[j], q[j]);
        }

        return rows;
    }

    /// <summary>[j][s]: chance of s solutions among the items from j on.</summary>
    private static double[][] Suffix(double[] p, double[] q)
    {
        var k = p.Length;
        var rows = new double[k + 1][];
        rows[k] = new double[k + 1];
        rows[k][0] = 1;
        for (var j = k - 1; j >= 0; j--)
        {
            rows[j] = Joined(rows[j + 1], p[j], q[j]);
        }

        return rows;
    }

    private static double[] Joined(double[] row, double p, double q)
    {
        var next = new double[row.Length];
        next[0] = q * row[0];
        for (var s = 1; s < row.Length; s++)
        {
            next[s] = q * row[s] + p * row[s - 1];
        }

        return next;
    }

    /// <summary>[j][s]: Σ over scores r of n_r / π_r times the chance to get from s after j items to r in the end.</summary>
    private static double[][] Weighted(double[] p, double[] q, double[] scores, double[] chances)
    {
        var k = p.Length;
        var rows = new double[k + 1][];
        rows[k] = new double[k + 2];
        for (var r = 1; r < k; r++)
        {
            rows[k][r] = scores[r] > 0 ? scores[r] / chances[r] : 0;
        }

        for (var j = k - 1; j >= 0; j--)
        {
            rows[j] = new double[k + 2];
            for (var s = 0; s <= k; s++)
            {
                rows[j][s] = q[j] * rows[j + 1][s] + p[j] * rows[j + 1][s + 1];
            }
        }

        return rows;
    }

    /// <summary>[j][r]: chance that item j is solved given the total score r.</summary>
    private static double[][] Given(double[] p, double[][] forward, double[][] suffix)
    {
        var k = p.Length;
        var rows = new double[k][];
        for (var j = 0; j < k; j++)
        {
            rows[j] = new double[k + 1];
            for (var r = 1; r < k; r++)
            {
                var without = 0.0;
                for (var s = Math.Max(0, r - 1 - (k - 1 - j)); s <= Math.Min(j, r - 1); s++)
                {
                    without += forward[j][s] * suffix[j + 1][r - 1 - s];
                }

                rows[j][r] = forward[k][r] > 0 ? p[j] * without / forward[k][r] : 0;
            }
        }

        return rows;
    }
}
