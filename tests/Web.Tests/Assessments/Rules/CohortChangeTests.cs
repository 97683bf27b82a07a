namespace Stupeni.Assessments.Rules;

/// <summary>The share of «2» of the same pupils in grade 4 of 2025 and grade 5 of 2026; ten points are sharp.</summary>
public sealed class CohortChangeTests
{
    private static readonly CohortChangeRule Ten = new(10, "источник", "2026", "D");

    [Theory]
    [InlineData(1, 50, 12, 50, SignVerdict.Possible)]
    [InlineData(12, 50, 1, 50, SignVerdict.Possible)]
    [InlineData(10, 200, 30, 200, SignVerdict.Possible)]
    [InlineData(10, 200, 29, 200, SignVerdict.NotSeen)]
    [InlineData(1, 20, 3, 20, SignVerdict.NotSeen)]
    [InlineData(5, 50, 5, 50, SignVerdict.NotSeen)]
    [InlineData(0, 9, 9, 50, SignVerdict.NotEnough)]
    [InlineData(0, 50, 9, 9, SignVerdict.NotEnough)]
    [InlineData(0, 0, 9, 50, SignVerdict.NotEnough)]
    public void Ten_points_beyond_chance_are_a_sign(int twosBefore, int before, int twosAfter, int after, SignVerdict verdict) =>
        Assert.Equal(verdict, CohortChange.Of(In(4, 2025, twosBefore, before), In(5, 2026, twosAfter, after), null, Ten).Verdict);

    [Fact]
    public void A_change_that_all_schools_share_is_no_sign()
    {
        var (before, after) = (In(4, 2025, 5, 100), In(5, 2026, 25, 100));

        Assert.Equal(SignVerdict.Possible, CohortChange.Of(before, after, (In(4, 2025, 50, 1000), In(5, 2026, 149, 1000)), Ten).Verdict);
        var shared = CohortChange.Of(before, after, (In(4, 2025, 50, 1000), In(5, 2026, 160, 1000)), Ten);
        Assert.Equal((SignVerdict.NotSeen, 20.0, 11.0), (shared.Verdict, Math.Round(shared.Points, 6), Math.Round(shared.Rest!.Value, 6)));
        // Others of whom there are too few say nothing.
        Assert.Equal((SignVerdict.Possible, null), (CohortChange.Of(before, after, (In(4, 2025, 0, 49), In(5, 2026, 40, 49)), Ten) is var few ? few.Verdict : default, few.Rest));
    }

    [Fact]
    public void Nothing_is_compared_across_a_year_with_a_flag()
    {
        var flag = new ComparabilityFlag { Flag = Comparability.ChangedTiming, Kind = ProcedureKind.Vpr, Year = new(2022), Reason = "осенью", Source = "письмо", Edition = "2022" };

        var change = CohortChange.Of(In(4, 2021, 1, 50), In(5, 2022, 12, 50) with { Flag = flag }, null, Ten);

        Assert.Equal((SignVerdict.NotEnough, flag), (change.Verdict, change.Flag));
    }

    [Fact]
    public void The_shipped_number_has_a_source_and_an_edition()
    {
        var rules = ReportRules.Shipped;
        Assert.Equal((10, "2026"), (rules.CohortChange.Points, rules.CohortChange.Edition));
        Assert.Contains("ФИОКО", rules.CohortChange.Source, StringComparison.Ordinal);
        Assert.Equal([60, 80], rules.TestScoreGroups.UpTo);
        Assert.NotEmpty(rules.TestScoreGroups.Source);
    }

    private static CohortYear In(int grade, int year, int twos, int marked) => new(grade, new(year), twos, marked);
}
