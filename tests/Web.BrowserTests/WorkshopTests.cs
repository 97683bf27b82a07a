using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Stupeni.Browsing;

/// <summary>Other numbers are tried, seen, sent on, and become an edition with an act.</summary>
public sealed class WorkshopTests(Site site)
{
    [Theory]
    [InlineData(true, "2026-451")]
    [InlineData(false, "2026-452")]
    public async Task A_threshold_is_changed_the_schools_that_enter_are_seen_and_the_edition_is_published(bool script, string edition)
    {
        await using var visit = await site.Visit(Who.Coordinator, script);
        var page = visit.Page;
        await visit.Open("/identification");
        await page.GetByRole(AriaRole.Link, new() { Name = "Мастерская правил" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("Числа те же");

        await page.Locator("#of").SelectOptionAsync(new SelectOptionValue { Label = "RON-2025, редакция 2025, достаточно одного условия" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Взять за основу" }).ClickAsync();
        await page.Locator("#Risk").FillAsync("5");
        await page.Locator("#Share").FillAsync("101");
        await page.GetByRole(AriaRole.Button, new() { Name = "Показать, что изменится" }).ClickAsync();
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("от 1 до 100");
        await Assertions.Expect(page.Locator("#Risk")).ToHaveValueAsync("5");

        await page.Locator("#Share").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Показать, что изменится" }).ClickAsync();
        await Assertions.Expect(page.Locator("#summary")).ToContainTextAsync("По вашей редакции");
        await Assertions.Expect(page.Locator("section[aria-labelledby=h-changes] tbody th a").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("section[aria-labelledby=h-model]")).ToContainTextAsync("При каких допущениях");

        // A colleague who is sent the address sees the same.
        var said = await page.Locator("#summary").InnerTextAsync();
        await using var colleague = await site.Visit(Who.Coordinator, script);
        await colleague.Open(new Uri(page.Url).PathAndQuery);
        await Assertions.Expect(colleague.Page.Locator("#summary")).ToHaveTextAsync(said);

        await page.GetByRole(AriaRole.Link, new() { Name = "Опубликовать редакцию" }).ClickAsync();
        var publish = page.GetByRole(AriaRole.Button, new() { Name = "Опубликовать редакцию" });
        await page.GetByLabel("Название редакции").FillAsync(edition);
        await publish.ClickAsync();
        await Assertions.Expect(page.Locator("[role=alert]")).ToContainTextAsync("Укажите, какой это акт");
        await page.GetByLabel("Акт, которым это установлено").FillAsync("Приказ департамента образования");
        await page.GetByLabel("Номер акта").FillAsync("01-12/345");
        await page.GetByLabel("Дата акта").FillAsync("2026-01-20");
        await page.GetByLabel("Действует с").FillAsync("2026-02-01");
        await publish.DblClickAsync();
        await page.WaitForURLAsync("**/reference/rules*");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"RON-2025, редакция {edition}");
        Assert.Equal(1, await site.Ask(services => services.GetRequiredService<Db>().IdentificationRules.CountAsync(r => r.Edition == edition)));
    }
}
