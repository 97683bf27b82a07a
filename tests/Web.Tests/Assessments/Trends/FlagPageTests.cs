using System.Net;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Assessments.Trends;

/// <summary>Flags are added and taken away by people, and lines follow.</summary>
public sealed class FlagPageTests(TrendRegion region) : IClassFixture<TrendRegion>
{
    private static Dictionary<string, string?> Flag(string flag, string year, string? organisation = null) => new()
    {
        ["Form.Flag"] = flag, ["Form.Kind"] = "Vpr", ["Form.Subject"] = "MA", ["Form.Grade"] = "6", ["Form.Year"] = year, ["Form.Organisation"] = organisation,
        ["Form.Reason"] = "задания переписаны", ["Form.Source"] = "приказ № 7", ["Form.Edition"] = "2026",
    };

    private Task<List<ComparabilityFlag>> Own() => region.Ask(db => db.ComparabilityFlags.AsNoTracking().Where(f => f.Origin != RuleOrigin.Federal).ToListAsync());

    [Fact]
    public async Task A_flag_makes_a_gap_and_takes_the_change_away_until_it_is_deleted()
    {
        using var browser = await region.SignedIn("RegionalCoordinator");

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit("/reference/comparability/new", Flag("ChangedBlueprint", "2026"))).StatusCode);
        var flagged = await browser.Open(region.Trends("450101"));
        var flag = Assert.Single(await Own());
        Assert.Contains("задания переписаны", (await browser.Open("/reference")).Body!.TextContent, StringComparison.Ordinal);
        var removed = await browser.Submit($"/reference/comparability/{flag.Id}/remove", []);
        var cleared = await browser.Open(region.Trends("450101"));

        Assert.Equal(2, flagged.QuerySelectorAll("svg.st-trend .g-ln").Length);
        Assert.Contains("задания переписаны. Источник: приказ № 7, ред. 2026", flagged.QuerySelector("td[data-l='Пометки']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("не считается", flagged.QuerySelector("td[data-l='Изменение за год']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Заметных изменений доли ниже порога нет", flagged.QuerySelector(".st-story")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.Equal(3, cleared.QuerySelectorAll("svg.st-trend .g-ln").Length);
        Assert.Equal(2, await region.Ask(db => db.Changes.CountAsync(c => c.SubjectId == flag.Id.Value)));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/reference/comparability/{flag.Id}/remove")).StatusCode);
    }

    [Fact]
    public async Task A_flag_of_one_school_breaks_its_line_and_is_no_news_for_its_neighbours()
    {
        using var coordinator = await region.SignedIn("RegionalCoordinator");
        using var neighbour = await region.SignedIn("SchoolHead", region.ByCode["450201"].Id.Value);
        using var own = await region.SignedIn("SchoolHead", region.ByCode["450101"].Id.Value);

        await coordinator.Submit("/reference/comparability/new", Flag("BiasSigns", "2025", "450101"));

        Assert.Contains("признаки необъективности, требуют проверки", (await own.Open(region.Trends("450101"))).QuerySelectorAll("td[data-l='Пометки']")[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("2024/25 не сравнивается", (await own.Open($"/organisations/{region.ByCode["450101"].Id}/results")).QuerySelector("dl.st-iv svg[role=img]")!.GetAttribute("aria-label")!, StringComparison.Ordinal);
        Assert.DoesNotContain("признаки", (await neighbour.Open(region.Trends("450201"))).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Берёзовская школа", (await own.Open("/reference")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Берёзовская школа", (await neighbour.Open("/reference")).Body!.TextContent, StringComparison.Ordinal);
        var sum = (await coordinator.Open("/results/trends")).QuerySelectorAll("td[data-l='Пометки']")[1].TextContent;
        Assert.Contains("в сумме есть школы с пометками: 1", sum, StringComparison.Ordinal);
        Assert.Equal(1, (await own.Open("/results/trends")).QuerySelectorAll("svg.st-trend .g-ln").Length);
        await region.Do(db => db.ComparabilityFlags.Where(f => f.Origin != RuleOrigin.Federal).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_deletion_over_anothers_change_is_refused_and_shipped_flags_stay()
    {
        using var browser = await region.SignedIn("RegionalOperator");
        var own = await region.Save(Made.Own());
        var federal = await region.Ask(db => db.ComparabilityFlags.Where(f => f.Origin == RuleOrigin.Federal).Select(f => f.Id).FirstAsync());

        var stale = await browser.Submit($"/reference/comparability/{own.Id}/remove", new() { ["Token"] = "5" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.True(await region.Ask(db => db.ComparabilityFlags.AnyAsync(f => f.Id == own.Id)));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/reference/comparability/{federal}/remove")).StatusCode);
        await region.Do(db => db.ComparabilityFlags.Where(f => f.Id == own.Id).ExecuteDeleteAsync());
    }

    [Theory]
    [InlineData("BiasSigns", null, "Organisation")]
    [InlineData("BiasSigns", "999999", "Organisation")]
    [InlineData("ChangedScale", null, "Kind", "Form.Kind")]
    [InlineData("ChangedScale", null, "Reason", "Form.Reason")]
    [InlineData("ChangedScale", null, "Source", "Form.Source")]
    [InlineData("ChangedScale", null, "Year", "Form.Year")]
    [InlineData("SmallSample", null, "Flag")]
    public async Task What_is_missing_is_said_beside_its_field(string flag, string? organisation, string field, string? emptied = null)
    {
        using var browser = await region.SignedIn("RegionalCoordinator");
        var typed = Flag(flag, "2024", organisation);
        if (emptied is not null) typed[emptied] = "";

        var answer = await browser.Submit("/reference/comparability/new", typed);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Browser.Read(answer)).QuerySelector($"#Form_{field}-error"));
        Assert.DoesNotContain(await Own(), f => f.Year.Ends == 2024);
    }

    [Fact]
    public async Task Only_those_who_edit_reference_data_add_flags()
    {
        using var analyst = await region.SignedIn("Analyst");

        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Get("/reference/comparability/new")).StatusCode);
        Assert.Null((await analyst.Open("/reference")).QuerySelector("main a[href='/reference/comparability/new']"));
    }

    [Fact]
    public async Task Shipping_again_adds_nothing()
    {
        var before = await region.Ask(db => db.ComparabilityFlags.CountAsync());

        await region.Do(ShippedReference.Ship);

        Assert.Equal(before, await region.Ask(db => db.ComparabilityFlags.CountAsync()));
    }
}
