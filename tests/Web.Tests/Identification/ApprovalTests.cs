using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;

namespace Stupeni.Identification;

/// <summary>From decisions to an approved list and its order: once, whole, and seen by those whom it concerns.</summary>
public sealed class ApprovalTests(App app) : IClassFixture<App>
{
    private const int Many = 330;

    [Fact]
    public async Task A_list_goes_from_objections_to_an_act_and_changes_only_by_another()
    {
        var region = await Region.Of(app);
        var schools = new List<Organisation>();
        for (var i = 0; i < 4; i++) schools.Add(await Low(region, $"01000{i}", $"Северная {i}"));
        var foreign = await Low(region, "020001", "Южная", region.South);
        var small = await region.School("010100", "Малая");
        await region.Oge(small, 2026, 3, 9);
        var run = await region.Run();
        var here = $"/identification/{run.Number}";
        using var coordinator = await app.SignedIn("RegionalCoordinator");

        // The time of objections is opened by the coordinator and seen by the school.
        await coordinator.Submit($"{here}/period", []);
        using var head = await app.SignedIn("SchoolHead", schools[0].Id.Value);
        await head.Submit($"{here}/schools/{schools[0].Id}/objection", new() { ["Form.Text"] = "Не согласны." });

        // Nothing is approved while something is left.
        Assert.Contains("утвердить список можно на следующий день", await Refusal(coordinator, $"{here}/approve", Reviewing.Act("12-р")), StringComparison.Ordinal);
        await app.Pass(run);
        Assert.Contains("срок ответа прошёл: 1", (await coordinator.Open($"{here}/work")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Остались возражения без ответа: 1.", await Refusal(coordinator, $"{here}/approve", Reviewing.Act("12-р")), StringComparison.Ordinal);
        var objection = (await coordinator.Open($"{here}/objections")).QuerySelector("main table a")!.GetAttribute("href")!;
        await coordinator.Submit(objection, new() { ["Form.Accepts"] = "true", ["Form.Answer"] = "Число исправлено." });
        Assert.Contains("Остались школы без решения: 6.", await Refusal(coordinator, $"{here}/approve", Reviewing.Act("12-р")), StringComparison.Ordinal);

        // Those who did not object are confirmed together, however often the button is pressed.
        var confirm = await coordinator.Open($"{here}/confirm");
        Assert.DoesNotContain("Северная 0", confirm.Body!.TextContent, StringComparison.Ordinal);
        var twice = await Task.WhenAll(coordinator.Submit($"{here}/confirm", Reviewing.Act("протокол 4")), Later(() => Post(coordinator, confirm, $"{here}/confirm", Reviewing.Act("протокол 4"))));
        Assert.All(twice, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(4, await app.Ask(db => db.ListDecisions.CountAsync(d => d.Run == run.Id && d.Kind == DecisionKind.Confirmed)));

        await coordinator.Submit($"{here}/schools/{schools[0].Id}", Reviewing.Act("13", ("Kind", "Removed")));
        await coordinator.Submit($"{here}/schools/{small.Id}", Reviewing.Act("14", ("Kind", "Removed"), ("Reason", "Мало данных.")));

        // The draft says that it is one.
        var draft = await Order(coordinator, here);
        Assert.Contains("Проект", draft, StringComparison.Ordinal);
        Assert.Contains("______________", draft, StringComparison.Ordinal);
        await coordinator.Submit($"{here}/requisites", new() { ["Form.Authority"] = "Департамент образования области", ["Form.SignerName"] = "И.О. Фамилия" });

        var approve = await coordinator.Open($"{here}/approve");
        Assert.All(await Task.WhenAll(coordinator.Submit($"{here}/approve", Reviewing.Act("12-р")), Later(() => Post(coordinator, approve, $"{here}/approve", Reviewing.Act("12-р")))), a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        var list = Assert.Single(await app.Ask(db => db.ApprovedOf(run.Id)));
        Assert.Equal((1, 4), (list.Edition, list.Schools));
        Assert.Equal(ApprovedList.Hash(await app.Ask(db => db.ApprovedSchools.Where(s => s.List == list.Id).ToListAsync())), list.Sha256);

        // The order is the order of that list, and it repeats to the byte.
        var order = await Order(coordinator, here);
        Assert.DoesNotContain("Проект", order, StringComparison.Ordinal);
        foreach (var word in new[] { "Департамент образования области", "№ 12-р", "Утвердить перечень", "Северная 1", "Южная", "9 из 24", "RON-2025", run.InputSha256, list.Sha256 }) Assert.Contains(word, order, StringComparison.Ordinal);
        Assert.DoesNotContain("Северная 0", order, StringComparison.Ordinal);
        Assert.Equal(await Bytes(coordinator, here), await Bytes(coordinator, here));

        // Nothing changes after that.
        Assert.Null((await coordinator.Open($"{here}/schools/{schools[1].Id}")).QuerySelector("#decision form"));
        Assert.Contains("Перечень утверждён: 12-р", await Refused(() => app.Do(async db =>
        {
            var decision = await db.ListDecisions.SingleAsync(d => d.Run == run.Id && d.Organisation == schools[1].Id);
            decision.Decide(await db.ReviewToChange(run), DecisionKind.Removed, SchoolState.Listed, "Передумали.", "15", Reviewing.Today, Reviewing.Today, Viewer.Program, Region.Noon);
        })), StringComparison.Ordinal);
        Assert.Contains("Перечень утверждён", await Refusal(coordinator, $"{here}/period", []), StringComparison.Ordinal);

        // What each may see of it.
        Assert.True((await app.Ask(db => db.ListState(Viewer.Program, schools[1].Id)))!.Approved!.InList);
        var own = (await head.Open($"{here}/approved")).Body!.TextContent;
        Assert.Contains("Северная 0", own, StringComparison.Ordinal);
        Assert.Contains("12-р", own, StringComparison.Ordinal);
        Assert.DoesNotContain("Северная 1", own, StringComparison.Ordinal);
        using var north = await app.SignedIn("MunicipalCoordinator", region.North.Id.Value);
        Assert.DoesNotContain(foreign.Name, (await north.Open($"{here}/approved")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var (role, scope) in new[] { ("SchoolHead", schools[0].Id.Value), ("MunicipalCoordinator", region.North.Id.Value), ("RegionalOperator", (Guid?)null), ("Analyst", null) })
        {
            using var browser = await app.SignedIn(role, scope);
            foreach (var page in new[] { "work", "period", "confirm", "requisites", "approve", "amend", "order.docx" }) Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{here}/{page}")).StatusCode);
        }

        // Another act makes another edition; till then the first is in force.
        await coordinator.Submit($"{here}/amend", new() { ["Form.Reason"] = "Решение апелляционной комиссии." });
        await coordinator.Submit($"{here}/schools/{schools[1].Id}", Reviewing.Act("16", ("Kind", "Removed"), ("Reason", "Апелляция.")));
        Assert.True((await app.Ask(db => db.ListState(Viewer.Program, schools[1].Id)))!.InList);
        await coordinator.Submit($"{here}/approve", Reviewing.Act("20-р"));
        var state = (await app.Ask(db => db.ListState(Viewer.Program, schools[1].Id)))!;
        Assert.Equal((false, 2, "20-р"), (state.InList, state.Approved!.Edition, state.Approved.ActNumber));
        Assert.Equal([2, 1], (await app.Ask(db => db.ApprovedOf(run.Id))).Select(l => l.Edition));
        var changed = await Order(coordinator, here);
        Assert.Contains("Внести изменения в перечень", changed, StringComparison.Ordinal);
        Assert.Contains("Решение апелляционной комиссии", changed, StringComparison.Ordinal);
        Assert.Contains("Северная 1", (await coordinator.Open($"{here}/approved?edition=1")).Body!.TextContent, StringComparison.Ordinal);

        await A_region_of_330_schools(region, coordinator);
    }

    private async Task A_region_of_330_schools(Region region, Browser coordinator)
    {
        var schools = Enumerable.Range(0, Many).Select(n => Organisation.Open($"03{n:0000}", OrganisationType.School, region.South.Id, new($"Большая {n}"))).ToList();
        var run = await region.Run(minParticipants: 5);
        await app.Do(db =>
        {
            db.AddRange(schools);
            db.AddRange(schools.Select(s => new RunSchool { Run = run.Id, Organisation = s.Id, State = SchoolState.Listed, Participants = 24, BelowThreshold = 9 }));
            var procedure = db.Procedures.First(p => p.Year == new Platform.SchoolYear(2026));
            db.AddRange(schools.Select(s => new RunInput { Run = run.Id, Organisation = s.Id, Procedure = procedure.Id, Year = new(2026), Participants = 24, BelowThreshold = 9, Low = true }));
            return db.SaveChangesAsync();
        });
        var here = $"/identification/{run.Number}";
        await coordinator.Submit($"{here}/confirm", Reviewing.Act("протокол 5"));
        Assert.True(await app.Ask(db => db.ListDecisions.CountAsync(d => d.Run == run.Id)) >= Many);
        await app.Open(run);
        await app.Pass(run);
        foreach (var left in await app.Ask(db => db.RunSchools.Where(s => s.Run == run.Id && s.State == SchoolState.InsufficientData && !db.ListDecisions.Any(d => d.Run == run.Id && d.Organisation == s.Organisation)).Select(s => s.Organisation).ToListAsync()))
            await coordinator.Submit($"{here}/schools/{left}", Reviewing.Act("6", ("Kind", "Removed"), ("Reason", "Мало данных.")));
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Submit($"{here}/approve", Reviewing.Act("30-р"))).StatusCode);
        Assert.Equal(50, (await coordinator.Open($"{here}/approved")).QuerySelectorAll("main tbody tr").Length);
        Assert.Contains("Большая 329", await Order(coordinator, here), StringComparison.Ordinal);
    }

    private static async Task<Organisation> Low(Region region, string code, string name, Municipality? municipality = null)
    {
        var school = await region.School(code, name, municipality);
        await region.Oge(school, 2026, 9, 24);
        await region.Vpr(school, 2026, 8, 22);
        return school;
    }

    private static async Task<string> Refusal(Browser browser, string url, Dictionary<string, string?> typed)
    {
        var answer = await browser.Submit(url, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        return (await Browser.Read(answer)).QuerySelector("[role=alert]")!.TextContent;
    }

    private static async Task<string> Refused(Func<Task> work)
    {
        var broken = await Assert.ThrowsAsync<Platform.RuleBroken>(work);
        return Platform.Texts.Say(broken.Key, [.. broken.Args]);
    }

    private static async Task<HttpResponseMessage> Later(Func<Task<HttpResponseMessage>> post)
    {
        await Task.Yield();
        return await post();
    }

    private static Task<HttpResponseMessage> Post(Browser browser, AngleSharp.Html.Dom.IHtmlDocument page, string url, Dictionary<string, string?> typed)
    {
        var fields = page.QuerySelectorAll("main form input").Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Concat(page.QuerySelectorAll("main form textarea").Select(a => new KeyValuePair<string, string>(a.GetAttribute("name")!, a.TextContent)));
        return browser.Http.PostAsync(url, new FormUrlEncodedContent(fields.Where(f => !typed.ContainsKey(f.Key)).Concat(typed.Select(t => new KeyValuePair<string, string>(t.Key, t.Value ?? "")))), TestContext.Current.CancellationToken);
    }

    private static async Task<byte[]> Bytes(Browser browser, string here) => await (await browser.Get($"{here}/order.docx")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    private static async Task<string> Order(Browser browser, string here)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(await Bytes(browser, here)), false);
        Assert.Empty(new OpenXmlValidator().Validate(word).Select(e => e.Description));
        return string.Join('\n', word.MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText));
    }
}
