using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;

namespace Stupeni.Identification.Workshop;

/// <summary>Trying numbers writes nothing and refuses what makes no sense; publishing asks for an act and days, and makes one edition.</summary>
public sealed class WorkshopPageTests(WorkshopPageTests.Made made) : IClassFixture<WorkshopPageTests.Made>
{
    private const string Workshop = "/identification/workshop";

    public sealed class Made : App, IAsyncLifetime
    {
        internal Region Region { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Region = await Region.Of(this);
            for (var i = 1; i <= 60; i++)
            {
                var school = await Region.School($"0100{i:00}", $"Школа номер {i:00}", i % 2 == 0 ? Region.South : Region.North);
                await Region.Oge(school, 2026, i <= 55 ? 6 : 1, 24);
                await Region.Vpr(school, 2026, 7, 25);
            }
        }
    }

    [Fact]
    public async Task Everything_that_is_tried_stands_in_the_address_and_nothing_is_written()
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        var before = await Kept();
        var first = await browser.Open(Workshop);
        Assert.Contains("Числа те же, что в редакции", first.QuerySelector("#summary")!.TextContent);
        var page = await browser.Open($"{Workshop}?share=25&risk=10&seed=5&between=20");

        Assert.Contains("вошли бы 55\u00a0школ", page.QuerySelector("#summary")!.TextContent);
        Assert.Equal("25", page.QuerySelector("#Share")!.GetAttribute("value"));
        Assert.Contains("зерно 5", page.QuerySelector("section[aria-labelledby=h-model]")!.TextContent);
        Assert.Contains("Между школами лежит 20\u00a0% разброса результатов учеников: задано вами.", page.Body!.TextContent);
        Assert.Equal(50, page.QuerySelectorAll("[aria-labelledby=h-changes] tbody tr").Length);
        Assert.Contains("2 процедуры с долей 25 % и больше", page.QuerySelector("[aria-labelledby=h-changes] tbody td:last-child")!.TextContent.Replace('\u00a0', ' '));
        var next = await browser.Open(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(5, next.QuerySelectorAll("[aria-labelledby=h-changes] tbody tr").Length);
        Assert.Equal(page.QuerySelector("#summary")!.TextContent, next.QuerySelector("#summary")!.TextContent);
        Assert.Equal(before, await Kept());

        Task<(int, int, int)> Kept() => made.Ask(async db => (await db.IdentificationRules.CountAsync(), await db.IdentificationRuns.CountAsync(), await db.Changes.CountAsync(c => c.Kind != ChangeKind.Seen)));
    }

    [Theory]
    [InlineData("share=0", "Share", "от 1 до 100 процентов")]
    [InlineData("share=101", "Share", "от 1 до 100 процентов")]
    [InlineData("share=четверть", "Share", "четверть")]
    [InlineData("share=25&risk=25", "Risk", "меньше доли списка")]
    [InlineData("minProcedures=0", "MinProcedures", "от 1 до 20")]
    [InlineData("minParticipants=0", "MinParticipants", "от 1 до 1000")]
    [InlineData("grades=13", "Grades", "от 1 до 12")]
    [InlineData("year=2019", "Year", "Есть списки: 2025/26")]
    [InlineData("between=91", "Between", "от 0 до 90 процентов")]
    [InlineData("lasting=80&yearly=30", "Yearly", "не больше 100 процентов")]
    [InlineData("repetitions=1", "Repetitions", "от 20 до 1000")]
    [InlineData("seed=-1", "Seed", "от 0")]
    public async Task What_makes_no_sense_is_named_beside_its_field_and_nothing_typed_is_lost(string query, string field, string said)
    {
        using var browser = await made.SignedIn("Analyst");
        var answer = await browser.Get($"{Workshop}?{query}&pupil=33");
        var page = await Browser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(said, page.QuerySelector($"[role=alert] a[href='#{field}']")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"#{field}"));
        Assert.Equal("33", page.QuerySelector("#Pupil")!.GetAttribute("value"));
        var file = await browser.Get($"{Workshop}/comparison.xlsx?{query}");
        Assert.StartsWith($"{Workshop}?", file.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_analyst_tries_and_sees_numbers_but_no_names_and_cannot_publish()
    {
        using var browser = await made.SignedIn("Analyst");
        var page = await browser.Open($"{Workshop}?share=25&risk=10");

        Assert.Contains("вошли бы 55\u00a0школ", page.QuerySelector("#summary")!.TextContent);
        Assert.Contains("Списки закрыты: школы названы тем, кто видит списки.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Школа номер", page.Body.TextContent, StringComparison.Ordinal);
        var file = await browser.Get($"{Workshop}/comparison.xlsx?share=25&risk=10");
        Assert.DoesNotContain("Школа номер", IdentificationWorkshop.Text(await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href^='/identification/workshop/publish']"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{Workshop}/publish?share=25")).StatusCode);
        Assert.NotNull((await browser.Open("/reference/rules")).QuerySelector($"main a[href^='{Workshop}?of=']"));
    }

    [Theory]
    [InlineData("MunicipalCoordinator")]
    [InlineData("SchoolHead")]
    [InlineData("Administrator")]
    public async Task Those_who_see_a_part_or_no_results_find_no_workshop(string role)
    {
        using var browser = await made.SignedIn(role, role == "MunicipalCoordinator" ? made.Region.North.Id.Value : role == "SchoolHead" ? Guid.CreateVersion7() : null);
        foreach (var address in new[] { Workshop, $"{Workshop}?share=25", $"{Workshop}/comparison.xlsx", $"{Workshop}/publish" }) Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(address)).StatusCode);
        if (role == "MunicipalCoordinator") Assert.Null((await browser.Open("/identification")).QuerySelector($"a[href^='{Workshop}']"));
    }

    [Fact]
    public async Task One_who_sees_lists_of_a_part_is_told_names_of_that_part_only()
    {
        using var browser = await made.SignedIn(("Analyst", null), ("MunicipalCoordinator", made.Region.South.Id.Value));
        var page = await browser.Open($"{Workshop}?share=25&risk=10");

        var named = page.QuerySelectorAll("[aria-labelledby=h-changes] tbody th a").Select(a => a.TextContent).ToList();
        Assert.Equal(27, named.Count);
        Assert.All(named, name => Assert.Equal(0, int.Parse(name[^2..]) % 2));
        Assert.Contains("Названы те, чьи списки вам видны: 27.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_results_the_workshop_says_what_it_waits_for()
    {
        await using var empty = new App();
        using var browser = await empty.SignedIn("RegionalCoordinator");
        var page = await browser.Open($"{Workshop}?share=25");
        Assert.Contains("Результатов процедур ещё нет", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(Workshop, (await browser.Get($"{Workshop}/comparison.xlsx?share=25")).Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{Workshop}?of={Guid.CreateVersion7()}:Any")).StatusCode);
    }

    [Fact]
    public async Task It_is_read_in_English_too()
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        browser.Http.DefaultRequestHeaders.Add("Cookie", "stupeni-language=c%3Dru-RU%7Cuic%3Den");
        Assert.Contains("By your edition, in 2025/26 55\u00a0schools would enter the list and 0\u00a0schools would leave it", (await browser.Open($"{Workshop}?share=25&risk=10")).QuerySelector("#summary")!.TextContent);
    }
}
