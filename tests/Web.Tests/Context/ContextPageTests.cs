using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;
using Stupeni.Imports;
using Stupeni.Organisations;

namespace Stupeni.Context;

public sealed class ContextPageTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private IReadOnlyDictionary<string, Organisation> schools = null!;

    public async ValueTask InitializeAsync()
    {
        schools = await app.Schools();
        if (!await app.Ask(db => db.ContextFigures.AnyAsync())) await app.Bring(Passport.Grid("паспорта.xlsx", Passport.OfMunicipality));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private string Url(string code = "450101") => $"/organisations/{schools[code].Id}/context";

    [Fact]
    public async Task The_schools_people_see_every_count_and_where_it_comes_from()
    {
        using var head = await app.SignedIn("SchoolHead", schools["450101"].Id.Value);

        var page = await head.Open(Url());

        Assert.Contains("25,0 %", Row(page, "Из неполных семей"), StringComparison.Ordinal);
        Assert.Contains("103 из 412", Row(page, "Из неполных семей"), StringComparison.Ordinal);
        Assert.Contains("4 из 412", Row(page, "Дети-инвалиды"), StringComparison.Ordinal);
        Assert.Contains("паспорта.xlsx, Лист1, строка 5, импорт № 1", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("паспорта.xlsx, Лист1, строка 5", (await head.Open($"{Url()}/2026")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_below_ten_are_hidden_from_those_outside_and_so_is_a_rest_below_ten()
    {
        using var region = await app.SignedIn("RegionalCoordinator");
        using var town = await app.SignedIn("MunicipalCoordinator", SmallRegion.North.Id.Value);

        var page = await region.Open(Url());
        Assert.Contains("25,0 %", Row(page, "Из неполных семей"), StringComparison.Ordinal);
        Assert.Contains("скрыто: меньше 10", Row(page, "Дети-инвалиды"), StringComparison.Ordinal);
        Assert.Contains("0,0 %", Row(page, "КДН"), StringComparison.Ordinal);
        Assert.DoesNotContain(">4 из 412", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain(">4 из 412", (await region.Open($"{Url()}/2026")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("4 из 412", Row(await town.Open(Url()), "Дети-инвалиды"), StringComparison.Ordinal);
        Assert.True(ShownCount.IsHidden(85, 88) && ShownCount.IsHidden(9, 500) && !ShownCount.IsHidden(10, 500) && !ShownCount.IsHidden(0, 88) && !ShownCount.IsHidden(88, 88));

        // The record names what changed and holds no counts.
        Assert.DoesNotContain(await app.Ask(db => db.Changes.Where(c => c.Subject == "ContextFigure").Select(c => c.Label).ToListAsync()), l => l.Contains("412", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SchoolHead", "450101", 200, 200, 404)]
    [InlineData("SchoolTeamCurator", "450101", 200, 404, 404)]
    [InlineData("Teacher", "450101", 404, 404, 404)]
    [InlineData("MunicipalCoordinator", "01", 200, 200, 404)]
    [InlineData("RegionalCoordinator", null, 200, 404, 200)]
    [InlineData("Analyst", null, 200, 404, 200)]
    public async Task Each_role_sees_its_own_and_writes_what_it_knows(string role, string? scope, int own, int edit, int other)
    {
        using var browser = await app.SignedIn(role, scope switch { null => null, "01" => SmallRegion.North.Id.Value, _ => schools[scope].Id.Value });

        Assert.Equal(own, (int)(await browser.Get(Url())).StatusCode);
        Assert.Equal(own, (int)(await browser.Get($"{Url()}/2026")).StatusCode);
        Assert.Equal(edit, (int)(await browser.Get($"{Url()}/2026/edit")).StatusCode);
        Assert.Equal(other, (int)(await browser.Get(Url("450201"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{Url("450201")}/2026/edit")).StatusCode);
    }

    [Fact]
    public async Task A_passport_is_written_by_hand_with_its_source_and_two_people_do_not_overwrite_each_other()
    {
        using var head = await app.SignedIn("SchoolHead", schools["450102"].Id.Value);
        using var other = await app.SignedIn("SchoolHead", schools["450102"].Id.Value);
        var url = $"{Url("450102")}/2024/edit";
        var stale = (await other.Open(url)).Held("main form[method=post]");

        var wrong = await Browser.Read(await head.Submit(url, new() { ["Form.Counts[Pupils]"] = "90", ["Form.Counts[Incomplete]"] = "91", ["Form.Counts[Disabled]"] = "пять" }));
        foreach (var field in new[] { "Form_Counts[Incomplete]-error", "Form_Counts[Disabled]-error", "Form_Source-error" }) Assert.NotNull(wrong.GetElementById(field));

        var saved = await head.Submit(url, new() { ["Form.Counts[Pupils]"] = "90", ["Form.Counts[Incomplete]"] = "21", ["Form.Source"] = "социальный паспорт на 01.10.2023" });
        Assert.Equal($"{Url("450102")}/2024", saved.Headers.Location!.ToString());
        Assert.Equal(["Pupils 90", "Incomplete 21/90"], await app.Held(schools["450102"], 2024));
        var late = await other.Submit(url, new() { ["Form.Counts[Pupils]"] = "95", ["Form.Source"] = "иначе", ["Form.Token"] = stale["Form.Token"] });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);

        await head.Submit(url, new() { ["Form.Counts[Incomplete]"] = "", ["Form.Source"] = "исправлено" });
        Assert.Equal(["Pupils 90", "Incomplete —"], await app.Held(schools["450102"], 2024));
        var year = await head.Open($"{Url("450102")}/2024");
        Assert.Contains("21 из 90", year.Text("section, table[aria-labelledby=h-before]"), StringComparison.Ordinal);
        Assert.Contains("Социальный паспорт 2023/24", (await head.Open($"/organisations/{schools["450102"].Id}/history")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static string Row(AngleSharp.Html.Dom.IHtmlDocument page, string indicator) => page.QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains(indicator, StringComparison.Ordinal)).TextContent.Replace('\u00a0', ' ');
}
