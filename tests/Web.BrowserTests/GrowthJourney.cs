using Microsoft.Playwright;

namespace Stupeni.Browsing;

/// <summary>A public table of pupils becomes a study: brought in, its columns named, the finding read, the schools taken away as a file.</summary>
public sealed partial class JourneyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_table_of_pupils_is_named_column_by_column_read_as_a_study_and_taken_as_a_file(bool script)
    {
        await using var visit = await site.Visit(Who.Coordinator, script);
        var page = visit.Page;
        var title = script ? "Экзамены Лондона" : "Экзамены Лондона без скриптов";
        await visit.Open("/imports/new");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "exam_london.csv", MimeType = "text/csv", Buffer = await System.IO.File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Oracles", "exam_london.csv"), TestContext.Current.CancellationToken) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Загрузить и проверить" }).ClickAsync();
        await Arrive(page, script);
        await page.Locator("main a[href*='/files/']").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Назвать столбцы" }).ClickAsync();
        await page.GetByLabel("normexam: что это").SelectOptionAsync("Result");
        await page.GetByLabel("standLRT: что это").SelectOptionAsync("Prior");
        await page.GetByLabel("sex: что это").SelectOptionAsync("Category");
        await page.GetByLabel("Название исследования").FillAsync(title);
        await page.GetByLabel("Год", new() { Exact = true }).FillAsync("2026");
        await page.GetByLabel("Предмет", new() { Exact = true }).FillAsync("экзамены в 16 лет");
        await page.GetByLabel("Откуда таблица").FillAsync("Goldstein и др., 1993");
        await page.GetByRole(AriaRole.Button, new() { Name = "Сохранить и проверить файл" }).ClickAsync();
        await Arrive(page, script);
        await page.GetByRole(AriaRole.Button, new() { Name = "Применить импорт" }).ClickAsync();
        await Arrive(page, script);
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("применён");

        await page.Locator("nav a[href='/growth']:visible").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator(".st-lead")).ToContainTextAsync("После учёта (прежний результат, sex) между школами остаётся 13,8");
        await page.GetByLabel("sex: F, M").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Посчитать" }).ClickAsync();
        await Assertions.Expect(page.Locator(".st-lead")).ToContainTextAsync("После учёта (прежний результат) между школами");

        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Скачать xlsx" }).ClickAsync());
        Assert.Contains("По названиям, не по величине", Workbooks.Text(await file.PathAsync()), StringComparison.Ordinal);
        visit.WasQuiet();
    }
}
