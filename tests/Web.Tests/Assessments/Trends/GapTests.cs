using Microsoft.EntityFrameworkCore;

namespace Stupeni.Assessments.Trends;

/// <summary>Where a line breaks.</summary>
public sealed class GapTests(App app) : IClassFixture<App>
{
    private Task<List<ComparabilityFlag>> Shipped() => app.Ask(db => db.ComparabilityFlags.AsNoTracking().Where(f => f.Origin == RuleOrigin.Federal).ToListAsync());

    [Fact]
    public async Task The_exam_of_2020_was_not_held_and_nothing_is_counted_from_2019_to_2021()
    {
        var line = Made.Line([Made.Year(2018, 4, 40), Made.Year(2019, 5, 40), Made.Year(2021, 9, 40), Made.Year(2022, 6, 40)], await Shipped());

        Assert.Equal([2018, 2019, 2020, 2021, 2022], line.Points.Select(p => p.Year.Ends));
        Assert.Equal(Comparability.NotHeld, Assert.Single(line.Points[2].Flags).Kind);
        Assert.Null(line.Points[2].Result);
        Assert.Equal(["2018–2019", "2021–2022"], line.Pairs());
    }

    [Fact]
    public async Task In_2021_only_Russian_and_mathematics_were_held()
    {
        var physics = Made.OgeMaths with { Subject = "PH" };
        var flags = await Shipped();

        Assert.Equal([2020, 2021], Breaks(Made.Line(physics, [Made.Year(2019, 1, 20, physics), Made.Year(2022, 1, 20, physics)], flags)));
        Assert.Equal([2020], Breaks(Made.Line([Made.Year(2019, 1, 20), Made.Year(2021, 1, 20), Made.Year(2022, 1, 20)], flags)));
    }

    [Theory]
    [InlineData(MathLevel.Base, new[] { 2020, 2021 })]
    [InlineData(MathLevel.Profile, new int[0])]
    public async Task Basic_mathematics_was_not_held_in_2020_and_2021(MathLevel level, int[] breaks)
    {
        var key = new SeriesKey(ProcedureKind.Ege, "MA", 11, level, "");

        Assert.Equal(breaks, Breaks(Made.Line(key, [Made.Year(2019, 1, 20, key), Made.Year(2022, 1, 20, key)], await Shipped())));
    }

    [Fact]
    public async Task Papers_written_in_autumn_are_compared_with_neither_neighbour()
    {
        var key = new SeriesKey(ProcedureKind.Vpr, "RU", 6, MathLevel.None, "");
        var line = Made.Line(key, [.. Enumerable.Range(2019, 6).Select(y => Made.Year(y, 5, 30, key))], await Shipped());

        Assert.Equal([2020, 2022], Breaks(line));
        Assert.Equal(["2023–2024"], line.Pairs());
    }

    [Theory]
    [InlineData(Comparability.ChangedScale)]
    [InlineData(Comparability.ChangedBlueprint)]
    [InlineData(Comparability.ChangedTiming)]
    [InlineData(Comparability.BiasSigns)]
    [InlineData(Comparability.MergedSchool)]
    [InlineData(Comparability.NotHeld)]
    public void A_flagged_year_is_a_gap_to_it_from_it_and_across_it(Comparability flag)
    {
        YearResult[] years = [.. Enumerable.Range(2022, 5).Select(y => Made.Year(y, 5, 30))];

        Assert.Equal(["2022–2023", "2023–2024", "2024–2025", "2025–2026"], Made.Line(years).Pairs());
        Assert.Equal(["2022–2023", "2025–2026"], Made.Line(years, Made.Flag(flag, 2024)).Pairs());
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    public void Fewer_than_ten_participants_make_a_gap(int participants, bool compared)
    {
        var line = Made.Line([Made.Year(2024, 5, 30), Made.Year(2025, 1, participants), Made.Year(2026, 5, 30)]);

        Assert.Equal(compared ? 2 : 0, line.Steps.Count());
        Assert.Equal(compared ? [] : [Comparability.SmallSample], line.Points[1].Flags.Select(f => f.Kind));
    }

    [Fact]
    public void A_year_without_results_or_without_a_known_threshold_is_a_gap()
    {
        Assert.Equal(["2022–2023"], Made.Line([Made.Year(2022, 5, 30), Made.Year(2023, 5, 30), Made.Year(2025, 5, 30)]).Pairs());
        Assert.Empty(Made.Line([Made.Year(2024, 5, 30), Made.Year(2025, 0, 0), Made.Year(2026, 5, 30)]).Pairs());
    }

    [Theory]
    [InlineData(new[] { 90, 10, 0 }, new[] { 90, 0, 10 }, true)]
    [InlineData(new[] { 89, 11, 0 }, new[] { 90, 0, 10 }, false)]
    [InlineData(new[] { 100, 0, 0 }, new[] { 90, 0, 11 }, false)]
    [InlineData(new[] { 90, 0, 11 }, new[] { 100, 0, 0 }, false)]
    public void Sums_compare_where_nine_in_ten_learn_in_schools_of_both_years(int[] before, int[] after, bool compared)
    {
        var line = Made.Line([Made.Sum(2025, before), Made.Sum(2026, after)]);

        Assert.Equal((compared ? 1 : 0, compared ? 0 : 1), (line.Steps.Count(), line.OtherSchools.Count()));
    }

    [Fact]
    public void A_line_goes_on_through_years_in_which_the_procedure_was_not_held()
    {
        var line = TrendSeries.Of(Made.OgeMaths, Made.Maths, [Made.Year(2018, 5, 30), Made.Year(2019, 5, 30)], [Made.Flag(Comparability.NotHeld, 2020)], new(2022));

        Assert.Equal(2020, line.Points[^1].Year.Ends);
    }

    [Theory]
    [InlineData(ProcedureKind.Oge, "MA", 9, MathLevel.None, 2025, "", true)]
    [InlineData(ProcedureKind.Ege, "MA", 9, MathLevel.None, 2025, "", false)]
    [InlineData(ProcedureKind.Oge, "RU", 9, MathLevel.None, 2025, "", false)]
    [InlineData(ProcedureKind.Oge, "MA", 8, MathLevel.None, 2025, "", false)]
    [InlineData(ProcedureKind.Oge, "MA", 9, MathLevel.None, 2024, "", false)]
    [InlineData(ProcedureKind.Oge, "MA", 9, MathLevel.None, 2025, "резерв", false)]
    public void A_flag_concerns_what_it_names(ProcedureKind kind, string subject, int grade, MathLevel level, int year, string session, bool concerns)
    {
        var narrow = ComparabilityFlag.Own(Comparability.ChangedScale, ProcedureKind.Oge, new(ProcedureKind.Oge, "MA", 9, MathLevel.None, new(2025), "основной"), null, "р", "и", "2025", RuleOrigin.Own);
        var wide = Made.Flag(Comparability.ChangedScale, 2025);

        Assert.Equal(concerns, narrow.Concerns(new(kind, subject, grade, level, new(year), session is "" ? "основной" : session)));
        Assert.Equal(kind == ProcedureKind.Oge && year == 2025, wide.Concerns(new(kind, subject, grade, level, new(year), session)));
    }

    private static IEnumerable<int> Breaks(TrendSeries line) => line.Points.Where(p => p.Flags.Count > 0).Select(p => p.Year.Ends);
}
