namespace Stupeni.Matching;

/// <summary>One who helps at most <paramref name="Capacity"/> others; 0 means nobody now.</summary>
public sealed record Mentor(string Id, int Capacity = 1);

/// <summary>One who needs the help of <paramref name="Needs"/> different mentors.</summary>
public sealed record Mentee(string Id, int Needs = 1);

/// <summary>A pair that may be made, and how good it is: larger is better, negative is allowed.</summary>
public sealed record Pair(string Mentor, string Mentee, double Weight);

/// <summary>A pair named by a rule: forbidden or pinned. <paramref name="Rule"/> is the caller's name of the rule and comes back in the reasons.</summary>
public sealed record Link(string Mentor, string Mentee, string? Rule = null);

/// <summary>What a plan is judged by. Each is made as large as can be.</summary>
public enum Objective
{
    /// <summary>How many needs are filled: the number of matches.</summary>
    Cover,

    /// <summary>The weight of the weakest match. A plan without matches is weaker than any other.</summary>
    Worst,

    /// <summary>The sum of the weights of the matches.</summary>
    Total,
}

/// <summary>Orders of objectives.</summary>
public static class Objectives
{
    private static readonly Objective[] Usual = [Objective.Cover, Objective.Worst, Objective.Total];

    /// <summary>The one named, the others after it in the order cover, worst, total.</summary>
    public static IReadOnlyList<Objective> StartingWith(Objective first) => [first, .. Usual.Where(other => other != first)];
}

/// <summary>Who may help whom, and what is wanted of the plan.
/// Ids are told apart letter by letter. Only pairs that are listed are allowed: in <see cref="Pairs"/>, or in <see cref="Matrix"/>, never in both.
/// Weights: whole numbers up to 2^51 / (matches + 1) are solved exactly, so are those with up to six decimals; others by the scaling that <see cref="Scaling"/> states.
/// A problem that cannot be solved as it stands is refused with every reason: <see cref="Plan.Of"/> throws <see cref="ProblemRefused"/>.</summary>
public sealed record Problem
{
    public required IReadOnlyList<Mentor> Mentors { get; init; }
    public required IReadOnlyList<Mentee> Mentees { get; init; }
    public IReadOnlyList<Pair> Pairs { get; init; } = [];

    /// <summary>Weights, one row to a mentee, one column to a mentor, in the order of the two lists; NaN where the pair is not allowed. Read, never written.</summary>
    public IReadOnlyList<double[]>? Matrix { get; init; }

    /// <summary>Pairs that must not be made, listed above or not.</summary>
    public IReadOnlyList<Link> Forbidden { get; init; } = [];

    /// <summary>Pairs that must be made. Each has to be allowed, and to fit into capacity and needs.</summary>
    public IReadOnlyList<Link> Pinned { get; init; } = [];

    /// <summary>What is wanted first, second, third; what is left out is not looked at. Worst needs cover before it or right after it.
    /// Worst first is literal: the best plan then has only matches as strong as the strongest pair there is.
    /// "Serve as many as can be, the weakest match as strong as can be" is cover first.</summary>
    public IReadOnlyList<Objective> Order { get; init; } = Objectives.StartingWith(Objective.Cover);
}
