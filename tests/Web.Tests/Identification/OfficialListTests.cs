using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>The official list of schools with low results: decided outside, stored with its act, shown beside what the rule says.</summary>
public sealed class OfficialListTests
{
    private static readonly string[] Header = ["Муниципалитет", "Код ОО", "ОО", "Количество обучающихся", "ШНОР", "Школа с необъективностью", "Приказ"];
    private const string Act = "приказ Департамента от 24.01.2026 № 183-п";

    [Fact]
    public async Task Two_booleans_of_regional_software_become_listings_with_their_act()
    {
        await using var app = new App();
        await app.Schools();
        var import = await app.Bring(Flags("2026", ["01", "450101", "", "412", "1", "0", Act], ["01", "450102", "", "88", "нет", "да", Act]));

        var held = (await app.Ask(db => db.OfficialListings.AsNoTracking().ToListAsync())).OrderBy(l => l.Listed).ThenBy(l => l.List).ToList();
        Assert.Equal([(OfficialList.LowResults, true), (OfficialList.BiasSigns, true)], held.Where(l => l.Listed).Select(l => (l.List, l.Listed)));
        Assert.All(held, l => Assert.Equal((new SchoolYear(2026), "183-п", new DateOnly(2026, 1, 24), Act), (l.Year, l.ActNumber, l.ActDate, l.Ground)));
        Assert.True((await app.Check(Flags("2026", ["01", "450101", "", "412", "1", "0", Act]))).Unchanged);

        await app.Undo(import);
        Assert.Equal(0, await app.Ask(db => db.OfficialListings.CountAsync()));
    }

    [Fact]
    public async Task A_list_whose_title_names_it_lists_every_row_and_finds_schools_by_name()
    {
        await using var app = new App();
        var schools = await app.Schools();
        await app.Bring(new Grid("перечень.xlsx", Container.Xlsx, [GridSheet.Of("Лист1",
            [["Перечень школ с низкими образовательными результатами, 2025/26 учебный год"], [Act], ["№", "Муниципалитет", "Наименование ОО"], ["1", "Северный район", "Анинская школа"]])], []));

        var listing = await app.Ask(db => db.OfficialListings.AsNoTracking().SingleAsync());
        Assert.Equal((schools["450102"].Id, OfficialList.LowResults, 2026, "183-п"), (listing.Organisation, listing.List, listing.Year.Ends, listing.ActNumber));
    }

    [Fact]
    public async Task A_later_list_replaces_the_word_of_the_former_and_schools_it_leaves_out_are_told()
    {
        await using var app = new App();
        await app.Schools();
        var first = await app.Bring(Flags("2026", ["01", "450101", "", "", "1", "0", Act], ["01", "450102", "", "", "1", "0", Act]));

        var next = Flags("2026", ["01", "450101", "", "", "0", "0", "приказ № 200 от 01.03.2026"]);
        Assert.Contains("Анинская школа", (await app.Check(next)).Findings.Single().Message.Say(), StringComparison.Ordinal);
        var later = await app.Bring(next);
        Assert.Equal(1, await Listed(app));
        await Assert.ThrowsAsync<RuleBroken>(() => app.Undo(first));
        await app.Undo(later);
        Assert.Equal(2, await Listed(app));
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_its_cell_and_only_keepers_of_reference_data_bring_lists()
    {
        await using var app = new App();
        var schools = await app.Schools();
        var check = await app.Check(Flags("2026", ["01", "450101", "", "", "возможно", "0", Act], ["01", "999999", "", "", "1", "0", Act], ["01", "450102", "", "", "1", "0", Act], ["01", "450102", "", "", "1", "0", Act]));
        var viewer = new Viewer(null, "Технический специалист", "", [new("SchoolTeamTechnician", "Технический специалист", ScopeKind.Organisation, schools["450101"].Id.Value, [Permission.ImportFiles])]);

        Assert.Equal([(2, "E"), (3, "B"), (5, "E"), (5, "F")], check.Findings.Where(f => f.Kind == FindingKind.Error).Select(f => (f.Row ?? 0, f.Letter)));
        Assert.Null((await app.Check(Flags("2026", ["01", "450101", "", "", "1", "0", Act]), viewer: viewer)).Plan);
        Assert.Contains((await app.Check(Flags("", ["01", "450101", "", "", "1", "0", ""]))).Findings, f => f.Message.Say() == "Не сказано, какой это год.");
    }

    [Fact]
    public async Task The_official_list_stands_beside_the_computed_one_with_counts_and_reasons_and_on_the_schools_page()
    {
        await using var app = new App();
        var region = await Region.Of(app);
        var (both, official, computed) = (await region.School("010001", "Обе"), await region.School("010002", "Официальная"), await region.School("010003", "Расчётная"));
        foreach (var school in new[] { both, computed }) { await region.Oge(school, 2026, 9, 24); await region.Vpr(school, 2026, 8, 22); }
        await region.Oge(official, 2026, 1, 30);
        await region.Run();
        using var browser = await app.SignedIn("RegionalCoordinator");
        Assert.Contains("Официального списка ШНОР за этот год нет", (await browser.Open("/identification/1/official")).Body!.TextContent, StringComparison.Ordinal);
        await app.Bring(new Grid("список 2026.xlsx", Container.Xlsx, [GridSheet.Of("Лист1", [["Код ОО", "ШНОР", "Основание"], ["010001", "1", Act], ["010002", "1", Act]])], []));

        var page = await browser.Open("/identification/1/official");

        Assert.Contains("В обоих списках: 1 школа; только в официальном: 1 школа; только по расчёту: 1 школа.", page.Text("main .st-lead").Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Официальная", page.Text("table[aria-labelledby=h-official] tbody"), StringComparison.Ordinal);
        Assert.Contains("доля не достигла", page.Text("table[aria-labelledby=h-official] tbody"), StringComparison.Ordinal);
        Assert.Contains("9 из 24", page.Text("table[aria-labelledby=h-computed] tbody"), StringComparison.Ordinal);
        Assert.Contains("183-п", page.Text("table[aria-labelledby=h-both] tbody"), StringComparison.Ordinal);

        // The school sees its own; a closed list is not told of to others, nor to roles without lists.
        using var head = await app.SignedIn("SchoolHead", official.Id.Value);
        using var curator = await app.SignedIn("SchoolTeamCurator", official.Id.Value);
        using var analyst = await app.SignedIn("Analyst");
        Assert.Contains("ШНОР: низкие результаты. " + Act, (await head.Open($"/organisations/{official.Id}")).Text("section[aria-labelledby=h-official]"), StringComparison.Ordinal);
        Assert.DoesNotContain("Обе", (await head.Open("/identification/1/official")).Text("main table"), StringComparison.Ordinal);
        Assert.DoesNotContain("ШНОР", (await curator.Open($"/organisations/{official.Id}")).Text("main"), StringComparison.Ordinal);
        Assert.DoesNotContain("ШНОР", (await analyst.Open($"/organisations/{official.Id}")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Get("/identification/1/official")).StatusCode);
        Assert.Contains("официальный список 2026: ШНОР", (await head.Open($"/organisations/{official.Id}/history")).Text("main"), StringComparison.Ordinal);
    }

    private static Grid Flags(string year, params string[][] rows) => new($"инфраструктура {year}.xlsx", Container.Xlsx, [GridSheet.Of("Лист1", [Header, .. rows])], []);

    private static Task<int> Listed(App app) => app.Ask(db => db.OfficialListings.CountAsync(l => l.State == ListingState.Current && l.Listed));
}
