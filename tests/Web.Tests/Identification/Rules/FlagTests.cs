using Stupeni.Assessments;
using static Stupeni.Identification.Rules.Made;

namespace Stupeni.Identification.Rules;

/// <summary>A year that does not compare is left out of what sets years side by side; a share of a single year stays what it is.</summary>
public sealed class FlagTests
{
    [Theory]
    [InlineData(Comparability.ChangedTiming)]
    [InlineData(Comparability.ChangedScale)]
    [InlineData(Comparability.ChangedBlueprint)]
    [InlineData(Comparability.BiasSigns)]
    [InlineData(Comparability.MergedSchool)]
    public void The_same_procedure_in_two_years_needs_both_to_compare(Comparability flag)
    {
        Assert.Equal(SchoolState.Listed, State(Reading.Any, 2026, Vpr(2026, 4, 12), Vpr(2025, 5, 13)));
        Assert.Equal(SchoolState.RiskGroup, State(Reading.Any, 2026, Vpr(2026, 4, 12), Vpr(2025, 5, 13).Flagged(flag)));
        Assert.Equal(SchoolState.RiskGroup, State(Reading.Any, 2026, Vpr(2026, 4, 12).Flagged(flag), Vpr(2025, 5, 13)));
        Assert.Equal(SchoolState.RiskGroup, State(Reading.Both, 2026, Oge(2026, 9, 24), Vpr(2026, 4, 12), Vpr(2025, 5, 13).Flagged(flag)));
    }

    [Fact]
    public void Two_low_procedures_of_one_year_are_a_level_and_list_whatever_the_year_compares_with() =>
        Assert.Equal(SchoolState.Listed, State(Reading.Any, 2026, Oge(2026, 9, 24).Flagged(), Vpr(2026, 8, 22).Flagged(Comparability.BiasSigns)));

    [Fact]
    public void What_was_not_held_is_no_data()
    {
        Assert.Null(State(Reading.Any, 2026, Oge(2026, 9, 24).Flagged(Comparability.NotHeld)));
        Assert.Equal(SchoolState.RiskGroup, State(Reading.Any, 2026, Oge(2026, 9, 24).Flagged(Comparability.NotHeld), Vpr(2026, 8, 22)));
    }

    [Fact]
    public void Two_years_before_the_list_count_only_what_compares()
    {
        Result[] low = [Oge(2025, 9, 24), Oge(2025, 9, 24, "RU"), Vpr(2024, 8, 22), Vpr(2024, 8, 22, subject: "RU")];
        Assert.Equal(SchoolState.Listed, State(Reading.Strict, 2026, low));
        Assert.Equal(SchoolState.RiskGroup, State(Reading.Strict, 2026, [low[0], low[1], low[2].Flagged(), low[3]]));
        Assert.Equal(SchoolState.Listed, State(Reading.Soft, 2026, [low[0], low[1], low[2].Flagged(), low[3].Flagged()]));
        Assert.Equal(SchoolState.RiskGroup, State(Reading.Soft, 2026, [low[0], low[2].Flagged()]));
    }

    [Fact]
    public void A_year_in_which_nothing_compares_does_not_say_that_a_school_is_not_listed()
    {
        var verdict = RuleReading.Of(Reading.Strict).Judge([Oge(2025, 0, 24), Vpr(2024, 1, 22).Flagged()], new(2026), Usual)!;
        Assert.Equal((SchoolState.InsufficientData, GroundKind.NotCompared), (verdict.State, verdict.Grounds[0].Kind));
        Assert.Equal([2024], verdict.Apart.Select(r => r.Year.Ends));
        Assert.Equal(SchoolState.NotListed, State(Reading.Strict, 2026, Oge(2025, 0, 24), Vpr(2024, 1, 22).Flagged(), Oge(2024, 0, 24)));
        // One year says of itself what it says.
        Assert.Equal(SchoolState.NotListed, State(Reading.Any, 2026, Oge(2026, 0, 24).Flagged()));
    }

    [Fact]
    public void Years_that_do_not_compare_are_not_added_to_others()
    {
        var pooled = Assert.Single(Pooled.Of([Oge(2026, 3, 9), Oge(2025, 2, 8).Flagged(), Oge(2024, 2, 9)]));
        Assert.Equal([2024, 2026], pooled.Years.Select(y => y.Ends));
        Assert.Equal((18, 5), (pooled.Participants, pooled.BelowThreshold));
    }

    [Fact]
    public void Without_flags_every_verdict_is_as_before()
    {
        var chance = new Random(11);
        for (var round = 0; round < 400; round++)
        {
            Result[] results = [.. Enumerable.Range(0, chance.Next(1, 7)).Select(_ => Oge(2024 + chance.Next(3), chance.Next(12), 5 + chance.Next(25), chance.Next(2) == 0 ? "MA" : "RU")).DistinctBy(r => (r.Year, r.Line))];
            foreach (var reading in Enum.GetValues<Reading>())
                Assert.Empty(RuleReading.Of(reading).Judge(results, new(2026), Usual)?.Apart ?? []);
        }
    }
}
