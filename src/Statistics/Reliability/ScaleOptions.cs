using Stupeni.Statistics.Correlations;

namespace Stupeni.Statistics.Reliability;

/// <summary>How a set of answers is read.</summary>
public sealed record ScaleOptions
{
    /// <summary>Pairwise: every covariance from the rows that have both items, as R's psych package does.</summary>
    public Missing Missing { get; init; } = Missing.Pairwise;

    /// <summary>Columns to be reversed before anything else: x becomes least + greatest − x.</summary>
    public IReadOnlyCollection<int> Reversed { get; init; } = [];

    /// <summary>The answer scale for reversing; null takes the least and the greatest answer of the whole table.</summary>
    public (double Least, double Greatest)? Scale { get; init; }

    /// <summary>Highest possible score of each item, for difficulty and discrimination; null takes the highest observed.</summary>
    public IReadOnlyList<double>? Maxima { get; init; }

    public double Confidence { get; init; } = 0.95;
}
