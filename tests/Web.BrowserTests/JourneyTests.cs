using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Stupeni.Browsing;

/// <summary>From a municipality's workbooks to a confirmed school and the list as a file, as the regional coordinator goes.</summary>
public sealed partial class JourneyTests(Site site)
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

    [Theory]
    [InlineData(true, 2027)]
    [InlineData(false, 2028)]
    public async Task A_folder_comes_in_is_mended_in_one_workbook_and_the_school_reads_its_report(bool script, int year)
    {
        using var folder = await Folder.Make(site, year);
        await using var visit = await site.Visit(Who.Coordinator, script);
        var page = visit.Page;
        await visit.Open("/imports/new");
        if (script)
        {
            var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Выбрать папку" }).ClickAsync());
            await chooser.SetFilesAsync(folder.Path);
            await Assertions.Expect(page.Locator(".st-drop-l li")).ToHaveCountAsync(Folder.Workbooks);
        }
        else
        {
            await page.Locator("input[type=file]").SetInputFilesAsync(folder.Zip());
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Загрузить и проверить" }).ClickAsync();
        await Arrive(page, script);
        await Assertions.Expect(page.Locator("#files")).ToHaveTextAsync($"Файлы: {Folder.Workbooks}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Решить, чьи это названия" }).ClickAsync();
        await Assertions.Expect(page.Locator("fieldset")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("fieldset legend")).ToContainTextAsync(folder.Misspelt);
        await page.Locator("fieldset input[type=radio]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Запомнить и проверить файлы" }).ClickAsync();
        await Arrive(page, script);

        await Assertions.Expect(page.Locator("#errors")).ToContainTextAsync("Ошибки: 3 в 3");
        var book = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Скачать xlsx с пометками" }).ClickAsync());
        var mended = Folder.Mended(await book.PathAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Загрузить исправленное" }).ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync([File("ошибки.xlsx", mended)]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Загрузить и проверить" }).ClickAsync();
        await Arrive(page, script);
        await Assertions.Expect(page.Locator("#errors")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Исправлено ячеек в книге ошибок: 3" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveCountAsync(3);
        await page.GoBackAsync();
        await page.ReloadAsync();

        if (await page.Locator("input[name=Read]").CountAsync() is > 0 and var warnings)
            for (var at = 0; at < warnings; at++) await page.Locator("input[name=Read]").Nth(at).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Применить импорт" }).ClickAsync();
        await Arrive(page, script);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("применён");

        await Deliver(visit, folder, year);
        visit.WasQuiet();
    }

    [Fact]
    public async Task A_link_that_breaks_in_the_middle_loses_nothing_and_nothing_is_sent_twice()
    {
        using var folder = await Folder.Make(site, 2029);
        await using var visit = await site.Visit(Who.Coordinator);
        var page = visit.Page;
        var (sent, broken) = (0, true);
        await page.RouteAsync(url => url.EndsWith("handler=One", StringComparison.Ordinal), route => ++sent > 4 && broken ? route.AbortAsync() : route.ContinueAsync());
        await visit.Open("/imports/new");
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Выбрать папку" }).ClickAsync());
        await chooser.SetFilesAsync(folder.Path);
        await page.GetByRole(AriaRole.Button, new() { Name = "Загрузить и проверить" }).ClickAsync();
        var again = page.GetByRole(AriaRole.Button, new() { Name = "Отправить остальные" });
        await Assertions.Expect(again).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-sending]")).ToContainTextAsync($"Не отправлено: {Folder.Workbooks - 4}");

        (sent, broken) = (0, false);
        await again.ClickAsync();
        await Arrive(page, script: true);
        Assert.Equal(Folder.Workbooks - 4, sent);
        await Assertions.Expect(page.Locator("#files")).ToHaveTextAsync($"Файлы: {Folder.Workbooks}");
    }

    /// <summary>The coordinator reads the school's report and hands it over; the head opens what he was given.</summary>
    private async Task Deliver(Visit visit, Folder folder, int year)
    {
        var page = visit.Page;
        await visit.Open("/results");
        var procedure = await site.Ask(services => services.GetRequiredService<Db>().Procedures.Where(p => p.Year == new Platform.SchoolYear(year) && p.Grade == 6).Select(p => p.Id).SingleAsync());
        await visit.Open($"/results/{procedure}/reports/tasks?school={folder.School.Id}");
        await Assertions.Expect(page.Locator(".st-lead")).ToContainTextAsync(folder.School.Name);
        await page.GetByRole(AriaRole.Link, new() { Name = "Для школы" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Ссылку откроют");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Отчёты школы, xlsx" }).ClickAsync());
        Assert.Contains(folder.School.Code, file.SuggestedFilename, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(folder.School.Name, Workbooks.Text(await file.PathAsync()), StringComparison.Ordinal);
        var address = await page.Locator("#address").InputValueAsync();

        await using var head = await site.Visit(Who.Head);
        Assert.True((await head.Open(address)).Ok);
        await Assertions.Expect(head.Page.Locator("h1")).ToHaveTextAsync("Выполнение заданий");
        await Assertions.Expect(head.Page.Locator(".st-lead")).ToContainTextAsync(folder.School.Name);
        await Assertions.Expect(head.Page.GetByRole(AriaRole.Link, new() { Name = "Для школы" })).ToHaveCountAsync(0);
        head.WasQuiet();
    }

    /// <summary>From the page of a job, if there is one, to the import: a job that runs leads there by itself, one that was over before its page came has a link.</summary>
    private static async Task Arrive(IPage page, bool script)
    {
        var done = page.GetByRole(AriaRole.Link, new() { Name = "Открыть результат" });
        await page.WaitForURLAsync(url => OfJob(url) || Import().IsMatch(url));
        while (!script && OfJob(page.Url) && await done.CountAsync() == 0) await page.ReloadAsync();
        if (OfJob(page.Url)) await Assertions.Expect(done.Or(page.Locator("main nav a[href='/imports']"))).ToBeVisibleAsync(new() { Timeout = 60_000 });
        if (OfJob(page.Url)) await done.ClickAsync();
        await page.WaitForURLAsync(Import());
        await page.WaitForLoadStateAsync();
    }

    private static bool OfJob(string url) => url.Contains("/jobs/", StringComparison.Ordinal);

    [System.Text.RegularExpressions.GeneratedRegex("/imports/[0-9a-f-]{36}$")]
    private static partial System.Text.RegularExpressions.Regex Import();

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
        // Other journeys bring results of later years.
        await page.Locator("#Form_Year").SelectOptionAsync($"{Region.Year}");
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
