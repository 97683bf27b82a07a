namespace Stupeni.Statistics.ItemResponse;

/// <summary>Mean, variance, third and fourth central moments of the score on one item at one ability.</summary>
internal readonly record struct Moments(double Mean, double Variance, double Third, double Fourth)
{
    public static Moments Of(Shape.Part part, double[] solution, double ability)
    {
        Span<double> p = stackalloc double[part.Categories];
        Shape.Probabilities(part, solution, ability, p);
        var mean = 0.0;
        for (var c = 1; c < p.Length; c++)
        {
            mean += part.Scores[c] * p[c];
        }

        double second = 0, third = 0, fourth = 0;
        for (var c = 0; c < p.Length; c++)
        {
            var off = part.Scores[c] - mean;
            second += off * off * p[c];
            third += off * off * off * p[c];
            fourth += off * off * off * off * p[c];
        }

        return new Moments(mean, second, third, fourth);
    }
}
