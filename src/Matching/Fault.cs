namespace Stupeni.Matching;

/// <summary>Why a problem is refused.</summary>
public enum FaultKind
{
    /// <summary>Two mentors, or two mentees, have the same id.</summary>
    DuplicateId,

    /// <summary>An id is empty.</summary>
    EmptyId,

    /// <summary>A capacity below 0.</summary>
    NegativeCapacity,

    /// <summary>Needs below 0.</summary>
    NegativeNeeds,

    /// <summary>A pair, link or preference names a mentor who is not in the list.</summary>
    UnknownMentor,

    /// <summary>A pair, link or preference names a mentee who is not in the list.</summary>
    UnknownMentee,

    /// <summary>A pair is listed twice.</summary>
    DuplicatePair,

    /// <summary>A weight that is not a finite number.</summary>
    WeightNotFinite,

    /// <summary>A whole weight too large to be added up exactly; the limit is given.</summary>
    WeightTooLarge,

    /// <summary>The matrix has not one row to a mentee and one column to a mentor.</summary>
    MatrixShape,

    /// <summary>Both pairs and a matrix are given.</summary>
    PairsAndMatrix,

    /// <summary>No objective, one twice, or worst with no cover before it or right after it: then a plan of one match, or of none, would do.</summary>
    OrderUnclear,

    /// <summary>A pinned pair is not among the allowed ones.</summary>
    PinNotAllowed,

    /// <summary>A pinned pair is forbidden; the rule is given.</summary>
    PinForbidden,

    /// <summary>More pairs are pinned on a mentor than the capacity, which is given.</summary>
    PinsOverCapacity,

    /// <summary>More pairs are pinned on a mentee than the needs, which are given.</summary>
    PinsOverNeeds,

    /// <summary>A ranking names somebody twice, or somebody has two rankings.</summary>
    RankedTwice,
}

/// <summary>Where a fault stands: the list of the problem it is in.</summary>
public enum Place
{
    Mentors,
    Mentees,
    Pairs,
    Matrix,
    Forbidden,
    Pinned,
    Order,
    Preferences,
}

/// <summary>One reason for a refusal, and where it stands: the list, the index in it, who is named, the value, the limit it breaks, the rule.</summary>
public sealed record Fault(FaultKind Kind, Place Place, int Index)
{
    public string? Mentor { get; init; }
    public string? Mentee { get; init; }
    public double? Value { get; init; }
    public double? Limit { get; init; }
    public string? Rule { get; init; }
}

/// <summary>The problem cannot be solved as it stands; every reason is in <see cref="Faults"/>.</summary>
public sealed class ProblemRefused(IReadOnlyList<Fault> faults) : Exception($"{faults.Count} fault(s), the first: {faults[0]}")
{
    public IReadOnlyList<Fault> Faults { get; } = faults;
}
