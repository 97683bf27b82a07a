using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;

namespace Stupeni.Identification.Workshop;

/// <summary>Numbers that were tried become an edition: with an act and from a day, once, and without touching what was run before.</summary>
public sealed class PublishTests(App app) : IClassFixture<App>
{
    private const string Publish = "/identification/workshop/publish?share=25&risk=15&minProcedures=1&kinds=Oge&subjects=MA&subjects=RU&grades=9";

    private static readonly Dictionary<string, string?> Typed = new()
    {
        ["Form.Edition"] = "2026-45", ["Form.Act"] = "Приказ департамента образования", ["Form.ActNumber"] = "01-12/345", ["Form.ActDate"] = "2026-01-20", ["Form.From"] = "2026-02-01", ["Form.To"] = "",
    };

    [Fact]
    public async Task An_edition_needs_a_name_an_act_and_days_and_a_second_press_makes_no_second_one()
    {
        var region = await Region.Of(app);
        var school = await region.School("010001", "Школа");
        await region.Oge(school, 2026, 6, 24);
        var old = await region.Run();
        using var browser = await app.SignedIn("RegionalCoordinator");

        foreach (var (field, value) in new[] { ("Edition", ""), ("Act", ""), ("ActNumber", ""), ("ActDate", ""), ("ActDate", "2199-01-01"), ("From", ""), ("To", "2026-01-31"), ("Edition", "2025") })
        {
            var refused = await browser.Submit(Publish, new(Typed) { [$"Form.{field}"] = value });
            var page = await Browser.Read(refused);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.NotNull(page.QuerySelector($"[role=alert] a[href='#Form_{field}']"));
            Assert.Contains("25\u00a0% и больше", page.QuerySelector("dl")!.TextContent, StringComparison.Ordinal);
            if (field != "Act") Assert.Equal("Приказ департамента образования", page.QuerySelector("#Form_Act")!.TextContent);
        }

        Assert.Equal(0, await Own());
        var answers = await Task.WhenAll(browser.Submit(Publish, new(Typed)), browser.Submit(Publish, new(Typed)));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Redirect, a.StatusCode));
        Assert.Equal(answers[0].Headers.Location, answers[1].Headers.Location);
        Assert.Equal(1, await Own());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await browser.Submit(Publish, new(Typed) { ["Form.ActNumber"] = "01-12/346" })).StatusCode);

        var own = await app.Ask(db => db.IdentificationRules.SingleAsync(r => r.Origin == RuleOrigin.Own));
        Assert.Equal(("RON-2025", "2026-45", 25, 15, 10, 1, "Oge", "RU MA", "9", "Приказ департамента образования от 20.01.2026 № 01-12/345"), (own.Code, own.Edition, own.SharePercent, own.RiskPercent, own.MinParticipants, own.MinProcedures, own.Kinds, string.Join(' ', own.CountedSubjects.OrderDescending()), own.Grades, own.Source));
        Assert.Contains("2026-45", (await browser.Open("/reference/rules")).Body!.TextContent, StringComparison.Ordinal);

        // The old run is on its edition still, and says what it said; a new one of the new edition stands beside it.
        var kept = await app.Ask(db => db.IdentificationRuns.SingleAsync(r => r.Id == old.Id));
        Assert.Equal((old.Rule, "2025", 0), (kept.Rule, kept.RuleEdition, kept.Listed));
        Assert.Contains("30\u00a0% и больше", (await browser.Open($"/identification/{old.Number}")).QuerySelector(".st-lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/identification/{old.Number + 1}", (await browser.Submit("/identification/new", new() { ["Form.Choice"] = $"{own.Id}:Any" })).Headers.Location!.ToString());
        Assert.Equal(1, (await app.Ask(db => db.IdentificationRuns.SingleAsync(r => r.Number == old.Number + 1))).Listed);
    }

    [Fact]
    public async Task Numbers_that_cannot_be_tried_are_mended_in_the_workshop()
    {
        using var browser = await app.SignedIn("RegionalOperator");
        Assert.Equal("/identification/workshop?share=101", (await browser.Get("/identification/workshop/publish?share=101")).Headers.Location!.ToString());
    }

    private Task<int> Own() => app.Ask(db => db.IdentificationRules.CountAsync(r => r.Origin == RuleOrigin.Own));
}
