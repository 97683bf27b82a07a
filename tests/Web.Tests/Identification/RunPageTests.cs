using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;

namespace Stupeni.Identification;

/// <summary>Running a rule from the page, comparing runs, editions of one's own.</summary>
public sealed class RunPageTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_region_runs_compares_and_makes_an_edition_of_its_own()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");
        var empty = await browser.Open("/identification");
        Assert.Contains("Запусков пока нет", empty.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Сначала загрузите файлы", (await browser.Open("/identification/new")).Body!.TextContent, StringComparison.Ordinal);

        var region = await Region.Of(app);
        var (enters, leaves, stays) = (await region.School("010001", "Входящая"), await region.School("010002", "Выходящая"), await region.School("010003", "Прежняя"));
        foreach (var school in new[] { enters, leaves, stays })
        {
            await region.Oge(school, 2026, 9, 24);
            await region.Vpr(school, 2026, school == enters ? 2 : 8, 22);
        }

        // Wrong input, then the form as it stands.
        var wrong = await browser.Submit("/identification/new", new() { ["Form.MinParticipants"] = "много" });
        Assert.Contains("много", (await Browser.Read(wrong)).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("от 1 до 1000", (await Browser.Read(await browser.Submit("/identification/new", new() { ["Form.MinParticipants"] = "0" }))).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Выберите правило", (await Browser.Read(await browser.Submit("/identification/new", new() { ["Form.Choice"] = null }))).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Результатов за", (await Browser.Read(await browser.Submit("/identification/new", new() { ["Form.Year"] = "2023" }))).QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await app.Ask(db => db.IdentificationRuns.CountAsync()));

        var first = await browser.Submit("/identification/new", []);
        Assert.Equal("/identification/1", first.Headers.Location!.ToString());
        Assert.Contains("Запуск № 1 готов.", (await browser.Open("/identification/1")).Body!.TextContent, StringComparison.Ordinal);

        // Twice sent is run once.
        Assert.Equal("/identification/1", (await browser.Submit("/identification/new", [])).Headers.Location!.ToString());
        Assert.Contains("данные не изменились", (await browser.Open("/identification/1")).Body!.TextContent, StringComparison.Ordinal);

        await region.Vpr(enters, 2026, 8, 22);
        await region.Oge(leaves, 2026, 1, 24);
        Assert.Equal("/identification/2", (await browser.Submit("/identification/new", [])).Headers.Location!.ToString());
        var compared = await browser.Open("/identification/2/compare/1");
        Assert.Contains("Вошли в список: 1\u00a0школа; вышли: 1\u00a0школа", compared.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("ВПР 2026, математика, 6 класс: было 2 из 22, стало 8 из 22", compared.QuerySelector("section[aria-labelledby=h-in]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Выходящая", compared.QuerySelector("section[aria-labelledby=h-out]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/identification/2/compare/2")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/identification/2/compare/77")).StatusCode);
        Assert.Contains("Есть запуск новее", (await browser.Open("/identification/1")).Body!.TextContent, StringComparison.Ordinal);

        await Own(browser);
        var runs = await browser.Open("/identification");
        Assert.Equal(3, runs.QuerySelectorAll("tbody tr").Length);
        var other = await browser.Open("/identification/3/compare/2");
        Assert.Contains("правило: было RON-2025, редакция 2025", other.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_year_with_results_is_offered_with_what_there_is_and_the_next_one()
    {
        await using var own = new App();
        var region = await Region.Of(own);
        var school = await region.School("010001", "Школа");
        await region.Vpr(school, 2019, 2, 20);
        await region.Oge(school, 2026, 9, 24);
        await region.Vpr(school, 2026, 8, 22);
        using var browser = await own.SignedIn("RegionalCoordinator");

        var page = await browser.Open("/identification/new");

        Assert.Equal(["2026/27: результатов ещё нет", "2025/26: ВПР, ОГЭ", "2018/19: ВПР"], page.QuerySelectorAll("#Form_Year option").Select(o => o.TextContent.Trim()));
        Assert.Equal("2026", page.QuerySelector("#Form_Year option[selected]")!.GetAttribute("value"));
    }

    private async Task Own(Browser browser)
    {
        var rules = await browser.Open("/reference/rules");
        Assert.Contains("Методика ФИОКО", rules.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("русский язык, математика", rules.Body.TextContent, StringComparison.Ordinal);
        var page = rules.QuerySelectorAll("a[href^='/reference/rules/new']").Last().GetAttribute("href")!;
        var refused = await Browser.Read(await browser.Submit(page, new() { ["Form.Edition"] = "2026-45", ["Form.Share"] = "25" }));
        Assert.Contains("Укажите акт", refused.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("25", refused.QuerySelector("#Form_Share")!.GetAttribute("value"));
        foreach (var (field, value) in new[] { ("Share", "101"), ("Risk", "25"), ("MinParticipants", "0"), ("MinProcedures", "0"), ("Edition", "2025"), ("From", "") })
        {
            var wrong = await browser.Submit(page, new() { ["Form.Edition"] = "2026-45", ["Form.Share"] = "25", ["Form.Source"] = "Приказ 1", [$"Form.{field}"] = value });
            Assert.NotNull((await Browser.Read(wrong)).QuerySelector($"[role=alert] a[href='#Form_{field}']"));
        }

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit(page, new() { ["Form.Edition"] = "2026-45", ["Form.Share"] = "25", ["Form.Source"] = "Приказ департамента 01-12/1" })).StatusCode);
        var own = await app.Ask(db => db.IdentificationRules.SingleAsync(r => r.Origin == RuleOrigin.Own));
        Assert.Equal(("RON-2025", "2026-45", 25), (own.Code, own.Edition, own.SharePercent));
        Assert.True(await app.Ask(db => db.Changes.AnyAsync(c => c.Subject == nameof(IdentificationRule) && c.SubjectId == own.Id.Value)));

        Assert.Equal("/identification/3", (await browser.Submit("/identification/new", new() { ["Form.Choice"] = $"{own.Id}:Any" })).Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("Analyst", true)]
    [InlineData("MunicipalCoordinator", true)]
    [InlineData("Administrator", false)]
    public async Task Rules_are_read_by_those_who_see_results_and_changed_by_few(string role, bool reads)
    {
        using var browser = await app.SignedIn(role, role == "MunicipalCoordinator" ? Guid.CreateVersion7() : null);
        Assert.Equal(reads ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await browser.Get("/reference/rules")).StatusCode);
        var rule = await app.Ask(db => db.IdentificationRules.Select(r => r.Id).FirstAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/reference/rules/new?of={rule}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/identification/new")).StatusCode);
    }
}
