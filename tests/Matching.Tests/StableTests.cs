namespace Stupeni.Matching;

public sealed class StableTests
{
    [Fact]
    public void Deferred_acceptance_gives_the_reference_matching_for_either_side()
    {
        foreach (var expected in Oracle.Cases("stable-matching.json"))
        {
            var problem = Reference(expected);
            var plan = StablePlan.Of(problem, TestContext.Current.CancellationToken);

            Assert.Equal(expected.Ints("matchOfProposer"), MentorOf(plan, problem));
            Assert.Equal(expected.Number("proposals"), plan.Proposals);
            Assert.Equal(expected.Int("unmatched"), plan.Unmatched.Count);
            Assert.Equal(expected.Int("sumProposerRank"), plan.Matches.Sum(match => match.MenteeRank!.Value - 1));
            Assert.Empty(plan.BlockingPairs());

            if (!expected.TryGetProperty("matchOfReceiver_receiverOptimal", out _)) continue;
            var other = StablePlan.Of(problem with { Proposers = Side.Mentors }, TestContext.Current.CancellationToken);
            var menteeOf = other.Matches.ToDictionary(match => match.Mentor, match => Array.FindIndex([.. problem.Mentees], mentee => mentee.Id == match.Mentee));
            Assert.Equal(expected.Ints("matchOfReceiver_receiverOptimal"), problem.Mentors.Select(mentor => menteeOf.GetValueOrDefault(mentor.Id, -1)));
        }
    }

    [Fact]
    public void No_pair_would_leave_a_stable_plan_and_every_proposer_has_the_best_stable_choice()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = Random(seed, most: 3);
            var plan = StablePlan.Of(problem);
            Assert.Empty(plan.BlockingPairs());
            Assert.Empty(Blocking(problem, [.. plan.Matches.Select(match => (match.Mentor, match.Mentee))]));

