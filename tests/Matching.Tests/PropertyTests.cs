using Stupeni.Matching.Solving;

namespace Stupeni.Matching;

public sealed class PropertyTests
{
    [Fact]
    public void The_dual_prices_allow_no_better_and_are_exact_on_every_match()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = Some.Small(seed, most: 12) with { Order = seed % 2 == 0 ? [Objective.Total] : [Objective.Total, Objective.Cover] };
            var solution = Plan.Of(problem).Solution;
            var instance = Instance.Of(problem);
            var (u, v, units) = (solution.ColumnPrices, solution.RowPrices, solution.Units);
            for (var row = 0; row < v.Length; row++)
            {
                if (instance.Needs[row] == 0) continue;
                Assert.True(v[row] >= 0);
                var matched = Enumerable.Range(units.First[row], instance.Needs[row]).Select(unit => units.Column[unit]).Where(column => column >= 0).ToHashSet();
                if (matched.Count < instance.Needs[row]) Assert.Equal(0, v[row]);
                for (var column = 0; column < u.Length; column++)
                {
                    var slack = v[row] + u[column] - solution.Lens.Of(instance.Weights[row, column]);
                    if (double.IsNaN(slack)) continue;
                    if (!matched.Contains(column)) Assert.True(slack >= 0, $"seed {seed}");
                    else Assert.True(instance.Needs[row] == 1 ? slack == 0 : slack <= 0, $"seed {seed}");
                }
            }

            Assert.All(Enumerable.Range(0, u.Length), column => Assert.True(u[column] >= 0 && (u[column] == 0 || units.Load[column] == instance.Capacity[column])));
        }
    }

    [Fact]
    public void The_plan_does_not_depend_on_the_order_of_the_lists()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var problem = Some.Small(seed, most: 8);
            var random = new Random(seed);
            var shuffled = problem with { Mentors = Shuffled(problem.Mentors), Mentees = Shuffled(problem.Mentees), Pairs = Shuffled(problem.Pairs), Forbidden = Shuffled(problem.Forbidden) };
            Assert.Equal(Plan.Of(problem).Matches, Plan.Of(shuffled).Matches);

            T[] Shuffled<T>(IReadOnlyList<T> list) => [.. list.OrderBy(_ => random.Next())];
        }
    }

    [Fact]
    public void A_matrix_and_the_same_pairs_give_plans_of_equal_worth()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var sparse = Some.Small(seed, most: 12);
            var weights = sparse.Pairs.ToDictionary(pair => (pair.Mentee, pair.Mentor), pair => pair.Weight);
            var mentors = sparse.Mentors.Reverse().ToList();
            var dense = sparse with
            {
                Mentors = mentors,
                Pairs = [],
                Matrix = [.. sparse.Mentees.Select(mentee => mentors.Select(mentor => weights.GetValueOrDefault((mentee.Id, mentor.Id), double.NaN)).ToArray())],
            };
            var plan = Plan.Of(dense);
            Some.Holds(plan, dense);
            Some.IsProved(plan);
            Assert.Equal(Plan.Of(sparse).Worth(sparse), plan.Worth(dense));
        }
    }

    [Fact]
    public void Larger_problems_are_proved_whatever_is_wanted_first()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = Some.Small(seed, most: 60);
            var plan = Plan.Of(problem);
            Some.Holds(plan, problem);
            Some.IsProved(plan);
        }
    }

    [Fact]
    public void Decimals_are_exact_and_other_numbers_within_the_stated_error()
    {
        var random = new Random(3);
        var whole = SplitMix.Table(8, 30, 30, 100_000);
        var expected = Plan.Of(Some.Table(whole, Objective.Total));
        var tenths = Plan.Of(Some.Table(Array.ConvertAll(whole, row => Array.ConvertAll(row, weight => weight / 1000)), Objective.Total));
        Assert.Equal((1000, true), (tenths.Scaling.Factor, tenths.Scaling.Exact));
        Assert.Equal(expected.Matches.Select(match => (match.Mentor, match.Mentee)), tenths.Matches.Select(match => (match.Mentor, match.Mentee)));
        Assert.Equal((expected.Total / 1000, expected.Total / 1000), (tenths.Total, tenths.Bound));

        var real = Plan.Of(Some.Table([.. Enumerable.Range(0, 30).Select(_ => Enumerable.Range(0, 30).Select(_ => random.NextDouble() * Math.PI).ToArray())], [.. Objectives.StartingWith(Objective.Cover)]));
        Assert.False(real.Scaling.Exact);
        Assert.True(real.Optimal);
        Assert.InRange(real.Bound!.Value - real.Total, 0, 60 * real.Scaling.MostError);
        Assert.InRange(real.Scaling.MostError, 0, 1e-12);
    }

    [Fact]
    public void Adding_the_same_to_every_weight_keeps_the_plan_when_all_are_covered()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var table = SplitMix.Table((ulong)seed, 12, 12, 50);
            var (plain, moved) = (Plan.Of(Some.Table(table, Objective.Cover, Objective.Total)), Plan.Of(Some.Table(Array.ConvertAll(table, row => Array.ConvertAll(row, weight => weight - 1000)), Objective.Cover, Objective.Total)));
            Assert.Equal(plain.Total - 12_000, moved.Total);
        }
    }
}
