using static Stupeni.Identification.Rules.Made;

namespace Stupeni.Identification.Rules;

/// <summary>A list of 2026 looks at 2025 and 2026.</summary>
public sealed class RonTests
{
    [Fact]
    public void Two_low_procedures_of_the_year_list_a_school()
    {
        var verdict = RuleReading.Of(Reading.Any).Judge([Oge(2026, 9, 24), Vpr(2026, 8, 22, subject: "RU")], new(2026), Usual)!;
        Assert.Equal((SchoolState.Listed, GroundKind.LowInYear), (verdict.State, Assert.Single(verdict.Grounds).Kind));
        Assert.Equal(24, verdict.Deciding.Participants);
    }

    [Fact]
    public void So_does_the_same_procedure_in_two_years()
    {
        var verdict = RuleReading.Of(Reading.Any).Judge([Vpr(2026, 4, 12), Vpr(2025, 5, 13)], new(2026), Usual)!;
        Assert.Equal((SchoolState.Listed, GroundKind.LowAgain), (verdict.State, Assert.Single(verdict.Grounds).Kind));
        Assert.Equal([2026, 2025], verdict.Grounds[0].Results.Select(r => r.Year.Ends));
    }

    [Fact]
    public void Another_grade_or_subject_is_another_procedure()
    {
        Assert.Equal(SchoolState.RiskGroup, State(Reading.Any, 2026, Vpr(2026, 4, 12, grade: 6), Vpr(2025, 5, 13, grade: 5)));
        Assert.Equal(SchoolState.RiskGroup, State(Reading.Any, 2026, Vpr(2026, 4, 12, subject: "RU"), Vpr(2025, 5, 13)));
    }

    [Fact]
    public void Two_low_procedures_of_the_year_before_do_not_list() => Assert.Equal(SchoolState.RiskGroup, State(Reading.Any, 2026, Oge(2025, 9, 24), Vpr(2025, 8, 22), Oge(2026, 0, 24)));

    [Fact]
    public void Both_needs_both()
    {
        Assert.Equal(SchoolState.RiskGroup, State(Reading.Both, 2026, Oge(2026, 9, 24), Vpr(2026, 8, 22)));
        Assert.Equal(SchoolState.RiskGroup, State(Reading.Both, 2026, Vpr(2026, 4, 12), Vpr(2025, 5, 13)));
        Assert.Equal(SchoolState.Listed, State(Reading.Both, 2026, Vpr(2026, 4, 12), Vpr(2025, 5, 13), Oge(2026, 9, 24)));
    }

    [Fact]
    public void Near_in_two_is_a_risk_and_near_in_one_is_not()
    {
        Assert.Equal(SchoolState.RiskGroup, State(Reading.Any, 2026, Oge(2026, 5, 20), Vpr(2026, 4, 20)));
        Assert.Equal(SchoolState.NotListed, State(Reading.Any, 2026, Oge(2026, 5, 20), Vpr(2026, 3, 20)));
    }

    [Fact]
    public void The_year_before_is_not_needed_to_refuse() => Assert.Equal(SchoolState.NotListed, State(Reading.Any, 2026, Oge(2026, 0, 20)));

    [Fact]
    public void The_year_is() => Assert.Equal(SchoolState.InsufficientData, State(Reading.Any, 2026, Oge(2025, 0, 20)));

    [Fact]
    public void A_school_without_results_in_the_years_is_not_judged() => Assert.Null(State(Reading.Any, 2026, Oge(2024, 20, 20), Oge(2026, 0, 0)));
}
