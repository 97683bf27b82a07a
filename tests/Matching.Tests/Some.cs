namespace Stupeni.Matching;

/// <summary>Problems for tests, and what a test asks of a plan.</summary>
internal static class Some
{
    public static Mentor[] Mentors(params int[] capacities) => [.. capacities.Select((capacity, i) => new Mentor($"m{i:00000}", capacity))];

    public static Mentee[] Mentees(params int[] needs) => [.. needs.Select((need, i) => new Mentee($"t{i:00000}", need))];

    public static int[] Ones(int count) => [.. Enumerable.Repeat(1, count)];

    public static Problem Table(double[][] table, params IReadOnlyList<Objective> order) => new()
    {
        Mentors = Mentors(Ones(table.Length == 0 ? 0 : table[0].Length)),
        Mentees = Mentees(Ones(table.Length)),
        Matrix = table,
        Order = order,
    };

    /// <summary>A small random problem: capacities 0-2, needs 0-2, some pairs not allowed, some forbidden, perhaps one pinned; weights from a few values so that ties are many.</summary>
    public static Problem Small(int seed, int most = 4)
    {
        var random = new Random(seed);
        var mentors = Mentors([.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => random.Next(0, 3))]);
        var mentees = Mentees([.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => random.Next(0, 3))]);
        var (low, high) = random.Next(3) switch { 0 => (1, 4), 1 => (-5, 10), _ => (0, 1000) };
        var pairs = (from mentor in mentors from mentee in mentees where random.NextDouble() < 0.75 select new Pair(mentor.Id, mentee.Id, random.Next(low, high))).ToList();
        var forbidden = pairs.Where(_ => random.NextDouble() < 0.1).Select(pair => new Link(pair.Mentor, pair.Mentee, "rule")).ToList();
        var orders = new Objective[][] { [.. Objectives.StartingWith(Objective.Cover)], [.. Objectives.StartingWith(Objective.Worst)], [.. Objectives.StartingWith(Objective.Total)], [Objective.Cover, Objective.Total], [Objective.Total], [Objective.Cover, Objective.Total, Objective.Worst], [Objective.Total, Objective.Worst, Objective.Cover], [Objective.Cover, Objective.Worst], [Objective.Worst, Objective.Cover], [Objective.Cover] };
        var pins = pairs.Where(pair => random.NextDouble() < 0.1
            && !forbidden.Exists(link => link.Mentor == pair.Mentor && link.Mentee == pair.Mentee)
            && mentors.Single(m => m.Id == pair.Mentor).Capacity > 0 && mentees.Single(t => t.Id == pair.Mentee).Needs > 0).Take(1).Select(pair => new Link(pair.Mentor, pair.Mentee));
        return new Problem { Mentors = mentors, Mentees = mentees, Pairs = pairs, Forbidden = forbidden, Pinned = [.. pins], Order = orders[random.Next(orders.Length)] };
    }

    /// <summary>Every plan there is.</summary>
    public static List<List<Pair>> AllPlans(Problem problem)
    {
        var allowed = problem.Pairs.Where(pair => !problem.Forbidden.Any(link => link.Mentor == pair.Mentor && link.Mentee == pair.Mentee)).ToList();
        var capacity = problem.Mentors.ToDictionary(mentor => mentor.Id, mentor => mentor.Capacity);
        var needs = problem.Mentees.ToDictionary(mentee => mentee.Id, mentee => mentee.Needs);
        var (plans, chosen) = (new List<List<Pair>>(), new List<Pair>());
        Choose(0);
        return plans;

        void Choose(int at)
        {
            if (at == allowed.Count)
            {
                if (problem.Pinned.All(link => chosen.Exists(pair => pair.Mentor == link.Mentor && pair.Mentee == link.Mentee))) plans.Add([.. chosen]);
                return;
            }

            Choose(at + 1);
            var pair = allowed[at];
            if (capacity[pair.Mentor] == 0 || needs[pair.Mentee] == 0) return;
            (capacity[pair.Mentor], needs[pair.Mentee]) = (capacity[pair.Mentor] - 1, needs[pair.Mentee] - 1);
            chosen.Add(pair);
            Choose(at + 1);
            chosen.RemoveAt(chosen.Count - 1);
            (capacity[pair.Mentor], needs[pair.Mentee]) = (capacity[pair.Mentor] + 1, needs[pair.Mentee] + 1);
        }
    }

    public static double[] Worth(IReadOnlyCollection<double> weights, IReadOnlyList<Objective> order) => [.. order.Select(objective => objective switch
    {
        Objective.Cover => weights.Count,
        Objective.Worst => weights.Count == 0 ? double.NegativeInfinity : weights.Min(),
        _ => weights.Sum(),
    })];

    public static int Compare(double[] a, double[] b)
    {
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i]) return a[i].CompareTo(b[i]);
        }

        return 0;
    }

    public static double[] Worth(this Plan plan, Problem problem) => Worth([.. plan.Matches.Select(match => match.Weight)], problem.Order);

    /// <summary>The plan breaks nothing: capacity, needs, what is allowed, forbidden, pinned.</summary>
    public static void Holds(Plan plan, Problem problem)
    {
        var used = plan.Matches.GroupBy(match => match.Mentor).ToDictionary(group => group.Key, group => group.Count());
        var helped = plan.Matches.GroupBy(match => match.Mentee).ToDictionary(group => group.Key, group => group.Count());
        Assert.All(problem.Mentors, mentor => Assert.True(used.GetValueOrDefault(mentor.Id) <= mentor.Capacity));
        Assert.All(problem.Mentees, mentee => Assert.True(helped.GetValueOrDefault(mentee.Id) <= mentee.Needs));
        Assert.Equal(plan.Matches.Count, plan.Matches.Select(match => (match.Mentor, match.Mentee)).Distinct().Count());
        Assert.All(problem.Forbidden, link => Assert.DoesNotContain(plan.Matches, match => match.Mentor == link.Mentor && match.Mentee == link.Mentee));
        Assert.All(problem.Pinned, link => Assert.Contains(plan.Matches, match => match.Pinned && match.Mentor == link.Mentor && match.Mentee == link.Mentee));
        var mentorAt = problem.Mentors.Select((mentor, i) => (mentor.Id, i)).ToDictionary();
        var menteeAt = problem.Mentees.Select((mentee, i) => (mentee.Id, i)).ToDictionary();
        if (problem.Matrix is { } matrix) Assert.All(plan.Matches, match => Assert.Equal(matrix[menteeAt[match.Mentee]][mentorAt[match.Mentor]], match.Weight));
        else Assert.All(plan.Matches, match => Assert.Contains(new Pair(match.Mentor, match.Mentee, match.Weight), problem.Pairs));
        Assert.Equal(problem.Mentees.Sum(mentee => mentee.Needs), plan.Covered + plan.Unmatched.Sum(unmatched => unmatched.Missing));
        Assert.Equal(plan.Matches.Count, plan.Covered);
        Assert.Equal(plan.Matches.Sum(match => match.Weight), plan.Total, 1e-9 * (1 + Math.Abs(plan.Total)));
    }

    /// <summary>Each objective reached exactly what was proved to be the most.</summary>
    public static void IsProved(Plan plan)
    {
        Assert.True(plan.Optimal);
        Assert.All(plan.Proofs, proof => Assert.Equal(proof.Bound, proof.Value));
    }
}
