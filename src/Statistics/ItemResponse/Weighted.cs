namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// Ability of persons by weighted likelihood (Warm 1989): the root of Σ a (x − E(θ)) + J(θ) / (2 I(θ)) with the test information
/// I = Σ a² Var and J = Σ a³ μ₃; its error is 1 / √I. Nothing is shrunk to the population, and the lowest and highest scores get finite
/// values. In logits on the scale of the calibration. Absent for a person without answers and for a refused calibration.
/// </summary>
public static class Weighted
{
    private const double Farthest = 40;

    public static IReadOnlyList<Estimate> Abilities(Answers answers, Calibration calibration, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(calibration);
        if (calibration.Shape is not { } shape || answers.Refusal.IsRefused || shape.Parts[^1].Column >= answers.Items)
        {
            return [.. Enumerable.Repeat(Estimate.Absent(Absence.OutOfDomain), answers.Persons)];
        }

        var patterns = Patterns.Collapse(answers, shape, byScore: !shape.FreeSlopes, cancel);
        var found = new Estimate[patterns.Size];
        Parallel.For(0, found.Length, new ParallelOptions { CancellationToken = cancel }, u =>
            found[u] = Root(shape, calibration.Solution, patterns.Of(u)));
        return [.. patterns.OfPerson.Select(u => u < 0 ? Estimate.Absent(Absence.TooFewObservations) : found[u])];
    }

    /// <summary>Bisection: the function is positive far below and negative far above every root.</summary>
    private static Estimate Root(Shape shape, double[] solution, ReadOnlySpan<byte> cells)
    {
        double low = -Farthest, high = Farthest, information = 0;
        while (high - low > 1e-11)
        {
            var middle = (low + high) / 2;
            (var slope, information) = Slope(shape, solution, cells, middle);
            if (double.IsNaN(slope))
            {
                return Estimate.Absent(Absence.Unbounded);
            }

            (low, high) = slope > 0 ? (middle, high) : (low, middle);
        }

        return Math.Abs(low) > Farthest - 1 ? Estimate.Absent(Absence.Unbounded) : Estimate.Of((low + high) / 2, 1 / Math.Sqrt(information));
    }

    private static (double Slope, double Information) Slope(Shape shape, double[] solution, ReadOnlySpan<byte> cells, double ability)
    {
        double sum = 0, information = 0, skew = 0;
        for (var j = 0; j < cells.Length; j++)
        {
            if (cells[j] == Patterns.Missing)
            {
                continue;
            }

            var part = shape.Parts[j];
            var a = Shape.Slope(part, solution);
            var moments = Moments.Of(part, solution, ability);
            sum += a * (part.Scores[cells[j]] - moments.Mean);
            information += a * a * moments.Variance;
            skew += a * a * a * moments.Third;
        }

        return (sum + skew / (2 * information), information);
    }
}
