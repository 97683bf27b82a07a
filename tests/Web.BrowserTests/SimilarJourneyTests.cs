using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stupeni.Organisations;

namespace Stupeni.Browsing;

/// <summary>A head reads the portrait of the school and learns of similar ones without names; a coordinator picks schools and compares with them.</summary>
public sealed class SimilarJourneyTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_head_reads_the_portrait_sees_similar_schools_without_names_and_takes_the_passport(bool script)
    {
        await using var visit = await site.Visit(Who.Head, script);
        var page = visit.Page;
        await visit.Open(site.Addresses.Of("/organisations/{id:guid}"));
        await page.Locator(".st-tabs a", new() { HasText = "Портрет" }).ClickAsync();
        await Assertions.Expect(page.Locator("main h3").First).ToHaveTextAsync("Кто это");

        await page.Locator("main p a", new() { HasText = "Похожие школы" }).First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("того же вида в области");
        await NoNames(page);
        await page.GetByRole(AriaRole.Link, new() { Name = "Где у похожих школ выше результаты" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Все процедуры года");
        await NoNames(page);

        await page.Locator(".st-tabs a", new() { HasText = "Портрет" }).ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Скачать паспорт, docx" }).ClickAsync());
        Assert.EndsWith(".docx", file.SuggestedFilename, StringComparison.Ordinal);
        visit.WasQuiet();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_coordinator_picks_schools_and_compares_with_them(bool script)
    {
        var name = $"Набор {(script ? "со скриптом" : "без скрипта")}";
        await using var visit = await site.Visit(Who.Coordinator, script);
        var page = visit.Page;
        await visit.Open(site.Addresses.Of("/organisations/{id:guid}/similar"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Составить набор из этих школ" }).ClickAsync();
        var boxes = page.Locator("input[name='Form.Schools']");
        await Assertions.Expect(page.Locator("#picked")).ToContainTextAsync("Выбрано: 10.");
        await boxes.First.UncheckAsync();
        await page.GetByLabel("Название набора").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить набор" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(name);
        await Assertions.Expect(page.Locator("main tbody tr")).ToHaveCountAsync(9);

        await visit.Open(site.Addresses.Of("/organisations/{id:guid}/similar"));
        await page.GetByLabel("С кем сравнивать").SelectOptionAsync(new SelectOptionValue { Label = $"{name} (9)" });
        await page.GetByRole(AriaRole.Button, new() { Name = "Показать", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"Сравнение с набором «{name}»: 9 школ.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Где у похожих школ выше результаты" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync($"Сравнение с набором «{name}»: 9 школ.");
        visit.WasQuiet();
    }

    private async Task NoNames(IPage page)
    {
        var text = await page.Locator("body").InnerTextAsync();
        var own = await page.Locator("h1").InnerTextAsync();
        var others = await site.Ask(services => services.GetRequiredService<Db>().Organisations.Where(o => o.Type == OrganisationType.School).Select(o => o.Name).ToListAsync());
        foreach (var other in others.Where(o => !own.Contains(o, StringComparison.Ordinal))) Assert.DoesNotContain(other, text, StringComparison.Ordinal);
    }
}
