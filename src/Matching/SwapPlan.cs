using Stupeni.Matching.Solving;

namespace Stupeni.Matching;

/// <summary>Somebody can help somebody else with so many of the other's needs.</summary>
public sealed record Help(string From, string To, int Needs = 1);

/// <summary>A circle of exchange: each member helps the next, the last helps the first; <paramref name="Needs"/> are covered in all.</summary>
public sealed record SwapCycle(IReadOnlyList<string> Members, int Needs);

/// <summary>Circles of two to four, nobody in more than one, that together cover most needs.
/// Formulation: x = 1 for a circle taken, Σ over the circles of one member ≤ 1, maximise Σ needs x (the cycle formulation of exchange:
/// Abraham, Blum, Sandholm, EC 2007; Roth, Sönmez, Ünver, AER 97 (2007) 828). Method: all circles are listed; the linear relaxation prices each member;
/// branch and bound closes the gap between its bound and the best plan so far. The problem is NP-hard: where the search is cut short
/// by its budget of steps, <see cref="Optimal"/> is false and <see cref="Bound"/> still holds. Deterministic: the same helps, whatever their order, give the same plan.</summary>
public sealed class SwapPlan
{
    /// <summary>Circles longer than four are hard to hold together.</summary>
    public const int Longest = 4;

    private SwapPlan(IReadOnlyList<SwapCycle> cycles, int bound) => (Cycles, Bound) = (cycles, bound);

    /// <summary>In the order of their first members; a circle begins with its first member by id.</summary>
    public IReadOnlyList<SwapCycle> Cycles { get; }

    /// <summary>Needs covered.</summary>
    public int Covered => Cycles.Sum(cycle => cycle.Needs);

    /// <summary>No plan covers more than this.</summary>
    public int Bound { get; }

    public bool Optimal => Covered == Bound;

    /// <summary>Plans an exchange. Help of oneself is passed over; of two helps from one to another the larger counts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Needs below 1, or a longest circle outside 2-4.</exception>
    public static SwapPlan Of(IReadOnlyList<Help> helps, int longest = Longest, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(longest, Longest);
        foreach (var help in helps) ArgumentOutOfRangeException.ThrowIfLessThan(help.Needs, 1);

        string[] members = [.. helps.SelectMany(help => new[] { help.From, help.To }).Distinct().Order(StringComparer.Ordinal)];
        var circles = Circles.Of(members, helps, longest, stop);
        var (chosen, bound) = CirclePacking.Solve(circles, stop);
        return new SwapPlan([.. chosen.Select(k => circles.List[k]).OrderBy(circle => circle.Members[0]).Select(circle => new SwapCycle([.. circle.Members.Select(m => members[m])], circle.Needs))], bound);
    }
}
