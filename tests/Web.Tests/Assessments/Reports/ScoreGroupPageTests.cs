using System.Globalization;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Assessments.Reports;

/// <summary>ЕГЭ has no marks: its groups are test scores, counted from the rows.</summary>
public sealed class ScoreGroupPageTests
{
    [Fact]
    public async Task Groups_of_an_exam_are_test_scores_with_crossings_and_source()
    {
        await using var app = new App();
        var schools = await app.Schools();
        var chance = new Random(5);
        List<(string School, int[] Scores, int Test)> rows = [];
        foreach (var school in new[] { "450101", "450102", "450201" })
            for (var at = 0; at < 24; at++)
            {
                var test = (at % 4) switch { 0 => chance.Next(5, 24), 1 => chance.Next(24, 61), 2 => chance.Next(61, 81), _ => chance.Next(81, 101) };
                // The second task is done the better the weaker the group: the curves cross.
                rows.Add((school, [at % 4 >= 2 ? 1 : 0, 3 - at % 4], test));
            }

        await app.Bring(SmallRegion.Table("ЕГЭ-RU-11 2026.xlsx", [["Код участника", "Код ОО", "Класс", "Задание 1 (1б)", "Задание 2 (3б)", "Тестовый балл"], .. rows.Select((r, at) => (string[])[$"11{at:000}", r.School, "11А", .. r.Scores.Select(s => $"{s}"), $"{r.Test}"])]));
        var exam = await app.Ask(db => db.Procedures.Select(p => p.Id).SingleAsync());

        using var browser = await app.SignedIn("RegionalCoordinator");
        var page = await browser.Open($"/results/{exam}/reports/groups");
        Check(page, rows);
        var story = page.QuerySelector(".st-story")!.TextContent;
        Assert.Contains("задание 2 (ниже 24 лучше 24–60)", story.Replace("\u2060", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Это задание стоит изучить.", story, StringComparison.Ordinal);
        Assert.Contains("форме Рособрнадзора и ФИПИ", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var head = await app.SignedIn("SchoolHead", schools["450102"].Id.Value);
        var own = await head.Open($"/results/{exam}/reports/groups");
        Check(own, rows.FindAll(r => r.School == "450102"));
        Assert.Contains("Во всех группах меньше 10 участников", own.QuerySelector(".st-story")!.TextContent, StringComparison.Ordinal);
        // The region beside it.
        Assert.Equal($"{rows.Count / 4}", own.QuerySelector("#part-1 tbody tr")!.Children[5].TextContent.Trim());
    }

    private static void Check(IHtmlDocument page, List<(string School, int[] Scores, int Test)> rows)
    {
        var table = page.GetElementById("part-0")!;
        Assert.Equal(["Задание", "ниже 24", "24–60", "61–80", "81–100"], table.QuerySelectorAll("th[scope=col]").Take(5).Select(h => h.TextContent.Trim().Replace("\u2060", "", StringComparison.Ordinal)));
        foreach (var (task, line) in table.QuerySelectorAll("tbody tr").Index())
            foreach (var (group, (from, to)) in new[] { (0, 23), (24, 60), (61, 80), (81, 100) }.Index())
            {
                var these = rows.FindAll(r => r.Test >= from && r.Test <= to);
                Assert.Equal(these.Count, int.Parse(line.Children[5 + group].TextContent.Trim(), CultureInfo.InvariantCulture));
                Assert.Equal(100.0 * these.Sum(r => r.Scores[task]) / (new[] { 1, 3 }[task] * these.Count), double.Parse(line.Children[1 + group].TextContent.Trim().TrimEnd('%', '\u00a0').Replace(',', '.'), CultureInfo.InvariantCulture), 0.051);
            }
    }
}
