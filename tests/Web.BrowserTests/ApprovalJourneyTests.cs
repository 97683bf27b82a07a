using System.IO.Compression;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Stupeni.Identification;
using Stupeni.Platform;

namespace Stupeni.Browsing;

/// <summary>From a run to its order: the coordinator opens the time, the head objects, the coordinator answers, decides, confirms the rest, approves and downloads.</summary>
public sealed class ApprovalJourneyTests(Site site)
{
    private static DateOnly Today => new Clock(TimeProvider.System).Today;

    [Theory]
    [InlineData(true, 8)]
    [InlineData(false, 7)]
    public async Task A_run_becomes_an_order(bool script, int minParticipants)
    {
        var (run, school) = await Run(minParticipants);
        await using var coordinator = await site.Visit(Who.Coordinator, script);
        var page = coordinator.Page;
        await coordinator.Open($"/identification/{run}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Работа над списком" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Открыть приём" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Объявить сроки" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Возражения принимаются до");

        await Object(run, school, script);
        await Answer(page);
        await Decide(page, page.Locator("input[name='Form.Kind']").Last, "13");

        await site.Ask(services => services.GetRequiredService<Db>().ListReviews.Where(r => r.Number == run).ExecuteUpdateAsync(set => set.SetProperty(r => r.From, Today.AddDays(-20)).SetProperty(r => r.Until, Today.AddDays(-1))));
        await coordinator.Open($"/identification/{run}/work");
        var together = page.GetByRole(AriaRole.Link, new() { NameRegex = new("Подтвердить сразу") });
        if (await together.CountAsync() > 0)
        {
            await together.ClickAsync();
            await Act(page, "протокол 4");
            await page.GetByRole(AriaRole.Button, new() { NameRegex = new("Подтвердить:") }).ClickAsync();
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Подтверждены одним актом");
        }

        await coordinator.Open($"/identification/{run}?decision=Needed");
        while (await page.Locator("tbody th a").CountAsync() > 0)
        {
            await page.Locator("tbody th a").First.ClickAsync();
            await page.Locator("#Form_Reason").FillAsync("Данных мало.");
            await Decide(page, page.Locator("input[name='Form.Kind']").Last, "14");
            await coordinator.Open($"/identification/{run}?decision=Needed");
        }

        await coordinator.Open($"/identification/{run}/work");
        await page.GetByRole(AriaRole.Link, new() { Name = "Утвердить список" }).ClickAsync();
        await Act(page, $"{run}-р");
        await page.GetByRole(AriaRole.Button, new() { Name = "Утвердить список" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Утверждённый перечень");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Скачать приказ, docx" }).ClickAsync());
        Assert.Equal($"order-{run}.docx", file.SuggestedFilename);
        Assert.Contains($"№ {run}-р", Words(await file.PathAsync()), StringComparison.Ordinal);
        coordinator.WasQuiet();
    }

    private async Task Object(int run, Guid school, bool script)
    {
        await using var head = await site.Visit(Who.Head, script);
        await head.Open($"/identification/{run}/schools/{school}");
        await head.Page.GetByRole(AriaRole.Link, new() { Name = "Написать возражение" }).ClickAsync();
        await head.Page.GetByLabel("С чем школа не согласна и почему").FillAsync("В протоколе другое число.");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Отправить возражение" }).ClickAsync();
        await Assertions.Expect(head.Page.Locator("main")).ToContainTextAsync("Возражение отправлено.");
        await Assertions.Expect(head.Page.Locator("#objection")).ToContainTextAsync("Ждёт ответа");
        head.WasQuiet();
    }

    private static async Task Answer(IPage page)
    {
        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "К возражениям" }).ClickAsync();
        await page.Locator("tbody th a").First.ClickAsync();
        await page.Locator("input[name='Form.Accepts'][value=true]").CheckAsync();
        await page.Locator("#Form_Answer").FillAsync("Протокол это подтверждает.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ответить" }).ClickAsync();
        await Assertions.Expect(page.Locator("#Form_Reason")).ToHaveValueAsync("Возражение школы № 1 принято. Протокол это подтверждает.");
    }

    private static async Task Decide(IPage page, ILocator choice, string number)
    {
        await choice.CheckAsync();
        await Act(page, number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Записать решение" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Решение записано");
    }

    private static async Task Act(IPage page, string number)
    {
        await page.GetByLabel("Номер акта").FillAsync(number);
        await page.GetByLabel("Дата акта").FillAsync($"{Today:yyyy-MM-dd}");
    }

    /// <summary>A run of its own, and the head's school.</summary>
    private Task<(int Run, Guid School)> Run(int minParticipants) => site.Ask(async services =>
    {
        var db = services.GetRequiredService<Db>();
        var rule = await db.IdentificationRules.AsNoTracking().FirstAsync(r => r.Code == "RON-2025");
        var (run, _) = await services.GetRequiredService<RunIdentification>().Run(RunOrder.Of(rule, null, Region.Year, minParticipants));
        return (run.Number, (await db.Grants.Where(g => g.Role == "SchoolHead").Select(g => g.Scope).FirstAsync())!.Value);
    });

    private static string Words(string docx)
    {
        using var zip = ZipFile.OpenRead(docx);
        using var part = zip.GetEntry("word/document.xml")!.Open();
        return XDocument.Load(part).Root!.Value;
    }
}
