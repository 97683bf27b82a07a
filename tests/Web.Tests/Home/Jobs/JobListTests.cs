using AngleSharp.Dom;
using Stupeni.Platform.Jobs;

namespace Stupeni.Home.Jobs;

public sealed class JobListTests(App app) : IClassFixture<App>
{
    [Theory, InlineData("Administrator"), InlineData("RegionalCoordinator"), InlineData("RegionalOperator")]
    public async Task Who_answers_for_the_region_sees_the_jobs_of_all(string role)
    {
        var run = await app.Save(Run(JobState.Done));
        using var browser = await app.SignedIn(role);

        var page = await browser.Open("/jobs");
        Assert.Contains("Кто начал", page.QuerySelectorAll("th").Select(h => h.TextContent));
        Assert.NotNull(page.QuerySelector($"a[href='/jobs/{run.Id}']"));
        await browser.Open($"/jobs/{run.Id}");
    }

    [Fact]
    public async Task Who_has_started_nothing_is_told_how_to()
    {
        using var browser = await app.SignedIn("Teacher", Guid.CreateVersion7());
        Assert.Contains("Заданий пока нет", (await browser.Open("/jobs")).QuerySelector(".st-empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jobs_are_filtered_by_state_and_paged()
    {
        for (var i = 0; i < 31; i++) await app.Save(Run(JobState.Cancelled));
        var failed = await app.Save(Run(JobState.Failed));
        using var browser = await app.SignedIn("RegionalOperator");

        var first = await browser.Open("/jobs?state=Cancelled");
        Assert.Equal("31\u00a0задание", first.QuerySelector("[data-live-count]")!.TextContent);
        var links = Links(first);
        Assert.Equal(30, links.Count);
        var rest = Links(await browser.Open(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!));
        Assert.Single(rest);
        Assert.Empty(rest.Intersect(links));
        Assert.Equal([$"/jobs/{failed.Id}"], Links(await browser.Open("/jobs?state=Failed")));
        Assert.Empty(Links(await browser.Open("/jobs?state=Queued")));
        await browser.Open("/jobs?state=nonsense&after=nonsense");
    }

    private static List<string?> Links(IParentNode page) => [.. page.QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href"))];

    private static JobRun Run(JobState state) => new() { Work = "chore", Input = "", Title = "Импорт № {0}", TitleArg = "7", ByName = "Другой", QueuedAt = DateTime.UnixEpoch, State = state };
}
