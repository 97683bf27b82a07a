using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;

namespace Stupeni.Identification;

/// <summary>The list of a run: who sees what, how it is filtered, ordered and paged, and that the file says the same.</summary>
public sealed class ListPageTests(ListPageTests.Made made) : IClassFixture<ListPageTests.Made>
{
    public sealed class Made : App, IAsyncLifetime
    {
        internal Region Region { get; private set; } = null!;
        internal Organisation Listed { get; private set; } = null!;
        internal Organisation Other { get; private set; } = null!;
        internal IdentificationRun Run { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Region = await Region.Of(this);
            Listed = await Region.School("010001", "Ёлкинская школа");
            Other = await Region.School("020001", "Южная школа", Region.South);
            await Region.Oge(Listed, 2026, 9, 24);
            await Region.Vpr(Listed, 2026, 8, 22, "RU");
            await Region.Oge(Other, 2026, 3, 9);
            for (var i = 1; i <= 30; i++)
            {
                var school = await Region.School($"0101{i:00}", $"Школа номер {i:00}");
                await Region.Oge(school, 2026, i % 10, 20 + i);
            }

            Run = await Region.Run();
        }
    }

    private string List => $"/identification/{made.Run.Number}";

    [Fact]
    public async Task The_coordinator_sees_all_schools_by_name_with_reasons_and_no_rank()
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        var page = await browser.Open(List);
        Assert.Equal("32 школы", Text(page, "#h-l"));
        var rows = Names(page);
        Assert.Equal(25, rows.Count);
        Assert.Equal("Ёлкинская школа", rows[0]);
        Assert.Equal("Школа номер 24", rows[^1]);

