namespace Stupeni.Statistics.Composites;

/// <summary>
/// Moves single points between groups while the sum of squares falls: leaving a group of n at distance d saves n d² / (n − 1), joining one
/// costs n d² / (n + 1). The result cannot be improved by any single move, which is more than Lloyd's iteration gives.
/// </summary>
internal sealed class Moves
{
    private readonly Points points;
    private readonly int[] labels;
    private readonly double[] centres;
    private readonly double[] sizes;
    private readonly int p;

    public Moves(Points points, int[] labels, int k)
    {
        this.points = points;
        this.labels = labels;
        p = points.Dimensions;
        centres = new double[k * p];
        sizes = new double[k];
        Recentre();
    }

    /// <summary>Improves the labels in place and gives the sum of squares.</summary>
    public double Improve(CancellationToken cancel)
    {
        // Each move lowers the sum by more than rounding, so the passes end; the limit guards the pathological.
        for (var pass = 0; pass < 1000; pass++)
        {
            cancel.ThrowIfCancellationRequested();
            var moved = false;
            for (var i = 0; i < labels.Length; i++)
            {
                moved |= Move(i);
            }

            if (!moved)
            {
                break;
            }

            Recentre();
        }

        var sum = 0.0;
        for (var i = 0; i < labels.Length; i++)
        {
            sum += Points.SquaredDistance(points[i], Centre(labels[i]));
        }

        return sum;
    }

    private Span<double> Centre(int group) => centres.AsSpan(group * p, p);

    private bool Move(int i)
    {
        var own = labels[i];
        if (sizes[own] < 2)
        {
            return false;
        }

        var saved = Points.SquaredDistance(points[i], Centre(own)) * sizes[own] / (sizes[own] - 1);
        var (least, target) = (saved * (1 - 1e-10), own);
        for (var c = 0; c < sizes.Length; c++)
        {
            if (c != own)
            {
                var cost = Points.SquaredDistance(points[i], Centre(c)) * sizes[c] / (sizes[c] + 1);
                if (cost < least)
                {
                    (least, target) = (cost, c);
                }
            }
        }

        if (target == own)
        {
            return false;
        }

        for (var j = 0; j < p; j++)
        {
            centres[own * p + j] += (centres[own * p + j] - points[i][j]) / (sizes[own] - 1);
            centres[target * p + j] += (points[i][j] - centres[target * p + j]) / (sizes[target] + 1);
        }

        sizes[own]--;
        sizes[target]++;
        labels[i] = target;
        return true;
    }

    /// <summary>Means from scratch, so that the rounding of updates does not pile up.</summary>
    private void Recentre()
    {
        Array.Clear(centres);
        Array.Clear(sizes);
        for (var i = 0; i < labels.Length; i++)
        {
            sizes[labels[i]]++;
            for (var j = 0; j < p; j++)
            {
                centres[labels[i] * p + j] += points[i][j];
            }
        }

        for (var c = 0; c < centres.Length; c++)
        {
            centres[c] /= Math.Max(1, sizes[c / p]);
        }
    }
}
