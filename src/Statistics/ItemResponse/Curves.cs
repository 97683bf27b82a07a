using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.ItemResponse;

/// <summary>The category curves of all items on the grid for given parameters, and the weights of the nodes.</summary>
internal sealed class Curves
{
    private readonly Shape shape;
    private readonly double[] probabilities;
    private readonly double[] logarithms;

    public Curves(Shape shape)
    {
        this.shape = shape;
        probabilities = new double[shape.Categories * Grid.Length];
        logarithms = new double[shape.Categories * Grid.Length];
        Slopes = new double[shape.Size * Grid.Length];
        Weights = Grid.Weights(1);
    }

    public double[] Weights { get; private set; }

    public double Variance { get; private set; }

    /// <summary>Σ w θ² of the normalised weights.</summary>
    public double Spread { get; private set; }

    /// <summary>Per parameter p and node q the part f of the score s = t τ − f that does not depend on the answer.</summary>
    public double[] Slopes { get; }

    public ReadOnlySpan<double> Of(int category) => probabilities.AsSpan(category * Grid.Length, Grid.Length);

    public ReadOnlySpan<double> LogOf(int category) => logarithms.AsSpan(category * Grid.Length, Grid.Length);

    public ReadOnlySpan<double> Slope(int parameter) => Slopes.AsSpan(parameter * Grid.Length, Grid.Length);

    public void Set(double[] x)
    {
        Variance = shape.Variance(x);
        Weights = Grid.Weights(Variance);
        Spread = Lanes.Dot(Weights, Grid.Squares);
        foreach (var part in shape.Parts)
        {
            Set(part, x);
        }

        if (shape.SpreadAt >= 0)
        {
            for (var q = 0; q < Grid.Nodes; q++)
            {
                Slopes[shape.SpreadAt * Grid.Length + q] = -(Grid.Squares[q] - Spread) / Variance;
            }
        }
    }

    private void Set(Shape.Part part, double[] x)
    {
        Span<double> z = stackalloc double[part.Categories];
        var slope = Shape.Slope(part, x);
        for (var q = 0; q < Grid.Nodes; q++)
        {
            var ability = Grid.Points[q];
            double highest = 0, sum = 0, mean = 0;
            z[0] = 0;
            for (var c = 1; c < z.Length; c++)
            {
                z[c] = slope * part.Scores[c] * ability + x[part.InterceptAt + c - 1];
                highest = Math.Max(highest, z[c]);
            }

            for (var c = 0; c < z.Length; c++)
            {
                sum += Math.Exp(z[c] - highest);
            }

            var log = Math.Log(sum) + highest;
            for (var c = 0; c < z.Length; c++)
            {
                var at = (part.FirstCategory + c) * Grid.Length + q;
                logarithms[at] = z[c] - log;
                var p = probabilities[at] = Math.Exp(z[c] - log);
                mean += part.Scores[c] * p;
                if (c > 0)
                {
                    Slopes[(part.InterceptAt + c - 1) * Grid.Length + q] = p;
                }
            }

            if (part.SlopeAt >= 0)
            {
                Slopes[part.SlopeAt * Grid.Length + q] = mean * ability;
            }
        }
    }
}
