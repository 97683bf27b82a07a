using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

public sealed class ReferenceTests(App app) : IClassFixture<App>
{
    private static Dictionary<string, string?> Scale(string year, string from4 = "15") => new()
    {
        ["Form.Subject"] = "MA", ["Form.Year"] = year, ["Form.Grade"] = "9", ["Form.From3"] = "7,5", ["Form.From4"] = from4, ["Form.From5"] = "22", ["Form.Source"] = "приказ № 12", ["Form.Edition"] = "2026",
    };

    [Fact]
    public async Task Shipped_values_come_with_source_and_edition()
    {
        using var browser = await app.SignedIn("Analyst");

        var page = await browser.Open("/reference");

        Assert.Equal(44, page.QuerySelectorAll("section[aria-labelledby=thresholds] tbody tr").Count(r => !r.TextContent.Contains("письмо ред. 2025", StringComparison.Ordinal)));
        Assert.Contains("15–19, 23–25", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("section[aria-labelledby=thresholds] tbody tr"), r => Assert.Contains("ред.", r.TextContent, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get("/reference/scales/new")).StatusCode);
    }

    [Fact]
    public async Task Shipping_again_adds_nothing()
    {
        await app.Do(ShippedReference.Ship);

        Assert.Equal(44, await app.Ask(db => db.MinimumThresholds.CountAsync(t => t.Origin == RuleOrigin.Federal)));
    }

    [Fact]
    public async Task A_scale_of_the_regions_own_is_added_and_recorded()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");

        var answer = await browser.Submit("/reference/scales/new", Scale("2026"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var scale = await app.Ask(db => db.MarkScales.SingleAsync(s => s.Origin == RuleOrigin.Regional && s.Year == new SchoolYear(2026)));
        Assert.Equal((7.5, 15, 22), (scale.From3, scale.From4, scale.From5));
        Assert.True(await app.Ask(db => db.Changes.AnyAsync(c => c.SubjectId == scale.Id.Value)));
        var twice = await browser.Submit("/reference/scales/new", Scale("2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
    }

    [Fact]
    public async Task Wrong_bounds_and_a_missing_source_are_said_beside_their_fields()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");

        var bounds = await Browser.Read(await browser.Submit("/reference/scales/new", Scale("2025", from4: "5")));
        var unsourced = Scale("2025");
        unsourced["Form.Source"] = "";
        var source = await Browser.Read(await browser.Submit("/reference/scales/new", unsourced));

        Assert.NotNull(bounds.QuerySelector("#Form_From4-error"));
        Assert.NotNull(source.QuerySelector("#Form_Source-error"));
        Assert.False(await app.Ask(db => db.MarkScales.AnyAsync(s => s.Origin == RuleOrigin.Regional && s.Year == new SchoolYear(2025))));
    }

    [Fact]
    public async Task A_minimum_of_ones_own_is_added()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");

        var answer = await browser.Submit("/reference/thresholds/new", new()
        {
            ["Form.Kind"] = "Gve", ["Form.Subject"] = "RU", ["Form.From"] = "2025", ["Form.To"] = "2026", ["Form.Minimum"] = "5", ["Form.Source"] = "письмо", ["Form.Edition"] = "2025",
        });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(ScoreKind.Primary, await app.Ask(db => db.MinimumThresholds.Where(t => t.Kind == ProcedureKind.Gve).Select(t => t.Score).SingleAsync()));
    }
}
