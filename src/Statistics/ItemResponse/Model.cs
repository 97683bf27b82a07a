namespace Stupeni.Statistics.ItemResponse;

/// <summary>Which curves relate ability to the answer. θ is ability in logits, c the score of a category.</summary>
public enum Model
{
    /// <summary>P(1) = 1 / (1 + exp(−(θ + d))), θ ~ N(0, variance): Rasch (1960). Scores 0 and 1.</summary>
    Rasch,

    /// <summary>P(1) = 1 / (1 + exp(−(a θ + d))), θ ~ N(0, 1): Birnbaum (1968). Scores 0 and 1.</summary>
    TwoParameter,

    /// <summary>P(c) ∝ exp(c θ + d_c), d_lowest = 0, θ ~ N(0, variance): Masters (1982). Any whole scores.</summary>
    PartialCredit,

    /// <summary>P(c) ∝ exp(a c θ + d_c), d_lowest = 0, θ ~ N(0, 1): Muraki (1992). Any whole scores.</summary>
    GeneralizedPartialCredit,
}

/// <summary>What became of one item.</summary>
public enum ItemState
{
    Estimated,

    /// <summary>Nobody answered it; it takes no part.</summary>
    NoAnswers,

    /// <summary>Everybody got the same score (of those who count): no difficulty fits, it takes no part.</summary>
    OneScore,

    /// <summary>Its likelihood rises without end (slope or difficulty runs to infinity); its estimates are absent.</summary>
    Unbounded,
}

/// <summary>
/// One item. <see cref="Scores"/> are the scores that occur, lowest first; <see cref="Intercepts"/> (d) and <see cref="Steps"/> belong to
/// all of them but the lowest. A step is where the curves of neighbouring scores cross, in logits of ability; <see cref="Difficulty"/>
/// is the mean step weighted by score, b = −d / a for scores 0 and 1. A score that nobody got has probability 0 and no step.
/// </summary>
public sealed record Item(
    int Column,
    ItemState State,
    IReadOnlyList<int> Scores,
    Estimate Slope,
    IReadOnlyList<Estimate> Intercepts,
    Estimate Difficulty,
    IReadOnlyList<Estimate> Steps);
