namespace Stupeni.Statistics.Descriptive;

/// <summary>
/// Count, mean, variance, third and fourth central moments of a column without its missing answers, in two passes with the
/// correction of Chan, Golub and LeVeque (1983). <see cref="Missing"/> counts NaN; <see cref="Infinite"/> says that a figure
/// would not be finite.
/// </summary>
public readonly record struct Moments
{
    public int Count { get; private init; }

    public int Missing { get; private init; }

    public bool Infinite { get; private init; }

    /// <summary>NaN without observations.</summary>
    public double Mean { get; private init; }

    /// <summary>Unbiased, n − 1; NaN below two observations.</summary>
    public double Variance { get; private init; }

    public double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Σ(x − m)³/n over (Σ(x − m)²/n)^1.5; NaN without variation.</summary>
    public double Skewness { get; private init; }

    /// <summary>Σ(x − m)⁴/n over (Σ(x − m)²/n)² − 3; NaN without variation.</summary>
    public double Kurtosis { get; private init; }

    public double Minimum { get; private init; }

    public double Maximum { get; private init; }

    /// <summary>All observed values are equal (or there are none).</summary>
    public bool Constant => !(Minimum < Maximum);

    public static Moments Of(ReadOnlySpan<double> values)
    {
        var n = 0;
        double sum = 0, min = double.PositiveInfinity, max = double.NegativeInfinity;
        foreach (var x in values)
        {
            if (!double.IsNaN(x))
            {
                n++;
                sum += x;
                min = Math.Min(min, x);
                max = Math.Max(max, x);
            }
        }

        var infinite = n > 0 && (double.IsInfinity(min) || double.IsInfinity(max));
        var mean = min == max ? min : sum / n;
        double first = 0, second = 0, third = 0, fourth = 0;
        if (!infinite && min < max)
        {
            foreach (var x in values)
            {
                if (!double.IsNaN(x))
                {
                    var d = x - mean;
                    first += d;
                    second += d * d;
                    third += d * d * d;
                    fourth += d * d * d * d;
                }
            }
        }

        var squares = Math.Max(0, second - first * first / Math.Max(n, 1));
        return new Moments
        {
            Count = n,
            Missing = values.Length - n,
            Infinite = infinite,
            Mean = n == 0 || infinite ? double.NaN : mean + first / n,
            Variance = n < 2 || infinite ? double.NaN : squares / (n - 1),
            Skewness = infinite || !(min < max) ? double.NaN : third / n / Math.Pow(second / n, 1.5),
            Kurtosis = infinite || !(min < max) ? double.NaN : fourth / n / Math.Pow(second / n, 2) - 3,
            Minimum = n == 0 ? double.NaN : min,
            Maximum = n == 0 ? double.NaN : max,
        };
    }

    internal Absence Refusal(int atLeast) =>
        Infinite ? Absence.NotFinite : Count < atLeast ? Absence.TooFewObservations : Absence.None;
}
