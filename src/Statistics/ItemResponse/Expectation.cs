using Stupeni.Statistics.Algebra;

namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// Steps of the EM algorithm of Bock and Aitkin (1981) for models with free slopes: they bring a start of equal slopes near the optimum,
/// where Newton's method takes over.
/// </summary>
internal static class Expectation
{
    public static void Approach(MarginalLikelihood likelihood, Shape shape, double[] x, int limit, double near)
    {
        for (var iteration = 0; iteration < limit; iteration++)
        {
            var tally = likelihood.Expect(x);
            var largest = 0.0;
            foreach (var part in shape.Parts)
            {
                var size = part.Categories;
                var curve = new Curve(part, tally);
                var ascent = Newton.Maximise(curve, x.AsSpan(part.SlopeAt, size).ToArray(), 1e-6, 10, longest: 1);
                for (var k = 0; k < size; k++)
                {
                    // A slope that runs away in the first steps would leave the region where Newton's method is safe.
                    var next = k == 0 ? Math.Clamp(ascent.X[k], -6, 6) : Math.Clamp(ascent.X[k], -20, 20);
                    largest = Math.Max(largest, Math.Abs(next - x[part.SlopeAt + k]));
                    x[part.SlopeAt + k] = next;
                }
            }

            if (largest < near)
            {
                return;
            }
        }
    }

    /// <summary>The multinomial likelihood of one item given expected counts at the nodes: slope first, then intercepts.</summary>
    private sealed class Curve(Shape.Part part, Tally tally) : ISmooth
    {
        private readonly double[] seen = tally.Seen(part).ToArray();
        private readonly double[][] counts = [.. Enumerable.Range(1, part.Categories - 1).Select(c => tally.Answered(part.FirstCategory + c).ToArray())];
        private readonly Shape alone = new([(0, part.Raw)], freeSlopes: true);

        public int Size => part.Categories;

        public double Value(double[] x)
        {
            Span<double> p = stackalloc double[Size];
            var sum = 0.0;
            for (var q = 0; q < Grid.Nodes; q++)
            {
                Shape.Probabilities(alone.Parts[0], x, Grid.Points[q], p);
                var lowest = seen[q];
                for (var c = 1; c < Size; c++)
                {
                    lowest -= counts[c - 1][q];
                    sum += counts[c - 1][q] * Math.Log(Math.Max(p[c], 1e-300));
                }

                sum += lowest * Math.Log(Math.Max(p[0], 1e-300));
            }

            return sum;
        }

        public void Derivatives(double[] x, double[] gradient, double[] information)
        {
            Array.Clear(gradient);
            Array.Clear(information);
            Span<double> p = stackalloc double[Size];
            for (var q = 0; q < Grid.Nodes; q++)
            {
                var ability = Grid.Points[q];
                Shape.Probabilities(alone.Parts[0], x, ability, p);
                double mean = 0, square = 0;
                for (var c = 1; c < Size; c++)
                {
                    mean += part.Scores[c] * p[c];
                    square += part.Scores[c] * part.Scores[c] * p[c];
                }

                for (var c = 1; c < Size; c++)
                {
                    var residual = counts[c - 1][q] - seen[q] * p[c];
                    gradient[c] += residual;
                    gradient[0] += ability * part.Scores[c] * residual;
                    for (var d = 1; d < Size; d++)
                    {
                        information[c * Size + d] += seen[q] * p[c] * ((c == d ? 1 : 0) - p[d]);
                    }

                    var cross = seen[q] * ability * p[c] * (part.Scores[c] - mean);
                    information[c * Size] += cross;
                    information[c] += cross;
                }

                information[0] += seen[q] * ability * ability * (square - mean * mean);
            }
        }
    }
}
