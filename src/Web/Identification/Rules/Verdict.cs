using Stupeni.Platform;

namespace Stupeni.Identification.Rules;

/// <summary>What a reading says of one school, and why.</summary>
/// <param name="Grounds">The findings on which the state rests.</param>
/// <param name="Missing">Years the rule looks at in which the school has no results at all.</param>
/// <param name="Deciding">The highest share among the results in the grounds, or among all that were looked at where nothing was found.</param>
public sealed record Verdict(SchoolState State, IReadOnlyList<Ground> Grounds, IReadOnlyList<SchoolYear> Missing, Result Deciding)
{
    /// <summary>Results of the rule's years that do not compare with other years, the earlier first.</summary>
    public IReadOnlyList<Result> Apart { get; init; } = [];
}

/// <summary>One finding, with the results it was found in.</summary>
public sealed record Ground(GroundKind Kind, IReadOnlyList<Result> Results, SchoolYear? Year = null);

public enum GroundKind
{
    /// <summary>As many low procedures as the rule asks for, in one year.</summary>
    LowInYear,

    /// <summary>As many, over all years together.</summary>
    LowInYears,

    /// <summary>One and the same procedure low in two consecutive years.</summary>
    LowAgain,

    /// <summary>Low, but not often enough for the list.</summary>
    SomeLow,

    /// <summary>Close to low in as many procedures as the rule asks for.</summary>
    Near,

    /// <summary>Every procedure has too few participants.</summary>
    TooFew,

    /// <summary>Years without which the rule cannot say that the school is not listed have no results.</summary>
    NoResults,

    /// <summary>Years without which the rule cannot say that the school is not listed have only results that do not compare.</summary>
    NotCompared,

    /// <summary>Results were enough, and none of the above was found.</summary>
    Nothing,
}