            foreach (var stable in Everything(problem).Where(pairs => Blocking(problem, pairs).Count == 0))
            {
                foreach (var ranking in problem.OfMentees.Where(ranking => problem.Mentees.Single(mentee => mentee.Id == ranking.Id).Needs == 1))
                {
                    var here = plan.Matches.Where(match => match.Mentee == ranking.Id).Select(match => ranking.Choices.ToList().IndexOf(match.Mentor)).FirstOrDefault(int.MaxValue);
                    var there = stable.Where(pair => pair.Mentee == ranking.Id).Select(pair => ranking.Choices.ToList().IndexOf(pair.Mentor)).FirstOrDefault(int.MaxValue);
                    Assert.True(here <= there, $"seed {seed}: {ranking.Id}");
                }
            }
        }
    }

    [Fact]
    public void A_stable_plan_does_not_depend_on_the_order_of_the_lists()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var problem = Random(seed, most: 6);
            var turned = problem with { Mentors = [.. problem.Mentors.Reverse()], Mentees = [.. problem.Mentees.Reverse()], OfMentors = [.. problem.OfMentors.Reverse()], OfMentees = [.. problem.OfMentees.Reverse()] };
            Assert.Equal(StablePlan.Of(problem).Matches, StablePlan.Of(turned).Matches);
        }
    }

    [Fact]
    public void Who_is_left_out_of_a_stable_plan_hears_why_choice_by_choice()
    {
        var problem = new StableProblem
        {
            Mentors = [new("full"), new("shy"), new("away", 0), new("kin")],
            Mentees = [new("first"), new("left")],
            OfMentees = [new("first", ["full"]), new("left", ["full", "shy", "away", "kin"])],
            OfMentors = [new("full", ["first", "left"]), new("away", ["left"]), new("kin", ["left"])],
            Forbidden = [new("kin", "left", "family")],
        };
        var plan = StablePlan.Of(problem);

        Assert.Equal([new StableMatch("full", "first", 1, 1)], plan.Matches);
        var reasons = plan.Explain(Assert.Single(plan.Unmatched));
        Assert.Equal([ReasonKind.MentorFull, ReasonKind.NotAcceptable, ReasonKind.NoCapacity, ReasonKind.Forbidden], reasons.Select(reason => reason.Kind));
        Assert.Equal(["first"], reasons[0].Mentees);
        Assert.Equal("family", reasons[3].Rule);
    }

    [Fact]
    public void A_pinned_pair_is_made_and_takes_up_a_place()
    {
        var problem = new StableProblem
        {
            Mentors = [new("m")],
            Mentees = [new("a"), new("b")],
            OfMentees = [new("a", ["m"]), new("b", ["m"])],
            OfMentors = [new("m", ["a", "b"])],
            Pinned = [new("m", "b")],
        };

        Assert.Equal([new StableMatch("m", "b", 1, 2, true)], StablePlan.Of(problem).Matches);
    }

    [Fact]
    public void Rankings_that_name_somebody_twice_or_nobody_known_are_refused()
    {
        var problem = new StableProblem
        {
            Mentors = [new("m")],
            Mentees = [new("a")],
            OfMentees = [new("a", ["m", "m"]), new("a", [])],
            OfMentors = [new("m", ["stranger"]), new("nobody", ["a"])],
        };

        var refused = Assert.Throws<ProblemRefused>(() => StablePlan.Of(problem));
        Assert.Equal([FaultKind.RankedTwice, FaultKind.RankedTwice, FaultKind.UnknownMentee, FaultKind.UnknownMentor], refused.Faults.Select(fault => fault.Kind));
    }

    private static StableProblem Reference(System.Text.Json.JsonElement expected)
    {
        var (seed, proposers, receivers) = ((ulong)expected.Int("seed"), expected.Int("proposers"), expected.Int("receivers"));
        var (mentees, mentors) = (Some.Mentees(Some.Ones(proposers)), Some.Mentors(expected.Ints("capacities")));
        return new StableProblem
        {
            Mentors = mentors,
            Mentees = mentees,
            OfMentees = [.. Orders(seed, proposers, receivers).Select((order, i) => new Ranking(mentees[i].Id, [.. order.Select(k => mentors[k].Id)]))],
            OfMentors = [.. Orders(seed + 1, receivers, proposers).Select((order, i) => new Ranking(mentors[i].Id, [.. order.Select(k => mentees[k].Id)]))],
        };
    }

    private static IEnumerable<int[]> Orders(ulong seed, int rows, int columns)
    {
        var ints = Array.ConvertAll(SplitMix.Ints(seed, rows * columns), number => number % 1_000_000_000);
        return Enumerable.Range(0, rows).Select(r => Enumerable.Range(0, columns).OrderBy(c => ints[r * columns + c]).ToArray());
    }

    private static IEnumerable<int> MentorOf(StablePlan plan, StableProblem problem)
    {
        var mentorOf = plan.Matches.ToDictionary(match => match.Mentee, match => Array.FindIndex([.. problem.Mentors], mentor => mentor.Id == match.Mentor));
        return problem.Mentees.Select(mentee => mentorOf.GetValueOrDefault(mentee.Id, -1));
    }

    private static StableProblem Random(int seed, int most)
    {
        var random = new Random(seed);
        var mentors = Some.Mentors([.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => random.Next(0, 3))]);
        var mentees = Some.Mentees([.. Enumerable.Range(0, random.Next(1, most + 2)).Select(_ => random.Next(5) == 0 ? 2 : 1)]);
        return new StableProblem
        {
            Mentors = mentors,
            Mentees = mentees,
            OfMentees = [.. mentees.Select(mentee => new Ranking(mentee.Id, Part(mentors.Select(mentor => mentor.Id))))],
            OfMentors = [.. mentors.Select(mentor => new Ranking(mentor.Id, Part(mentees.Select(mentee => mentee.Id))))],
        };

        string[] Part(IEnumerable<string> ids) => [.. ids.Where(_ => random.NextDouble() < 0.8).OrderBy(_ => random.Next())];
    }

    private static List<List<(string Mentor, string Mentee)>> Everything(StableProblem problem) => [.. Some.AllPlans(new Problem
    {
        Mentors = problem.Mentors,
        Mentees = problem.Mentees,
        Pairs = [.. from mentee in problem.OfMentees from mentor in problem.OfMentors where mentee.Choices.Contains(mentor.Id) && mentor.Choices.Contains(mentee.Id) select new Pair(mentor.Id, mentee.Id, 1)],
    }).Select(pairs => pairs.Select(pair => (pair.Mentor, pair.Mentee)).ToList())];

    private static List<(string, string)> Blocking(StableProblem problem, List<(string Mentor, string Mentee)> pairs)
    {
        var blocking = new List<(string, string)>();
        foreach (var mentee in problem.OfMentees)
        {
            foreach (var mentor in problem.OfMentors)
            {
                var (mine, theirs) = (mentee.Choices.ToList(), mentor.Choices.ToList());
                if (!mine.Contains(mentor.Id) || !theirs.Contains(mentee.Id) || pairs.Contains((mentor.Id, mentee.Id))) continue;
                var ofMentee = pairs.Where(pair => pair.Mentee == mentee.Id).ToList();
                var ofMentor = pairs.Where(pair => pair.Mentor == mentor.Id).ToList();
                var (needs, capacity) = (problem.Mentees.Single(m => m.Id == mentee.Id).Needs, problem.Mentors.Single(m => m.Id == mentor.Id).Capacity);
                var menteeWould = needs > 0 && (ofMentee.Count < needs || ofMentee.Exists(pair => mine.IndexOf(pair.Mentor) > mine.IndexOf(mentor.Id)));
                var mentorWould = capacity > 0 && (ofMentor.Count < capacity || ofMentor.Exists(pair => theirs.IndexOf(pair.Mentee) > theirs.IndexOf(mentee.Id)));
                if (menteeWould && mentorWould) blocking.Add((mentor.Id, mentee.Id));
            }
        }

        return blocking;
    }
}
