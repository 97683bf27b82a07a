namespace Stupeni.Matching;

public sealed class EdgeTests
{
    private static readonly Objective[][] Starts = [[.. Objectives.StartingWith(Objective.Cover)], [.. Objectives.StartingWith(Objective.Worst)], [.. Objectives.StartingWith(Objective.Total)]];

    [Fact]
    public void Empty_sides_give_an_empty_plan()
    {
        foreach (var order in Starts)
        {
            var nobody = Plan.Of(new Problem { Mentors = [], Mentees = [], Order = order });
            Assert.Equal((0, 0.0, (double?)null, true), (nobody.Covered, nobody.Total, nobody.Worst, nobody.Optimal));
            Assert.Null(nobody.SecondBest());

            var alone = Plan.Of(new Problem { Mentors = [], Mentees = [new("t", 2)], Order = order });
            Assert.Equal([new Unmatched("t", 2)], alone.Unmatched);
            Assert.Equal([ReasonKind.NoPairs], alone.Explain(alone.Unmatched[0]).Select(reason => reason.Kind));
            Assert.Empty(Plan.Of(new Problem { Mentors = [new("m")], Mentees = [], Order = order, Matrix = [] }).Matches);
        }
    }

    [Fact]
    public void One_mentor_and_many_mentees_go_to_the_best()
    {
        foreach (var order in Starts)
        {
            var one = Plan.Of(new Problem { Mentors = Some.Mentors(1), Mentees = Some.Mentees(1, 1, 1), Matrix = [[3], [7], [5]], Order = order });
            Assert.Equal([new Match("m00000", "t00001", 7)], one.Matches);
            var many = Plan.Of(new Problem { Mentors = Some.Mentors(1, 1, 1), Mentees = Some.Mentees(1), Matrix = [[3, 7, 5]], Order = order });
            Assert.Equal([new Match("m00001", "t00000", 7)], many.Matches);
        }
    }

    [Fact]
    public void A_mentor_without_capacity_is_the_reason_not_the_match()
    {
        foreach (var order in Starts)
        {
            var plan = Plan.Of(new Problem { Mentors = [new("m", 0)], Mentees = [new("t")], Pairs = [new("m", "t", 9)], Order = order });
            Assert.Empty(plan.Matches);
            Assert.True(plan.Optimal);
            Assert.Contains(plan.Explain(plan.Unmatched[0]), reason => reason is { Kind: ReasonKind.NoCapacity, Mentor: "m", Weight: 9 });
        }
    }

    [Fact]
    public void A_pair_that_takes_away_from_the_total_is_made_for_cover_and_not_for_total()
    {
        var problem = new Problem { Mentors = [new("m")], Mentees = [new("t")], Pairs = [new("m", "t", -4)] };

        Assert.Equal(-4, Plan.Of(problem).Total);
        var plan = Plan.Of(problem with { Order = Objectives.StartingWith(Objective.Total) });
        Assert.Equal((0, 0.0), (plan.Covered, plan.Bound));
        Assert.Contains(plan.Explain(plan.Unmatched[0]), reason => reason is { Kind: ReasonKind.AddsNothing, Weight: -4 });
        Assert.Contains(plan.Explain(plan.Unmatched[0]), reason => reason is { Kind: ReasonKind.EntryPrice, Total: 4, Cover: -1 });
    }

    [Fact]
    public void Needs_beyond_the_number_of_mentors_stay_missing()
    {
        var plan = Plan.Of(new Problem { Mentors = [new("a", 5), new("b", 5)], Mentees = [new("t", int.MaxValue)], Pairs = [new("a", "t", 1), new("b", "t", 2)] });
        Assert.Equal((2, int.MaxValue - 2), (plan.Covered, plan.Unmatched[0].Missing));
        Assert.Contains(plan.Explain(plan.Unmatched[0]), reason => reason is { Kind: ReasonKind.AlreadyHelps, Mentor: "b" });
    }

