namespace Stupeni.Matching;

/// <summary>Against every plan there is, on problems small enough to write them all down.</summary>
public sealed class BruteForceTests
{
    private const int Problems = 3000;

    [Fact]
    public void No_plan_beats_the_one_found()
    {
        for (var seed = 0; seed < Problems; seed++)
        {
            var problem = Some.Small(seed);
            var plan = Plan.Of(problem);
            Some.Holds(plan, problem);

            var best = Some.AllPlans(problem).Select(pairs => Some.Worth([.. pairs.Select(pair => pair.Weight)], problem.Order)).Aggregate((a, b) => Some.Compare(b, a) > 0 ? b : a);
            Assert.True(Some.Compare(best, plan.Worth(problem)) == 0, $"seed {seed}: {string.Join(" ", best)} found {string.Join(" ", plan.Worth(problem))} for {string.Join(" ", problem.Order)}");
            Assert.All(plan.Proofs, proof => Assert.True(proof.Bound == proof.Value, $"seed {seed}: {proof} of {string.Join(" ", problem.Order)}"));
        }
    }

    [Fact]
    public void The_second_best_plan_is_the_best_of_the_others()
    {
        for (var seed = 0; seed < Problems; seed++)
        {
            var problem = Some.Small(seed);
            var plan = Plan.Of(problem);
            var second = plan.SecondBest();
            var first = plan.Matches.Select(match => (match.Mentor, match.Mentee)).ToHashSet();
            var others = Some.AllPlans(problem).Where(pairs => !first.SetEquals(pairs.Select(pair => (pair.Mentor, pair.Mentee)))).ToList();
            if (others.Count == 0)
            {
                Assert.True(second is null, $"seed {seed}");
                continue;
            }

            var best = others.Select(pairs => Some.Worth([.. pairs.Select(pair => pair.Weight)], problem.Order)).Aggregate((a, b) => Some.Compare(b, a) > 0 ? b : a);
            Assert.True(second is not null, $"seed {seed}: there is {string.Join(" ", best)} for {string.Join(" ", problem.Order)}, found {string.Join(", ", plan.Matches)} in {string.Join(", ", problem.Pairs)}");
            Assert.False(first.SetEquals(second.Matches.Select(match => (match.Mentor, match.Mentee))), $"seed {seed}");
            Assert.True(Some.Compare(best, second.Worth(problem)) == 0, $"seed {seed}: {string.Join(" ", best)} found {string.Join(" ", second.Worth(problem))} for {string.Join(" ", problem.Order)}");
        }
    }

    [Fact]
    public void The_price_of_a_match_is_what_the_best_plan_without_it_loses()
    {
        for (var seed = 0; seed < Problems; seed++)
        {
            var problem = Some.Small(seed) with { Order = seed % 2 == 0 ? [Objective.Total, Objective.Cover] : [Objective.Cover, Objective.Total] };
            var plan = Plan.Of(problem);
            foreach (var match in plan.Matches)
            {
                var price = plan.PriceOf(match);
                Assert.Equal(match.Pinned, price is null);
                if (price is null) continue;

                var without = Plan.Of(problem with { Forbidden = [.. problem.Forbidden, new Link(match.Mentor, match.Mentee)] });
                Assert.True((plan.Total - without.Total, plan.Covered - without.Covered) == (price.Total, price.Cover), $"seed {seed}: {match} {price}");
            }
        }
    }
}
