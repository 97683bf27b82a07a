using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

/// <summary>The pages of results over HTTP, for each scope. One region for all: three schools, ВПР 2026 and 2025 of grade 6, and a corrected sheet.</summary>
public sealed class PageTests(PageTests.Brought brought) : IClassFixture<PageTests.Brought>
{
    public sealed class Brought : App, IAsyncLifetime
    {
        public IReadOnlyDictionary<string, Organisation> ByCode { get; private set; } = null!;
        public Id<AssessmentProcedure> Vpr { get; private set; }
        public Id<ScoreSheet> Sheet { get; private set; }

        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            ByCode = await this.Schools();
            await this.Bring((F1File.Good() with { Title = "ВПР 2025 Математика 6 класс" }).Grid());
            var file = F1File.Good();
            for (var i = 4; i < 16; i++) file.Rows.Add(F1File.Row($"6{i:0000}", "6А", i % 3 == 0 ? "2" : "4", i % 3 == 0 ? "0" : "2", "1", i % 2 == 0 ? "0" : "3"));
            file.Rows.Add(["edu450201", .. F1File.Row("60001", "6А", "4", "2", "1", "1")[1..]]);
            await this.Bring(file.Grid());
            file.Rows[2] = F1File.Row("60003", "6Б", "3", "1", "1", "1");
            await this.Bring(file.Grid());
            Vpr = await this.Ask(db => db.Procedures.Where(p => p.Year == new SchoolYear(2026)).Select(p => p.Id).SingleAsync());
            var school = ByCode["450101"].Id;
            Sheet = await this.Ask(db => db.ScoreSheets.Where(s => s.Procedure == Vpr && s.Organisation == school && s.Class == "6Б" && s.State == SheetState.Current).Select(s => s.Id).SingleAsync());
        }
    }

    [Fact]
    public async Task The_region_sees_procedures_with_their_counts()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var page = await browser.Open("/results");

        var row = page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains("ВПР 2026, математика, 6 класс", StringComparison.Ordinal));
        Assert.Equal(["2", "3", "16"], row.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
        var filtered = await browser.Open("/results?year=2025");
        Assert.Contains("ВПР 2025", filtered.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("ВПР 2026, математика", filtered.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_procedure_shows_figures_with_their_numerators_and_schools_by_the_alphabet()
    {
        using var browser = await brought.SignedIn("RegionalOperator");

        var page = await browser.Open($"/results/{brought.Vpr}");

        Assert.Equal("ВПР 2026, математика, 6 класс", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("4 из 16", page.QuerySelector("dl.st-facts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Берёзовская школа", "Верхнелужская школа № 2"], page.QuerySelectorAll("section[aria-labelledby=schools] tbody th").Select(c => c.TextContent.Trim()));
        Assert.Empty(page.QuerySelectorAll("section[aria-labelledby=schools] thead a"));
        Assert.Contains("не составляют рейтинги", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_schools_cannot_be_sorted_by_result()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var page = await browser.Open($"/results/{brought.Vpr}?sort=below&order=desc&by=share");

        Assert.Equal(["Берёзовская школа", "Верхнелужская школа № 2"], page.QuerySelectorAll("section[aria-labelledby=schools] tbody th").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task A_municipality_sees_its_own_schools_only()
    {
        using var browser = await brought.SignedIn("MunicipalCoordinator", SmallRegion.South.Id.Value);

        var page = await browser.Open($"/results/{brought.Vpr}");

        Assert.Equal(["Верхнелужская школа № 2"], page.QuerySelectorAll("section[aria-labelledby=schools] tbody th").Select(c => c.TextContent.Trim()));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/results/{brought.Vpr}/{brought.ByCode["450101"].Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/results/sheets/{brought.Sheet}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/organisations/{brought.ByCode["450101"].Id}/results")).StatusCode);
    }

    [Theory]
    [InlineData("SchoolHead", true)]
    [InlineData("SchoolTeamCurator", true)]
    [InlineData("ExternalCurator", false)]
    public async Task Single_participants_are_for_the_organisations_own_people(string role, bool sees)
    {
        using var browser = await brought.SignedIn(role, brought.ByCode["450101"].Id.Value);

        var page = await browser.Open($"/results/sheets/{brought.Sheet}");

        Assert.Equal(sees, page.Body!.TextContent.Contains("60003", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_region_does_not_see_single_participants()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var page = await browser.Open($"/results/sheets/{brought.Sheet}");

        Assert.DoesNotContain("60003", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_tells_its_versions_and_a_small_one_gives_no_conclusion()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var page = await browser.Open($"/results/sheets/{brought.Sheet}");

        var versions = page.QuerySelectorAll("section[aria-labelledby=versions] li");
        Assert.Equal(["Действует", "Заменён"], versions.Select(v => v.QuerySelector(".st-badge")!.TextContent.Trim()));
        Assert.All(page.QuerySelectorAll("section[aria-labelledby=tasks] tbody tr"), r => Assert.Contains("N меньше 10", r.TextContent, StringComparison.Ordinal));
        var replaced = await browser.Open(versions[1].QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("прежняя версия", replaced.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_sees_its_classes_beside_the_school_but_not_sums_of_two_schools()
    {
        using var browser = await brought.SignedIn("SchoolHead", brought.ByCode["450101"].Id.Value);

        var page = await browser.Open($"/results/{brought.Vpr}/{brought.ByCode["450101"].Id}");

        var heads = page.QuerySelectorAll("table.st-heat thead th").Select(h => h.TextContent.Trim()).ToList();
        Assert.Equal(4, heads.Count);
        Assert.StartsWith("6А", heads[1], StringComparison.Ordinal);
        Assert.StartsWith("Школа", heads[3], StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"/results/{brought.Vpr}/{brought.ByCode["450201"].Id}")).StatusCode);
    }

    [Fact]
    public async Task The_tab_of_an_organisation_compares_years()
    {
        using var browser = await brought.SignedIn("SchoolHead", brought.ByCode["450101"].Id.Value);

        var page = await browser.Open($"/organisations/{brought.ByCode["450101"].Id}/results");

        var image = page.QuerySelector("dl.st-iv svg[role=img]")!.GetAttribute("aria-label")!;
        Assert.Contains("2025/26: 26,7", image, StringComparison.Ordinal);
        Assert.Contains("2024/25: 33,3", image, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("section[aria-labelledby=all-results] tbody tr").Length);
    }

    [Theory]
    [InlineData("Teacher")]
    [InlineData("SchoolTeamTechnician")]
    public async Task Who_may_not_see_results_finds_no_pages(string role)
    {
        using var browser = await brought.SignedIn(role, brought.ByCode["450101"].Id.Value);

        foreach (var url in new[] { "/results", $"/results/{brought.Vpr}", $"/results/sheets/{brought.Sheet}", "/reference" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(url)).StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        foreach (var url in new[] { $"/results/{Guid.CreateVersion7()}", $"/results/sheets/{Guid.CreateVersion7()}", $"/results/{brought.Vpr}/{Guid.CreateVersion7()}", $"/organisations/{Guid.CreateVersion7()}/results" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(url)).StatusCode);
    }
}
