namespace Stupeni.Matching;

public sealed class SwapTests
{
    [Fact]
    public void Three_who_help_each_other_in_turn_make_a_circle()
    {
        var plan = SwapPlan.Of([new("c", "a"), new("a", "b"), new("b", "c"), new("a", "d")]);

        var cycle = Assert.Single(plan.Cycles);
        Assert.Equal(["a", "b", "c"], cycle.Members);
        Assert.Equal(3, plan.Covered);
        Assert.True(plan.Optimal);
    }

    [Fact]
    public void A_circle_of_five_is_too_long_and_nothing_else_is_nothing()
    {
        Assert.Empty(SwapPlan.Of([new("a", "b"), new("b", "c"), new("c", "d"), new("d", "e"), new("e", "a"), new("f", "f")]).Cycles);
        Assert.Empty(SwapPlan.Of([]).Cycles);
    }

    [Fact]
    public void No_choice_of_circles_covers_more_needs()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var (members, longest, most) = (random.Next(2, 9), random.Next(2, 5), random.Next(1, 4));
            Help[] helps = [.. from a in Enumerable.Range(0, members) from b in Enumerable.Range(0, members) where a != b && random.NextDouble() < 0.35 select new Help($"s{a}", $"s{b}", random.Next(1, most + 1))];
            var plan = SwapPlan.Of(helps, longest);
            Holds(plan, helps, longest);
            Assert.True(plan.Optimal, $"seed {seed}");
            Assert.True(plan.Covered == Most(helps, longest, members), $"seed {seed}");
        }
    }

    [Fact]
    public void A_region_of_schools_is_solved_to_the_bound()
    {
        var random = new Random(5);
        Help[] helps = [.. from a in Enumerable.Range(0, 150) from _ in Enumerable.Range(0, 5) let b = random.Next(150) where a != b select new Help($"s{a:000}", $"s{b:000}", random.Next(1, 4))];
        var plan = SwapPlan.Of(helps, stop: TestContext.Current.CancellationToken);
        Holds(plan, helps, 4);
        Assert.True(plan.Optimal);
        Assert.Equal(plan.Cycles.Select(Written), SwapPlan.Of([.. helps.Reverse()]).Cycles.Select(Written));

        static string Written(SwapCycle cycle) => $"{string.Join(" ", cycle.Members)}: {cycle.Needs}";
    }

    [Fact]
    public void An_exchange_with_too_many_circles_to_list_still_has_a_plan_and_a_bound()
    {
        Help[] helps = [.. from a in Enumerable.Range(0, 80) from b in Enumerable.Range(0, 80) where a != b select new Help($"s{a:000}", $"s{b:000}")];
        var plan = SwapPlan.Of(helps, stop: TestContext.Current.CancellationToken);
        Holds(plan, helps, 4);
        Assert.Equal((80, 80), (plan.Covered, plan.Bound));
    }

    [Fact]
    public void Needs_below_one_and_circles_of_one_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SwapPlan.Of([new("a", "b", 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => SwapPlan.Of([], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SwapPlan.Of([], 5));
    }

    private static void Holds(SwapPlan plan, Help[] helps, int longest)
    {
        var members = plan.Cycles.SelectMany(cycle => cycle.Members).ToList();
        Assert.Equal(members.Count, members.Distinct().Count());
        foreach (var cycle in plan.Cycles)
        {
            Assert.InRange(cycle.Members.Count, 2, longest);
            Assert.Equal(cycle.Needs, cycle.Members.Select((from, i) => helps.Where(help => help.From == from && help.To == cycle.Members[(i + 1) % cycle.Members.Count]).Max(help => help.Needs)).Sum());
        }
    }

    /// <summary>Who helps whom next, over all choices: the first member not yet decided stays out or closes a circle.</summary>
    private static int Most(Help[] helps, int longest, int members)
    {
        var needs = new int[members, members];
        foreach (var help in helps) needs[help.From[1] - '0', help.To[1] - '0'] = help.Needs;
        return Rest(0);

        int Rest(int used)
        {
            var first = 0;
            while (first < members && (used >> first & 1) == 1) first++;
            return first == members ? 0 : Math.Max(Rest(used | 1 << first), From(first, first, used | 1 << first, 1, 0));
        }

        int From(int first, int last, int used, int length, int covered)
        {
            var most = length > 1 && needs[last, first] > 0 ? covered + needs[last, first] + Rest(used) : 0;
            for (var next = 0; next < members && length < longest; next++)
            {
                if ((used >> next & 1) == 0 && needs[last, next] > 0) most = Math.Max(most, From(first, next, used | 1 << next, length + 1, covered + needs[last, next]));
            }

            return most;
        }
    }
}
