using System.Net;
using AngleSharp.Html.Dom;

namespace Stupeni.Assessments.Trends;

/// <summary>The pages of lines over HTTP.</summary>
public sealed class TrendPageTests(TrendRegion region) : IClassFixture<TrendRegion>
{
    private static IEnumerable<string> Cells(IHtmlDocument page, string label) => page.QuerySelectorAll($"td[data-l='{label}']").Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static string Story(IHtmlDocument page) => page.QuerySelector(".st-story")!.TextContent.Replace('\u00a0', ' ');

    [Fact]
    public async Task A_school_sees_its_line_with_a_gap_where_the_papers_were_written_in_autumn()
    {
        using var head = await region.SignedIn("SchoolHead", region.ByCode["450101"].Id.Value);

        var page = await head.Open(region.Trends("450101"));

        Assert.Equal(["2026", "2025", "2024", "2023", "2022"], page.QuerySelectorAll("tbody th").Select(c => c.TextContent.Trim()));
        Assert.Equal(["15 из 25", "3 из 25", "2 из 25", "6 из 20", "6 из 20"], Cells(page, "Ниже порога"));
        Assert.Equal((3, 1), (page.QuerySelectorAll("svg.st-trend .g-ln").Length, page.QuerySelectorAll("svg.st-trend .g-hol-p").Length));
        var changes = Cells(page, "Изменение за год").ToList();
        Assert.StartsWith("+48,0 п. п. от +21,7 до +66,4 п. п. рост, вероятно не случайный", changes[0], StringComparison.Ordinal);
        Assert.EndsWith("изменение может быть случайным", changes[1], StringComparison.Ordinal);
        Assert.Equal(["не считается", "—"], changes[3..]);
        var flags = Cells(page, "Пометки").ToList();
        Assert.Contains("другие сроки", flags[4], StringComparison.Ordinal);
        Assert.Contains("28.03.2022", flags[4], StringComparison.Ordinal);
        Assert.Contains("Доля ниже порога заметно изменилась в 1 из 1 ряда. 1 точка не сравнивается с соседними: другие сроки — 1.", Story(page), StringComparison.Ordinal);
        Assert.Contains("не проводился", (await head.Open("/reference")).QuerySelector("section[aria-labelledby=comparability]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_figure_opens_its_formula_and_the_correction()
    {
        using var head = await region.SignedIn("SchoolHead", region.ByCode["450101"].Id.Value);

        var page = await head.Open(region.Trends("450101"));

        var popover = page.GetElementById(page.QuerySelector("td[data-l='Изменение за год'] .st-fig")!.GetAttribute("popovertarget")!)!;
        Assert.Contains("15 из 25 − 3 из 25", popover.TextContent, StringComparison.Ordinal);
        Assert.Contains("с поправкой Холма на 3", popover.TextContent, StringComparison.Ordinal);
        Assert.Equal("/methods/trends", popover.QuerySelectorAll("a").Last().GetAttribute("href"));
        Assert.Equal(HttpStatusCode.OK, (await head.Get("/methods/trends")).StatusCode);
    }

    [Fact]
    public async Task One_comparable_year_gives_a_point_and_no_change()
    {
        using var head = await region.SignedIn("SchoolHead", region.ByCode["450102"].Id.Value);

        var page = await head.Open(region.Trends("450102"));

        Assert.Contains("Сравнивать пока нечего", Story(page), StringComparison.Ordinal);
        Assert.Contains("меньше 10 участников", Cells(page, "Пометки").First(), StringComparison.Ordinal);
        Assert.Equal((0, 2), (page.QuerySelectorAll("svg.st-trend .g-ln").Length, page.QuerySelectorAll("svg.st-trend circle").Length));
    }

    [Fact]
    public async Task A_school_without_results_is_told_when_they_come()
    {
        var school = await region.School(SmallRegion.North, "Новая школа");
        using var browser = await region.SignedIn("Analyst");

        var page = await browser.Open($"/organisations/{school.Id}/trends");

        Assert.Contains("Результатов пока нет", page.QuerySelector(".st-empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_region_adds_participants_up_and_narrows_by_the_address()
    {
        using var browser = await region.SignedIn("RegionalCoordinator");

        Assert.Equal("22 из 60", Cells(await browser.Open("/results/trends"), "Ниже порога").First());
        Assert.Equal("16 из 30", Cells(await browser.Open($"/results/trends?municipality={SmallRegion.North.Id}"), "Ниже порога").First());
        Assert.Equal("не считается: другой состав школ", Cells(await browser.Open("/results/trends"), "Изменение за год").ElementAt(1));
        Assert.Single((await browser.Open("/results/trends?kind=Vpr&subject=MA&grade=6")).QuerySelectorAll("svg.st-trend"));
        Assert.Contains("Ничего не нашлось", (await browser.Open("/results/trends?kind=Oge")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await browser.Open("/results")).QuerySelector("main a[href='/results/trends']"));
    }

    [Fact]
    public async Task Sums_name_no_school()
    {
        using var browser = await region.SignedIn("RegionalCoordinator");

        var text = (await browser.Open("/results/trends")).QuerySelector("main")!.TextContent;

        Assert.All(region.ByCode.Values, o => Assert.DoesNotContain(o.Name, text, StringComparison.Ordinal));
        Assert.Contains("не составляют рейтинги", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_municipality_is_not_there()
    {
        using var south = await region.SignedIn("MunicipalCoordinator", SmallRegion.South.Id.Value);

        Assert.Equal(HttpStatusCode.NotFound, (await south.Get(region.Trends("450101"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await south.Get($"/organisations/{Guid.CreateVersion7()}/trends")).StatusCode);
        Assert.Equal("6 из 30", Cells(await south.Open("/results/trends"), "Ниже порога").First());
        Assert.Empty((await south.Open($"/results/trends?municipality={SmallRegion.North.Id}")).QuerySelectorAll("svg.st-trend"));
    }

    [Fact]
    public async Task Five_years_ask_the_database_no_more_than_two()
    {
        using var browser = await region.SignedIn("RegionalCoordinator");

        Assert.Equal(await region.Queries.Of(browser, region.Trends("450201")), await region.Queries.Of(browser, region.Trends("450101")));
        Assert.Equal(await region.Queries.Of(browser, $"/results/trends?municipality={SmallRegion.South.Id}"), await region.Queries.Of(browser, $"/results/trends?municipality={SmallRegion.North.Id}"));
    }
}
