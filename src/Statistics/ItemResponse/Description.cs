namespace Stupeni.Statistics.ItemResponse;

/// <summary>Parameters of the likelihood as the figures people use, with standard errors by the delta method.</summary>
internal sealed class Description(Shape shape, double[] x, double[]? covariance, bool[] frozen)
{
    public Estimate Variance
    {
        get
        {
            var variance = shape.Variance(x);
            return With(variance, (shape.SpreadAt, 2 * variance));
        }
    }

    public Item[] Items(int[][] used, ItemState[] states)
    {
        var items = new Item[used.Length];
        for (var j = 0; j < used.Length; j++)
        {
            var part = Array.Find(shape.Parts, p => p.Column == j);
            items[j] = part is null ? Screening.Silent(j, states[j], used[j])
                : part.SlopeAt >= 0 && frozen[part.SlopeAt] ? Screening.Silent(j, ItemState.Unbounded, used[j])
                : Describe(part);
        }

        return items;
    }

    private Item Describe(Shape.Part part)
    {
        var slope = Shape.Slope(part, x);
        var intercepts = new Estimate[part.Categories - 1];
        var steps = new Estimate[part.Categories - 1];
        for (var c = 1; c < part.Categories; c++)
        {
            intercepts[c - 1] = With(x[part.InterceptAt + c - 1], (part.InterceptAt + c - 1, 1));
            steps[c - 1] = Between(part, slope, c - 1, c);
        }

        return new Item(
            part.Column,
            ItemState.Estimated,
            part.Raw,
            part.SlopeAt < 0 ? Estimate.Of(1, 0) : With(slope, (part.SlopeAt, 1)),
            intercepts,
            Between(part, slope, 0, part.Categories - 1),
            steps);
    }

    /// <summary>−(d_to − d_from) / (a (score_to − score_from)).</summary>
    private Estimate Between(Shape.Part part, double slope, int from, int to)
    {
        if (Math.Abs(slope) < 1e-6)
        {
            return Estimate.Absent(Absence.Unbounded);
        }

        var (lowerAt, upperAt) = (part.InterceptAt + from - 1, part.InterceptAt + to - 1);
        var scale = -1 / (slope * (part.Scores[to] - part.Scores[from]));
        var value = (x[upperAt] - (from == 0 ? 0 : x[lowerAt])) * scale;
        return With(value, (upperAt, scale), (from == 0 ? -1 : lowerAt, -scale), (part.SlopeAt, -value / slope));
    }

    /// <summary>A figure whose standard error follows from its derivatives by the parameters.</summary>
    private Estimate With(double value, params (int At, double Derivative)[] derivatives)
    {
        if (covariance is null)
        {
            return Estimate.Of(value);
        }

        var variance = 0.0;
        foreach (var (i, di) in derivatives)
        {
            foreach (var (j, dj) in derivatives)
            {
                variance += i < 0 || j < 0 ? 0 : di * dj * covariance[i * x.Length + j];
            }
        }

        return Estimate.Of(value, Math.Sqrt(variance));
    }
}
