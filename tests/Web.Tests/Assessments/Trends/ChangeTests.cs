using System.Text.Json;
using Stupeni.Statistics;

namespace Stupeni.Assessments.Trends;

/// <summary>Changes of shares beside the numbers of R (tests.json).</summary>
public sealed class ChangeTests
{
    private static IEnumerable<JsonElement> Pairs => Oracle.Json("tests.json").GetProperty("twoProportions").EnumerateArray();

    /// <summary>The second group is the earlier year: differences are first minus second.</summary>
    private static TrendSeries Line(JsonElement pair, string subject = "MA")
    {
        var key = Made.OgeMaths with { Subject = subject };
        return Made.Line(key, [Made.Year(2025, Whole("x2"), Whole("n2"), key), Made.Year(2026, Whole("x1"), Whole("n1"), key)], []);

        int Whole(string name) => pair.GetProperty(name).GetInt32();
    }

    [Fact]
    public void The_difference_its_interval_and_p_are_those_of_R()
    {
        foreach (var pair in Pairs)
        {
            var change = Assert.Single(TrendReport.Of([Line(pair)]).Changes);
            var interval = pair.Numbers("newcombe");

            Assert.Equal(100 * pair.Number("diff"), change.Points, 1e-10);
            Assert.Equal(interval[0], change.Comparison.Newcombe.Lower, 1e-10);
            Assert.Equal(interval[1], change.Comparison.Newcombe.Upper, 1e-10);
            Assert.Equal(pair.Number("pZ"), change.Adjusted.Value, 1e-10);
        }
    }

    [Fact]
    public void What_is_notable_alone_is_not_among_four()
    {
        var alone = Pairs.Select(p => TrendReport.Of([Line(p)]).Changes.Single().Verdict);
        var together = TrendReport.Of([.. Pairs.Select((p, at) => Line(p, $"S{at}"))]);

        Assert.Equal([ChangeVerdict.MayBeChance, ChangeVerdict.LikelyFall, ChangeVerdict.LikelyFall, ChangeVerdict.LikelyRise], alone);
        var least = 4 * Pairs.Min(p => p.Number("pZ"));
        Assert.All(together.Changes, c => Assert.Equal(least, c.Adjusted.Value, 1e-10));
        Assert.All(together.Changes, c => Assert.Equal(ChangeVerdict.MayBeChance, c.Verdict));
        Assert.Empty(together.Notable);
    }

    [Fact]
    public void Holm_takes_the_smallest_times_all_and_the_next_times_the_rest()
    {
        var report = TrendReport.Of([Made.Line([Made.Year(2023, 5, 20), Made.Year(2024, 5, 22), Made.Year(2025, 18, 30), Made.Year(2026, 3, 30)])]);

        var raw = report.Changes.Select(c => c.Comparison.Test.P).ToList();
        var ordered = raw.Order().ToList();
        Assert.Equal(raw.Select(p => p == ordered[0] ? 3 * p : p == ordered[1] ? 2 * p : p), report.Changes.Select(c => c.Adjusted.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([ChangeVerdict.MayBeChance, ChangeVerdict.LikelyRise, ChangeVerdict.LikelyFall], report.Changes.Select(c => c.Verdict));
    }

    [Fact]
    public void Two_years_in_which_nobody_is_below_are_no_change_and_no_comparison()
    {
        var report = TrendReport.Of([Made.Line([Made.Year(2025, 0, 20), Made.Year(2026, 0, 31)]), Made.Line(Made.OgeMaths with { Subject = "RU" }, [Made.Year(2025, 3, 12), Made.Year(2026, 6, 24)], [])]);

        Assert.Equal([ChangeVerdict.None, ChangeVerdict.None], report.Changes.Select(c => c.Verdict));
        Assert.Equal(1, report.Tested);
    }

    [Fact]
    public void The_sentence_counts_lines_that_changed_and_years_left_out()
    {
        var report = TrendReport.Of(
        [
            Made.Line([Made.Year(2024, 2, 40), Made.Year(2025, 20, 40), Made.Year(2026, 19, 40)]),
            Made.Line(Made.OgeMaths with { Subject = "RU" }, [Made.Year(2024, 2, 40), Made.Year(2025, 3, 40), Made.Year(2026, 1, 8)], []),
            Made.Line(Made.OgeMaths with { Subject = "PH" }, [Made.Year(2025, 1, 8), Made.Year(2026, 3, 40)], []),
        ]);

        Assert.Equal("Доля ниже порога заметно изменилась в 1 из 2\u00a0рядов.", report.Finding());
        Assert.Equal("2\u00a0точки не сравниваются с соседними: меньше 10 участников —\u00a02.", report.Left());
        Assert.Equal("Сравнивать пока нечего: ни в одном ряду нет двух соседних лет, которые можно сравнить.", TrendReport.Of([Made.Line([Made.Year(2026, 1, 20)])]).Finding());
    }
}
