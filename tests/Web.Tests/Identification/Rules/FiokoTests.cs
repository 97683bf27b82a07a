using static Stupeni.Identification.Rules.Made;

namespace Stupeni.Identification.Rules;

/// <summary>A list of 2026 looks at 2024 and 2025.</summary>
public sealed class FiokoTests
{
    [Fact]
    public void Strict_lists_two_low_procedures_in_each_year()
    {
        var results = new[] { Oge(2024, 6, 20), Vpr(2024, 6, 20), Oge(2025, 6, 20), Vpr(2025, 6, 20) };
        var verdict = RuleReading.Of(Reading.Strict).Judge(results, new(2026), Usual)!;
        Assert.Equal(SchoolState.Listed, verdict.State);
        Assert.Equal([2025, 2024], verdict.Grounds.Select(g => g.Year!.Value.Ends));
        Assert.All(verdict.Grounds, g => Assert.Equal(2, g.Results.Count));
    }

    [Fact]
    public void Strict_does_not_add_years_up() => Assert.Equal(SchoolState.RiskGroup, State(Reading.Strict, 2026, Oge(2024, 6, 20), Oge(2025, 6, 20), Vpr(2025, 6, 20), Vpr(2025, 6, 20, 5)));

    [Fact]
    public void Soft_does() => Assert.Equal(SchoolState.Listed, State(Reading.Soft, 2026, Oge(2024, 6, 20), Oge(2025, 6, 20)));

    [Fact]
    public void Soft_needs_two() => Assert.Equal(SchoolState.RiskGroup, State(Reading.Soft, 2026, Oge(2024, 6, 20), Oge(2025, 5, 20)));

    [Theory]
    [InlineData(Reading.Strict)]
    [InlineData(Reading.Soft)]
    public void The_year_of_the_list_itself_is_not_looked_at(Reading reading) =>
        Assert.Equal(SchoolState.NotListed, State(reading, 2026, Oge(2024, 0, 20), Oge(2025, 0, 20), Oge(2026, 20, 20), Vpr(2026, 20, 20)));

    [Theory]
    [InlineData(Reading.Strict)]
    [InlineData(Reading.Soft)]
    public void A_year_without_results_is_said_and_not_taken_for_a_good_one(Reading reading)
    {
        var verdict = RuleReading.Of(reading).Judge([Oge(2025, 0, 20), Vpr(2025, 1, 20)], new(2026), Usual)!;
        Assert.Equal(SchoolState.InsufficientData, verdict.State);
        Assert.Equal(GroundKind.NoResults, Assert.Single(verdict.Grounds).Kind);
        Assert.Equal(2024, Assert.Single(verdict.Missing).Ends);
    }

    [Fact]
    public void One_year_may_be_enough_for_soft() => Assert.Equal(SchoolState.Listed, State(Reading.Soft, 2026, Oge(2025, 6, 20), Vpr(2025, 6, 20)));

    [Fact]
    public void Two_low_of_one_year_alone_are_a_risk_for_strict() => Assert.Equal(SchoolState.RiskGroup, State(Reading.Strict, 2026, Oge(2025, 6, 20), Vpr(2025, 6, 20)));

    [Fact]
    public void A_small_year_has_no_low_procedures_but_is_there() => Assert.Equal(SchoolState.NotListed, State(Reading.Strict, 2026, Oge(2024, 9, 9), Oge(2025, 0, 20)));

    [Fact]
    public void Only_small_procedures_are_too_little_data()
    {
        var verdict = RuleReading.Of(Reading.Strict).Judge([Oge(2024, 9, 9), Oge(2025, 3, 8)], new(2026), Usual)!;
        Assert.Equal((SchoolState.InsufficientData, GroundKind.TooFew), (verdict.State, verdict.Grounds[0].Kind));
        Assert.Equal(9, verdict.Deciding.BelowThreshold);
    }
}
