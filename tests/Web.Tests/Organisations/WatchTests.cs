using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Organisations;

public sealed class WatchTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_watched_school_stands_on_the_first_page_until_it_is_let_go()
    {
        var municipality = await app.Municipality("Звёздный округ");
        var (watched, other) = (await app.School(municipality, "Звёздная СОШ"), await app.School(municipality, "Тёмная СОШ"));
        using var browser = await app.SignedIn("RegionalCoordinator");
        Assert.Null((await browser.Open("/")).QuerySelector("#watched"));

        var answer = await browser.Submit($"/organisations/{watched.Id}/facts", new() { ["watched"] = "true" }, Star);

        Assert.Equal($"/organisations/{watched.Id}/facts", answer.Headers.Location!.ToString());
        Assert.Equal(["Звёздная СОШ"], await OnFirstPage(browser));
        Assert.Contains("Под наблюдением", (await browser.Open($"/organisations/{watched.Id}")).QuerySelector(Star)!.TextContent);
        Assert.Contains("Наблюдать", (await browser.Open($"/organisations/{other.Id}")).QuerySelector(Star)!.TextContent);
        Assert.Equal([$"/organisations/{watched.Id}"], (await browser.Open($"/organisations?municipality={municipality.Id}&watched=true")).QuerySelectorAll("tbody th a").Select(a => a.GetAttribute("href")!));

        await browser.Submit($"/organisations/{watched.Id}/watch", new() { ["watched"] = "false" });
        Assert.Empty(await OnFirstPage(browser));
    }

    [Fact]
    public async Task Nobody_sees_what_another_watches_and_twice_is_once()
    {
        var school = await app.School(await app.Municipality("Тихий округ"), "Тихая СОШ");
        using var one = await app.SignedIn("RegionalCoordinator");
        using var two = await app.SignedIn("RegionalCoordinator");
        for (var i = 0; i < 2; i++) Assert.Equal(HttpStatusCode.Redirect, (await one.Submit($"/organisations/{school.Id}/watch", new() { ["watched"] = "true" })).StatusCode);

        Assert.Equal(["Тихая СОШ"], await OnFirstPage(one));
        Assert.Empty(await OnFirstPage(two));
    }

    [Fact]
    public async Task What_one_may_not_see_one_cannot_watch_and_a_lost_right_takes_it_away()
    {
        var (here, there) = (await app.Municipality("Свой округ"), await app.Municipality("Чужой округ"));
        var (own, far) = (await app.School(here, "Своя СОШ"), await app.School(there, "Чужая СОШ"));
        using var browser = await app.SignedIn(("MunicipalCoordinator", here.Id.Value), ("MunicipalCoordinator", there.Id.Value));
        foreach (var school in new[] { own, far }) await browser.Submit($"/organisations/{school.Id}/watch", new() { ["watched"] = "true" });
        Assert.Equal(["Своя СОШ", "Чужая СОШ"], await OnFirstPage(browser));

        await app.Do(db => db.Grants.Where(g => g.Scope == there.Id.Value).ExecuteDeleteAsync());

        Assert.Equal(["Своя СОШ"], await OnFirstPage(browser));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/organisations/{far.Id}/watch")).StatusCode);
        var answer = await browser.Submit($"/organisations/{own.Id}/watch", new() { ["watched"] = "true", ["back"] = "https://elsewhere.example/" });
        Assert.Equal($"/organisations/{own.Id}", answer.Headers.Location!.ToString());
    }

    private const string Star = "main form[action$=\"/watch\"]";

    private static async Task<List<string>> OnFirstPage(Browser browser) =>
        [.. (await browser.Open("/")).QuerySelectorAll("section[aria-labelledby=watched] li a").OfType<IHtmlAnchorElement>().Select(a => a.TextContent)];
}