    [Fact]
    public void Every_fault_is_named_at_its_place()
    {
        var refused = Assert.Throws<ProblemRefused>(() => Plan.Of(new Problem
        {
            Mentors = [new("m"), new("m"), new("n", -1), new("")],
            Mentees = [new("t"), new("t"), new("u", -2)],
            Pairs = [new("m", "t", 1), new("m", "t", 2), new("x", "t", 1), new("m", "y", double.NaN)],
            Forbidden = [new("z", "t")],
            Order = [],
        }));

        (FaultKind, Place, int)[] expected =
        [
            (FaultKind.DuplicateId, Place.Mentors, 1), (FaultKind.NegativeCapacity, Place.Mentors, 2), (FaultKind.EmptyId, Place.Mentors, 3),
            (FaultKind.DuplicateId, Place.Mentees, 1), (FaultKind.NegativeNeeds, Place.Mentees, 2),
            (FaultKind.OrderUnclear, Place.Order, 0), (FaultKind.UnknownMentor, Place.Forbidden, 0),
            (FaultKind.UnknownMentor, Place.Pairs, 2), (FaultKind.UnknownMentee, Place.Pairs, 3), (FaultKind.WeightNotFinite, Place.Pairs, 3), (FaultKind.DuplicatePair, Place.Pairs, 1),
        ];
        Assert.Equal(expected, refused.Faults.Select(fault => (fault.Kind, fault.Place, fault.Index)));
    }

    [Fact]
    public void Pins_that_cannot_be_kept_are_refused_with_the_reason()
    {
        var problem = new Problem { Mentors = [new("m"), new("n", 0)], Mentees = [new("t"), new("u")], Pairs = [new("m", "t", 1), new("m", "u", 1), new("n", "t", 1)] };

        Refused(FaultKind.PinNotAllowed, new Link("n", "u"));
        Refused(FaultKind.PinsOverCapacity, new Link("n", "t"));
        Refused(FaultKind.PinsOverCapacity, new Link("m", "t"), new Link("m", "u"));
        Assert.Equal(FaultKind.PinForbidden, Fault(problem with { Pinned = [new("m", "t")], Forbidden = [new("m", "t", "kin")] }).Kind);
        Assert.Equal("kin", Fault(problem with { Pinned = [new("m", "t")], Forbidden = [new("m", "t", "kin")] }).Rule);
        Assert.Equal(FaultKind.PinsOverNeeds, Fault(problem with { Mentors = [new("m"), new("n")], Pinned = [new("m", "t"), new("n", "t")] }).Kind);

        void Refused(FaultKind kind, params Link[] pins) => Assert.Contains(kind, Faults(problem with { Pinned = pins }).Select(fault => fault.Kind));
    }

    [Fact]
    public void A_matrix_of_the_wrong_shape_an_infinite_weight_or_both_kinds_of_pairs_are_refused()
    {
        var problem = new Problem { Mentors = [new("m"), new("n")], Mentees = [new("t")], Matrix = [[1, 2]] };

        Assert.Equal(FaultKind.MatrixShape, Fault(problem with { Matrix = [[1]] }).Kind);
        Assert.Equal(FaultKind.MatrixShape, Fault(problem with { Matrix = [[1, 2], [3, 4]] }).Kind);
        Assert.Equal(("n", "t"), Fault(problem with { Matrix = [[1, double.NegativeInfinity]] }) is { Kind: FaultKind.WeightNotFinite } fault ? (fault.Mentor, fault.Mentee) : default);
        Assert.Equal(FaultKind.PairsAndMatrix, Fault(problem with { Pairs = [new("m", "t", 1)] }).Kind);
        Assert.Equal(FaultKind.WeightTooLarge, Fault(problem with { Matrix = [[1, 1e16]] }).Kind);
    }

    [Fact]
    public void Worst_without_cover_beside_it_is_refused()
    {
        var problem = new Problem { Mentors = [new("m")], Mentees = [new("t")], Pairs = [new("m", "t", 1)] };
        foreach (var order in new Objective[][] { [Objective.Worst], [Objective.Total, Objective.Worst], [Objective.Worst, Objective.Total, Objective.Cover], [Objective.Cover, Objective.Cover] })
        {
            Assert.Equal(FaultKind.OrderUnclear, Fault(problem with { Order = order }).Kind);
        }
    }

    [Fact]
    public void A_stopped_search_stops()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Assert.Throws<OperationCanceledException>(() => Plan.Of(Some.Table(SplitMix.Table(1, 20, 20, 100), Objective.Total), stopped.Token));
        Assert.Throws<OperationCanceledException>(() => SwapPlan.Of([new("a", "b"), new("b", "a")], 2, stopped.Token));
    }

    private static Fault Fault(Problem problem) => Faults(problem)[0];

    private static IReadOnlyList<Fault> Faults(Problem problem) => Assert.Throws<ProblemRefused>(() => Plan.Of(problem)).Faults;
}
