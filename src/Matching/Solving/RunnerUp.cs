namespace Stupeni.Matching.Solving;

/// <summary>The best plan that is not the best one. Any other plan either lacks one of its matches or has all of them and more
/// (Murty, Operations Research 16 (1968) 682), so it is enough to look at each match left out, by its price, and at what could be added.</summary>
internal static class RunnerUp
{
    public static Plan? Of(Problem problem, Plan best, CancellationToken stop)
    {
        var candidates = Added(problem, best, stop) is { } added ? new List<Plan> { added } : [];
        foreach (var match in Cheapest(problem, best, stop))
        {
            var plan = Plan.Of(problem with { Forbidden = [.. problem.Forbidden, new Link(match.Mentor, match.Mentee)] }, stop);
            candidates.Add(plan);
            if (Compare(plan, best, problem.Order) == 0) break;
        }

        return candidates.Count == 0 ? null : candidates.Aggregate((a, b) => Compare(b, a, problem.Order) > 0 ? b : a);
    }

    /// <summary>The matches worth leaving out. Prices decide when no plan with a weaker match can be better than the cheapest of them; else every match is tried.</summary>
    private static List<Match> Cheapest(Problem problem, Plan best, CancellationToken stop)
    {
        var free = best.Matches.Where(match => !match.Pinned).ToList();
        var place = problem.Order.ToList().IndexOf(Objective.Worst);
        if (place == 0) return free;

        // The dual prices hold below the floor too, unless the floor was there before them.
        var last = place < 0 || (place == problem.Order.Count - 1 && !(place == 1 && problem.Order[0] == Objective.Cover));

        var lens = last ? best.Solution.Lens with { Floor = double.NegativeInfinity } : best.Solution.Lens;
        var (cheapest, least, swap) = (new List<Match>(), double.PositiveInfinity, default(Swap));
        foreach (var match in free)
        {
            stop.ThrowIfCancellationRequested();
            var steps = best.Explanation.Without(match, lens)!;
            var price = best.Explanation.Cost(steps, lens);
            if (price > least) continue;
            if (price < least) cheapest.Clear();
            (least, swap) = (price, best.Explanation.Read(steps));
            cheapest.Add(match);
        }

        if (last || swap is null) return place < 0 ? [.. cheapest.Take(1)] : cheapest;

        var kept = problem.Order[0] == Objective.Cover ? swap.Cover == 0 : swap.Total == 0;
        return kept ? cheapest : free;
    }

    /// <summary>The best plan with every match of this one and at least one more: there is room for such only where more would make it worse.</summary>
    private static Plan? Added(Problem problem, Plan best, CancellationToken stop)
    {
        var used = best.Matches.ToLookup(match => match.Mentor);
        var helped = best.Matches.ToLookup(match => match.Mentee);
        var rest = problem with
        {
            Mentors = [.. problem.Mentors.Select(mentor => mentor with { Capacity = mentor.Capacity - used[mentor.Id].Count() })],
            Mentees = [.. problem.Mentees.Select(mentee => mentee with { Needs = mentee.Needs - helped[mentee.Id].Count() })],
            Forbidden = [.. problem.Forbidden, .. best.Matches.Select(match => new Link(match.Mentor, match.Mentee))],
            Pinned = [],
            Order = problem.Order[0] == Objective.Worst ? problem.Order : [Objective.Worst, Objective.Cover],
        };
        var more = Plan.Of(rest, stop).Matches;
        if (more.Count == 0) return null;

        var added = problem.Order[0] == Objective.Worst ? more : [more[0]];
        return Plan.Of(Exactly(problem, [.. best.Matches, .. added]), stop);
    }

    /// <summary>The problem whose only plan is this one.</summary>
    private static Problem Exactly(Problem problem, IReadOnlyList<Match> matches) => problem with
    {
        Pairs = [.. matches.Select(match => new Pair(match.Mentor, match.Mentee, match.Weight))],
        Matrix = null,
        Pinned = [.. matches.Select(match => new Link(match.Mentor, match.Mentee))],
    };

    private static int Compare(Plan a, Plan b, IReadOnlyList<Objective> order)
    {
        foreach (var objective in order)
        {
            var compared = Value(a, objective).CompareTo(Value(b, objective));
            if (compared != 0) return compared;
        }

        return 0;
    }

    private static double Value(Plan plan, Objective objective) => objective switch
    {
        Objective.Cover => plan.Covered,
        Objective.Worst => plan.Worst ?? double.NegativeInfinity,
        _ => plan.Total,
    };
}