        var row = page.QuerySelector("main tbody tr")!;
        Assert.Contains("Нужна поддержка", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("2026 год, 2\u00a0процедуры с долей 30\u00a0% и больше: ОГЭ, математика — 9 из 24; ВПР, русский язык, 6 класс — 8 из 22.", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("37,5\u00a0%", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("порог 30\u00a0%", row.QuerySelector("svg.st-dw")!.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Contains("RON-2025", page.QuerySelector("main > .st-pop")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("место", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Theory]
    [InlineData("Name")]
    [InlineData("State")]
    [InlineData("Small")]
    [InlineData("Large")]
    public async Task Pages_follow_one_another_without_gaps_and_back(string sort)
    {
        using var browser = await made.SignedIn("RegionalOperator");
        var first = await browser.Open($"{List}?sort={sort}");
        Assert.Null(first.QuerySelector("a[rel=prev]"));
        var second = await browser.Open(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal("26–32 из 32", second.QuerySelector(".st-pager span")!.TextContent);
        Assert.Null(second.QuerySelector("a[rel=next]"));
        Assert.Equal(32, Names(first).Concat(Names(second)).Distinct().Count());
        Assert.Equal(Names(first), Names(await browser.Open(second.QuerySelector("a[rel=prev]")!.GetAttribute("href")!)));
        if (sort is "State") Assert.Equal("Ёлкинская школа", Names(first)[0]);
        if (sort is "Small") Assert.Equal("Южная школа", Names(first)[0]);
        if (sort is "Large") Assert.Equal("Школа номер 30", Names(first)[0]);
    }

    [Fact]
    public async Task Filters_narrow_the_list_and_keep_the_counts()
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        Assert.Equal(["Ёлкинская школа"], Names(await browser.Open($"{List}?q=елкин")));
        Assert.Equal(["Южная школа"], Names(await browser.Open($"{List}?q=020001")));
        Assert.Equal(["Южная школа"], Names(await browser.Open($"{List}?municipality={made.Region.South.Id}")));
        Assert.Equal(["Ёлкинская школа", "Южная школа"], Names(await browser.Open($"{List}?decision=Needed")));

        var few = await browser.Open($"{List}?s=InsufficientData");
        Assert.Equal(["Южная школа"], Names(few));
        Assert.Equal("1", few.QuerySelector("#s-Listed")!.ParentElement!.QuerySelector(".st-3")!.TextContent);
        Assert.False(((IHtmlInputElement)few.QuerySelector("#s-Listed")!).IsChecked);
        Assert.Contains("В каждой процедуре меньше 10 участников. Прежних лет в системе нет.", few.Body!.TextContent, StringComparison.Ordinal);

        var vpr = (await browser.Open(List)).QuerySelectorAll("#procedure option").Single(o => o.TextContent.StartsWith("ВПР", StringComparison.Ordinal));
        Assert.Equal(["Ёлкинская школа"], Names(await browser.Open($"{List}?procedure={vpr.GetAttribute("value")}")));
        Assert.Contains("Таких школ нет", (await browser.Open($"{List}?q=нетТакой")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_and_a_school_see_their_own()
    {
        using var south = await made.SignedIn("MunicipalCoordinator", made.Region.South.Id.Value);
        Assert.Equal(["Южная школа"], Names(await south.Open(List)));
        Assert.Equal(HttpStatusCode.NotFound, (await south.Get($"{List}/schools/{made.Listed.Id}")).StatusCode);
        Assert.Equal(["Южная школа"], File(await south.Get($"{List}/list.xlsx")).Select(r => r[0]));
        Assert.Single((await south.Open("/identification")).QuerySelectorAll("tbody tr"));

        using var head = await made.SignedIn("SchoolHead", made.Listed.Id.Value);
        Assert.Equal(["Ёлкинская школа"], Names(await head.Open(List)));
        Assert.Contains("Список ещё не утверждён", (await head.Open($"{List}/schools/{made.Listed.Id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get($"{List}/schools/{made.Other.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get("/identification/new")).StatusCode);
    }

    [Theory]
    [InlineData("Analyst")]
    [InlineData("Administrator")]
    public async Task Roles_without_lists_do_not_find_them(string role)
    {
        using var browser = await made.SignedIn(role);
        foreach (var url in new[] { "/identification", List, $"{List}/list.xlsx", $"{List}/schools/{made.Listed.Id}", $"{List}/compare/2" }) Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(url)).StatusCode);
    }

    [Fact]
    public async Task A_teacher_and_a_school_without_results_find_nothing()
    {
        using var teacher = await made.SignedIn("Teacher", made.Listed.Id.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.Get(List)).StatusCode);

        var school = await made.Region.School("010999", "Новая школа");
        using var head = await made.SignedIn("SchoolHead", school.Id.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get(List)).StatusCode);
        Assert.Contains("Запусков пока нет", (await head.Open("/identification")).Body!.TextContent, StringComparison.Ordinal);
        using var stranger = made.Stranger();
        Assert.Equal(HttpStatusCode.Redirect, (await stranger.Get(List)).StatusCode);
        using var coordinator = await made.SignedIn("RegionalCoordinator");
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get("/identification/9999")).StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?sort=Large&s=NotListed&s=RiskGroup")]
    [InlineData("?q=елкин")]
    public async Task The_file_is_the_page(string query)
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        var answer = await browser.Get($"{List}/list.xlsx{query}");
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", answer.Content.Headers.ContentType!.MediaType);
        var rows = File(answer);

        var shown = new List<(string Name, string Why, string N)>();
        for (var url = List + query; url is not null;)
        {
            var page = await browser.Open(url);
            shown.AddRange(page.QuerySelectorAll("main tbody tr").Select(r => (r.QuerySelector("th a")!.TextContent, r.QuerySelectorAll("td")[3].TextContent, r.QuerySelectorAll("td")[2].TextContent)));
            url = page.QuerySelector("a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(shown, rows.Select(r => (r[0], r[10], r[9])));
        Assert.Contains(await WhenWritten(c => c.Kind == ChangeKind.Exported), c => c.Subject == nameof(IdentificationRun) && c.SubjectId == made.Run.Id.Value);
        Assert.Contains(await WhenWritten(c => c.Kind == ChangeKind.Seen), c => c.SubjectId == made.Run.Id.Value);
    }

    [Fact]
    public async Task It_is_read_in_English_too()
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        browser.Http.DefaultRequestHeaders.Add("Cookie", "stupeni-language=c%3Dru-RU%7Cuic%3Den");
        var page = await browser.Open(List);
        Assert.Contains("2026, 2\u00a0procedures with a share of 30\u00a0% or more: OGE, mathematics — 9 of 24", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<List<Change>> WhenWritten(System.Linq.Expressions.Expression<Func<Change, bool>> which)
    {
        // The access log is written beside the request.
        for (var i = 0; i < 100; i++)
        {
            if (await made.Ask(db => db.Changes.AsNoTracking().Where(which).ToListAsync()) is { Count: > 0 } found) return found;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        return [];
    }

    private static List<string> Names(IHtmlDocument page) => [.. page.QuerySelectorAll("main tbody th a").Select(a => a.TextContent)];

    private static string Text(IHtmlDocument page, string selector) => page.QuerySelector(selector)!.TextContent.Trim().Replace('\u00a0', ' ');

    /// <summary>The rows under the header, as their texts and numbers stand in the file.</summary>
    private static List<List<string>> File(HttpResponseMessage answer)
    {
        using var zip = new ZipArchive(answer.Content.ReadAsStream());
        XNamespace ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var sheet = XDocument.Load(zip.Entries.Single(e => e.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open());
        var rows = sheet.Descendants(ns + "row").Select(r => r.Elements(ns + "c").ToDictionary(c => c.Attribute("r")!.Value.TrimEnd("0123456789".ToCharArray()), c => string.Concat(c.Descendants().Where(d => d.Name == ns + "t" || d.Name == ns + "v").Select(d => d.Value)))).ToList();
        var header = rows.FindIndex(r => r.GetValueOrDefault("A") == "Школа");
        return [.. rows.Skip(header + 1).Select(r => "ABCDEFGHIJKLMN".Select(letter => r.GetValueOrDefault(letter.ToString(), "")).ToList())];
    }
}
