namespace Stupeni.Matching;

/// <summary>Whom somebody accepts, the dearest first. Who is not named is not accepted.</summary>
public sealed record Ranking(string Id, IReadOnlyList<string> Choices);

/// <summary>The two sides.</summary>
public enum Side
{
    Mentees,
    Mentors,
}

/// <summary>Who prefers whom on both sides. A pair can be made when each names the other and it is not forbidden; a pinned pair is made whatever the rankings say
/// and takes up a place on both sides. Who has no ranking accepts nobody.</summary>
public sealed record StableProblem
{
    public required IReadOnlyList<Mentor> Mentors { get; init; }
    public required IReadOnlyList<Mentee> Mentees { get; init; }

    /// <summary>Mentors' rankings of mentees.</summary>
    public required IReadOnlyList<Ranking> OfMentors { get; init; }

    /// <summary>Mentees' rankings of mentors.</summary>
    public required IReadOnlyList<Ranking> OfMentees { get; init; }

    public IReadOnlyList<Link> Forbidden { get; init; } = [];
    public IReadOnlyList<Link> Pinned { get; init; } = [];

    /// <summary>The side that proposes gets the best that any stable plan gives it.</summary>
    public Side Proposers { get; init; } = Side.Mentees;
}
