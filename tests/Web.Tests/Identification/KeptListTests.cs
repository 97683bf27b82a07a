using Stupeni.Organisations;

namespace Stupeni.Identification;

/// <summary>A list of a run as a person keeps it: saved conditions that outlive the run, and the schools under watch.</summary>
public sealed class KeptListTests
{
    [Fact]
    public async Task A_saved_view_opens_in_the_newest_list_with_the_same_conditions()
    {
        using var app = new App();
        var region = await Region.Of(app);
        var school = await region.School("010001", "Ёлкинская школа");
        await region.Oge(school, 2026, 9, 24);
        await region.Vpr(school, 2026, 8, 22, "RU");
        await region.Run();
        using var browser = await app.SignedIn("RegionalCoordinator");
        var save = (await browser.Open("/identification/1?s=Listed&sort=Large")).QuerySelectorAll("main a").Single(a => a.TextContent.Trim() == "Сохранить этот вид").GetAttribute("href")!;

        var answer = await browser.Submit(save, new() { ["Form.Name"] = "Нужна поддержка" });
        Assert.Equal("/identification/latest?s=Listed&sort=Large", answer.Headers.Location!.ToString());
        Assert.Equal("/identification/1?s=Listed&sort=Large", (await browser.Get("/identification/latest?s=Listed&sort=Large")).Headers.Location!.ToString());
        await region.Oge(school, 2026, 12, 24);
        await region.Run();

        Assert.Equal("/identification/2?s=Listed&sort=Large", (await browser.Get("/identification/latest?s=Listed&sort=Large")).Headers.Location!.ToString());
        Assert.Contains((await browser.Open("/identification/2")).QuerySelectorAll("main a"), a => a.TextContent == "Мои виды: 1");
    }

    [Fact]
    public async Task The_list_can_be_of_watched_schools_only_and_the_first_page_says_how_they_stand()
    {
        using var app = new App();
        var region = await Region.Of(app);
        var schools = new List<Organisation>();
        for (var i = 1; i <= 3; i++)
        {
            schools.Add(await region.School($"01000{i}", $"Школа номер {i}"));
            await region.Oge(schools[^1], 2026, 9, 24);
            await region.Vpr(schools[^1], 2026, 8, 22, "RU");
        }

        await region.Run();
        using var browser = await app.SignedIn("RegionalCoordinator");
        using var analyst = await app.SignedIn("Analyst");
        foreach (var person in new[] { browser, analyst }) await person.Submit($"/organisations/{schools[1].Id}/watch", new() { ["watched"] = "true" });

        var page = await browser.Open("/identification/1?watched=true");
        Assert.Equal(["Школа номер 2"], page.QuerySelectorAll("main tbody th a").Select(a => a.TextContent));
        Assert.Contains("watched=true", page.QuerySelector("a[href*='list.xlsx']")!.GetAttribute("href"));

        Assert.Contains("Нужна поддержка", (await browser.Open("/")).QuerySelector("section[aria-labelledby=watched]")!.TextContent);
        var open = (await analyst.Open("/")).QuerySelector("section[aria-labelledby=watched]")!.TextContent;
        Assert.Contains("Школа номер 2", open);
        Assert.DoesNotContain("Нужна поддержка", open);
    }
}
