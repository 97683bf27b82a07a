using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;
using Stupeni.Imports;

namespace Stupeni.Context;

/// <summary>Words that nobody knows are answered once, kept for everyone, versioned, and stay with what was read by them.</summary>
public sealed class PassportWizardTests
{
    private static readonly string[][] Odd = [["Школа (код)", "Ребят", "Живут с одним", "Мало денег"], ["450101", "412", "103", "70"]];

    [Fact]
    public async Task An_answer_is_kept_shared_versioned_renamed_and_retired()
    {
        await using var app = new App();
        var schools = await app.Schools();
        using var first = await app.SignedIn("RegionalCoordinator");
        var import = await first.Upload(("социальный паспорт района 2026.csv", Passport.Csv(Odd)));
        var file = await As(app, first, import);
        Assert.Equal(HttpStatusCode.Redirect, (await first.Submit($"{file}/passport", Answers("LowIncome"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await first.Apply(import)).StatusCode);
        Assert.Equal(["Pupils 412", "Incomplete 103/412", "LowIncome 70/412"], await app.Held(schools["450101"], 2026));

        // Another person's file with the same words is read by it without a question.
        using var second = await app.SignedIn("MunicipalCoordinator", SmallRegion.North.Id.Value);
        var next = await second.Upload(("социальный паспорт 2027.csv", Passport.Csv([Odd[0], ["450102", "90", "20", "11"]])));
        var nextFile = await As(app, second, next);
        Assert.Contains("версия 1", (await second.Open(nextFile)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await second.Apply(next)).StatusCode);

        // A new answer is a new version; the file that was read stays with the old one.
        var third = await first.Upload(("социальный паспорт 2028.csv", Passport.Csv([Odd[0], ["450101", "400", "100", "60"]])));
        var thirdFile = await As(app, first, third);
        Assert.Equal(HttpStatusCode.Redirect, (await first.Submit($"{thirdFile}/passport", Answers("Unemployed"))).StatusCode);
        Assert.Contains("версия 2", (await first.Open(thirdFile)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("версия 1", (await second.Open(nextFile)).Body!.TextContent, StringComparison.Ordinal);

        var list = await first.Open("/imports/mappings");
        var page = list.QuerySelector("main tbody a")!.GetAttribute("href")!;
        Assert.Contains("Паспорт района", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await first.Open(page)).QuerySelectorAll("details table").Length);
        Assert.Equal(["Столбец или строка «школа (код)» | Код ОО", "Столбец или строка «ребят» | Всего обучающихся", "Столбец или строка «живут с одним» | Из неполных семей", "Столбец или строка «мало денег» | Родители без работы"],
            (await first.Open(page)).QuerySelectorAll("details[open] tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))));
        var stale = (await first.Open(page)).Held("form[action*=Rename]");
        Assert.Equal(HttpStatusCode.Redirect, (await first.Submit(page, new() { ["Form.Name"] = "Паспорт Северного района" }, "form[action*=Rename]")).StatusCode);
        var late = await second.Submit(page, new() { ["Form.Name"] = "Иначе", ["Form.Token"] = stale["Form.Token"] }, "form[action*=Rename]");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await first.Submit(page, [], "#retire")).StatusCode);
        var fourth = await first.Upload(("социальный паспорт 2029.csv", Passport.Csv([Odd[0], ["450101", "400", "100", "60"]])));
        await As(app, first, fourth);
        Assert.Equal(FileState.NeedsMapping, await app.Ask(db => db.ImportFiles.OrderByDescending(f => f.Id).Select(f => f.State).FirstAsync()));
        Assert.Equal("Паспорт Северного района", await app.Ask(db => db.ImportMappings.Select(m => m.Name).SingleAsync()));
    }

    [Fact]
    public async Task Answers_that_leave_the_year_or_the_school_unsaid_are_asked_again_before_anything_is_kept()
    {
        await using var app = new App();
        await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");
        var file = await As(app, browser, await browser.Upload(("социальный паспорт.csv", Passport.Csv(Odd))));

        var noYear = await browser.Submit($"{file}/passport", Answers("LowIncome"));
        var noSchool = await browser.Submit($"{file}/passport", new(Answers("LowIncome")) { ["Form.Fields[0]"] = "-", ["Form.Year"] = "2026" });
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (noYear.StatusCode, noSchool.StatusCode));
        Assert.Equal("В файле года нет: укажите его, 2026 или 2025/26.", (await Browser.Read(noYear)).Text(".st-errsum li"));
        Assert.Equal("Скажите, где код, логин или название школы.", (await Browser.Read(noSchool)).Text(".st-errsum li"));
        Assert.False(await app.Ask(db => db.ImportMappings.AnyAsync()));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"{file}/passport", new(Answers("LowIncome")) { ["Form.Year"] = "2026" })).StatusCode);
        Assert.Equal(FileState.Ready, await app.Ask(db => db.ImportFiles.Select(f => f.State).SingleAsync()));
    }

    [Fact]
    public async Task Roles_without_import_find_no_mappings_and_no_wizard()
    {
        await using var app = new App();
        var schools = await app.Schools();
        using var owner = await app.SignedIn("RegionalCoordinator");
        var file = await As(app, owner, await owner.Upload(("социальный паспорт 2026.csv", Passport.Csv(Odd))));
        using var head = await app.SignedIn("SchoolHead", schools["450101"].Id.Value);
        using var curator = await app.SignedIn("SchoolTeamCurator", schools["450101"].Id.Value);

        Assert.Equal(HttpStatusCode.OK, (await owner.Get($"{file}/passport")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await head.Get("/imports/mappings")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get($"{file}/passport")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await curator.Get("/imports/mappings")).StatusCode);
    }

    private static Dictionary<string, string?> Answers(string last) => new()
    {
        ["Form.Fields[0]"] = "Code", ["Form.Fields[1]"] = "Pupils", ["Form.Fields[2]"] = "Incomplete", ["Form.Fields[3]"] = last, ["Form.Name"] = "Паспорт района",
    };

    /// <summary>The last file, told to be a passport; its address.</summary>
    private static async Task<string> As(App app, Browser browser, string import)
    {
        var id = await app.Ask(db => db.ImportFiles.OrderByDescending(f => f.Id).Select(f => f.Id).FirstAsync());
        var url = $"{import}/files/{id}";
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit(url, new() { ["Form.Kind"] = "social-passport" }, "form[action*=Kind]")).StatusCode);
        return url;
    }
}
