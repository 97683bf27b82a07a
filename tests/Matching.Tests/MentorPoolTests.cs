namespace Stupeni.Matching;

/// <summary>The invented pool of 120 mentors and 160 mentees, with the weights of its generator.</summary>
public sealed class MentorPoolTests
{
    private static readonly Problem Pool = Read();

    [Fact]
    public void The_pool_reaches_the_reference_optima()
    {
        var truth = Oracle.Read("mentors-small/truth.json");
        Assert.Equal(truth.Int("allowed_pairs"), Pool.Pairs.Count);
        Assert.Equal(truth.Number("weight_checksum_allowed"), Pool.Pairs.Sum(pair => pair.Weight));

        var plan = Plan.Of(Pool with { Order = Objectives.StartingWith(Objective.Total) });
        Some.Holds(plan, Pool);
        Some.IsProved(plan);
        Assert.Equal(truth.Number("optimum_with_capacities"), plan.Total);
        Assert.Equal(truth.Int("matched_with_capacities"), plan.Covered);

        var one = Plan.Of(Pool with { Order = Objectives.StartingWith(Objective.Total), Mentors = [.. Pool.Mentors.Select(mentor => mentor with { Capacity = 1 })] });
        Assert.Equal((truth.Number("optimum_capacity_1"), truth.Int("matched_capacity_1")), (one.Total, one.Covered));
    }

    [Fact]
    public void Every_match_and_every_unmatched_mentee_of_the_pool_has_its_reasons()
    {
        var problem = Pool with { Mentors = [.. Pool.Mentors.Select(mentor => mentor with { Capacity = 1 })] };
        var plan = Plan.Of(problem);
        Assert.Equal(40, plan.Unmatched.Count);
        foreach (var match in plan.Matches)
        {
            var reasons = plan.Explain(match);
            Assert.Contains(reasons[0].Kind, new[] { ReasonKind.OnlyChoice, ReasonKind.BestChoice, ReasonKind.RankedChoice });
            var price = reasons[^1];
            Assert.Equal(ReasonKind.SwapPrice, price.Kind);
            Assert.True(price.Cover > 0 || (price.Cover == 0 && price.Total >= 0));
            Assert.Equal(match.Mentee, price.Moves[0].Mentee);
            Assert.Equal(match.Mentor, price.Moves[0].From);
        }

        foreach (var unmatched in plan.Unmatched)
        {
            var reasons = plan.Explain(unmatched);
            var others = reasons.Where(reason => reason.Kind != ReasonKind.EntryPrice).ToList();
            Assert.NotEmpty(others);
            Assert.All(others, reason => Assert.Contains(reason.Kind, new[] { ReasonKind.MentorFull, ReasonKind.BelowWorst }));
            Assert.All(others.Where(reason => reason.Kind == ReasonKind.MentorFull), reason => Assert.Single(reason.Mentees));

            // Who can enter at all would push somebody out, at a price.
            if (reasons[^1] is { Kind: ReasonKind.EntryPrice } entry) Assert.True(entry.Moves[0].Mentee == unmatched.Mentee && entry.Total >= 0 && entry.Cover == 0);
            else Assert.All(problem.Pairs.Where(pair => pair.Mentee == unmatched.Mentee), pair => Assert.True(pair.Weight < plan.Worst));
        }
    }

    [Fact]
    public void The_second_best_plan_of_the_pool_is_other_and_no_better()
    {
        var plan = Plan.Of(Pool);
        var second = plan.SecondBest(TestContext.Current.CancellationToken)!;
        Assert.NotEqual(plan.Matches, second.Matches);
        Assert.Equal(plan.Covered, second.Covered);
        Assert.Equal(plan.Worst, second.Worst);
        Assert.True(second.Total <= plan.Total);
    }

    private static Problem Read()
    {
        var (mentors, mentees) = (Rows("mentors"), Rows("mentees"));
        var excluded = Rows("exclusions").Select(row => (row["mentor_id"], row["teacher_id"])).ToHashSet();
        return new Problem
        {
            Mentors = [.. mentors.Select(row => new Mentor(row["mentor_id"], int.Parse(row["capacity"])))],
            Mentees = [.. mentees.Select(row => new Mentee(row["teacher_id"]))],
            Pairs = [.. from mentor in mentors
                        from mentee in mentees
                        let weight = Weight(mentor, mentee)
                        where weight is not null && !excluded.Contains((mentor["mentor_id"], mentee["teacher_id"]))
                        select new Pair(mentor["mentor_id"], mentee["teacher_id"], weight.Value)],
        };
    }

    private static double? Weight(Dictionary<string, string> mentor, Dictionary<string, string> mentee)
    {
        var skill = Enumerable.Range(1, 12).Sum(k => int.Parse(mentor[$"s{k:00}"]) * int.Parse(mentee[$"n{k:00}"]));
        var (x, y) = (int.Parse(mentor["x_km"]) - int.Parse(mentee["x_km"]), int.Parse(mentor["y_km"]) - int.Parse(mentee["y_km"]));
        var far = Math.Floor(Math.Sqrt(x * x + y * y) + 0.5);
        var weight = 100 * skill + (Same("subject_code") ? 400 : 0) + (Same("municipality_code") ? 150 : 0) - far;
        return Same("school_id") || (far > int.Parse(mentor["max_km"]) && mentor["remote"] != "1") || skill < 10 || weight <= 0 ? null : weight;

        bool Same(string column) => mentor[column] == mentee[column];
    }

    private static List<Dictionary<string, string>> Rows(string name)
    {
        var lines = File.ReadAllLines(Oracle.PathOf($"mentors-small/{name}.csv"));
        var header = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => header.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}
