namespace Stupeni.Matching;

/// <summary>Why somebody is, or is not, in the plan.</summary>
public enum ReasonKind
{
    /// <summary>The pair was pinned; the rule is given when it was.</summary>
    Pinned,

    /// <summary>The mentee may go to this mentor only.</summary>
    OnlyChoice,

    /// <summary>No allowed mentor is better for this mentee.</summary>
    BestChoice,

    /// <summary>The mentor is the mentee's <see cref="Reason.Rank"/>-th best of <see cref="Reason.Of"/>.</summary>
    RankedChoice,

    /// <summary>A better mentor is full with <see cref="Reason.Mentees"/>.</summary>
    BetterTaken,

    /// <summary>Without this pair the best plan loses <see cref="Reason.Total"/> and <see cref="Reason.Cover"/> by the <see cref="Reason.Moves"/>.</summary>
    SwapPrice,

    /// <summary>No pair with any mentor is listed.</summary>
    NoPairs,

    /// <summary>The pair with <see cref="Reason.Mentor"/> is forbidden by <see cref="Reason.Rule"/>.</summary>
    Forbidden,

    /// <summary><see cref="Reason.Mentor"/> has capacity 0.</summary>
    NoCapacity,

    /// <summary><see cref="Reason.Mentor"/> is full with <see cref="Reason.Mentees"/>.</summary>
    MentorFull,

    /// <summary><see cref="Reason.Mentor"/> has room, but the pair's weight would make the total, wanted first, no larger.</summary>
    AddsNothing,

    /// <summary>The pair with <see cref="Reason.Mentor"/> is weaker than the weakest match of the plan may be, <see cref="Reason.Limit"/>; the mentor may be full with <see cref="Reason.Mentees"/> besides.</summary>
    BelowWorst,

    /// <summary><see cref="Reason.Mentor"/> already helps this mentee, whose other needs ask for other mentors.</summary>
    AlreadyHelps,

    /// <summary>To serve this mentee too, the plan would lose <see cref="Reason.Total"/> and <see cref="Reason.Cover"/> by the <see cref="Reason.Moves"/>.</summary>
    EntryPrice,

    /// <summary><see cref="Reason.Mentor"/> does not rank this one, or is not ranked (stable plans).</summary>
    NotAcceptable,
}

/// <summary>A reason: what kind, and who and how much it is about. Words are the caller's.</summary>
public sealed record Reason(ReasonKind Kind)
{
    public string? Mentor { get; init; }
    public IReadOnlyList<string> Mentees { get; init; } = [];
    public double? Weight { get; init; }
    public string? Rule { get; init; }
    public double? Limit { get; init; }
    public int? Rank { get; init; }
    public int? Of { get; init; }
    public double? Total { get; init; }
    public int? Cover { get; init; }
    public IReadOnlyList<Move> Moves { get; init; } = [];
}

/// <summary>One step of a rearrangement: a mentee goes from one mentor (or nobody) to another (or nobody).</summary>
public sealed record Move(string Mentee, string? From, string? To);

/// <summary>The cheapest rearrangement: how much less the total (<paramref name="Total"/>) and how many fewer matches (<paramref name="Cover"/>; negative is gain),
/// judged in the order of the objectives and with no match weaker than the plan's floor, if one was wanted; and who moves.</summary>
public sealed record Swap(double Total, int Cover, IReadOnlyList<Move> Moves);
