using Microsoft.Playwright;

namespace Stupeni.Browsing;

/// <summary>From a municipality's workbooks to a confirmed school and the list as a file, as the regional coordinator goes.</summary>
public sealed class JourneyTests(Site site)
{
    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task A_coordinator_brings_results_in_mends_an_error_finds_who_needs_support_and_confirms_a_school(bool script, int municipality)
    {
        await using var visit = await site.Visit(Who.Stranger, script);
        var page = visit.Page;
        await visit.SignIn(Who.Coordinator);

        await Upload(page, site.Region.Waiting[municipality]);
        await Apply(page);
        await Identify(page);
        var school = await Confirm(page);
        Assert.Contains(school, await Download(page));
        visit.WasQuiet();
    }

    private static async Task Upload(IPage page, List<string> workbooks)
    {
        var (bytes, row) = Workbooks.Damage(workbooks[0]);
        await page.Locator("nav a[href='/imports']:visible").ClickAsync();
        await page.Locator("main a[href='/imports/new']").First.ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync([.. workbooks.Skip(1).Select(w => File(w)), File(workbooks[0], bytes)]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Загрузить и проверить" }).ClickAsync();

        var error = page.GetByRole(AriaRole.Table, new() { Name = "Ошибки по ячейкам" }).Locator("tbody tr");
        await Assertions.Expect(error).ToHaveCountAsync(1);
        await Assertions.Expect(error.Locator("td[data-l='Лист']")).ToHaveTextAsync("Индивидуальные результаты");
        await Assertions.Expect(error.Locator("td[data-l='Строка']")).ToHaveTextAsync($"{row}");
        await Assertions.Expect(error.Locator("td[data-l='Столбец']")).ToHaveTextAsync("1 (1б)");
        await Assertions.Expect(error.Locator("td[data-l='Значение']")).ToHaveTextAsync(Workbooks.Wrong);

        await page.GetByRole(AriaRole.Link, new() { Name = "Загрузить ещё или заменить" }).ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync([File(workbooks[0])]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Загрузить и проверить" }).ClickAsync();
        await Assertions.Expect(page.Locator("#apply")).ToBeVisibleAsync();
        await Assertions.Expect(error).ToHaveCountAsync(0);
    }

    private static async Task Apply(IPage page)
    {
        foreach (var warning in await page.Locator("input[name=Read]").AllAsync()) await warning.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Применить импорт" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("применён");
    }

    private static async Task Identify(IPage page)
    {
        await page.Locator("nav a[href='/identification']:visible").ClickAsync();
        await page.Locator("main a[href='/identification/new']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Запустить" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Школы, которым нужна поддержка");
    }

    private static async Task<string> Confirm(IPage page)
    {
        await page.Locator("#decision").SelectOptionAsync("Needed");
        foreach (var other in new[] { "#s-RiskGroup", "#s-InsufficientData", "#s-NotListed" }) await page.Locator(other).UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Показать", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**decision=Needed**");
        await page.Locator("tbody th a").First.ClickAsync();
        var school = await page.Locator("h1").InnerTextAsync();

        await page.Locator("input[name='Form.Kind'][value=Confirmed]").CheckAsync();
        await page.GetByLabel("Номер акта").FillAsync("01-12/345");
        await page.GetByLabel("Дата акта").FillAsync("2026-06-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать решение" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Решение записано");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("01-12/345");
        return school;
    }

    private static async Task<string> Download(IPage page)
    {
        await page.Locator(".st-crumbs a").Last.ClickAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Скачать xlsx" }).ClickAsync());
        Assert.EndsWith(".xlsx", file.SuggestedFilename, StringComparison.Ordinal);
        return Workbooks.Text(await file.PathAsync());
    }

    private static FilePayload File(string path, byte[]? bytes = null) => new() { Name = Path.GetFileName(path), MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = bytes ?? System.IO.File.ReadAllBytes(path) };
}
