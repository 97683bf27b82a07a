using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;
using Stupeni.Identification.Lineage;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>From a figure back to files, imports and the program; and a run computed again from what was kept with it.</summary>
public sealed class LineageTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_figure_leads_to_the_file_that_brought_it_and_to_the_import()
    {
        await app.Schools();
        var (north, south) = (F1Book.Of("edu450101", "Берёзовская школа", "Северный район", grade: 5), F1Book.Of("edu450201", "Верхнелужская школа № 2", "Южный район", grade: 5));
        await app.Import("север.xlsx", north);
        await app.Import("юг.xlsx", south);
        var (procedure, school, other) = await app.Ask(async db => (await db.Procedures.SingleAsync(p => p.Grade == 5), await db.Organisations.SingleAsync(o => o.Code == "450101"), await db.Organisations.SingleAsync(o => o.Code == "450201")));

        using var region = await app.SignedIn("RegionalCoordinator");
        var figure = (await region.Open($"/results/{procedure.Id}/{school.Id}")).QuerySelector(".st-pop a[href*='/lineage']")!;
        Assert.Equal($"/results/{procedure.Id}/lineage?school={school.Id}", figure.GetAttribute("href"));
        var page = (await region.Open(figure.GetAttribute("href")!)).QuerySelector("main")!.TextContent;
        Assert.Contains("север.xlsx", page, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(SHA256.HashData(north)), page, StringComparison.Ordinal);
        Assert.Contains(CodeVersion.Now, page, StringComparison.Ordinal);
        Assert.DoesNotContain("юг.xlsx", page, StringComparison.Ordinal);
        Assert.Contains("юг.xlsx", (await region.Open($"/results/{procedure.Id}/lineage")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var head = await app.SignedIn("SchoolHead", school.Id.Value);
        Assert.DoesNotContain("юг.xlsx", (await head.Open($"/results/{procedure.Id}/lineage")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await head.Get($"/results/{procedure.Id}/lineage?school={other.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_run_computed_again_is_the_same_and_whatever_was_changed_is_found()
    {
        await using var own = new App();
        var region = await Region.Of(own);
        var (a, b) = (await region.School("010001", "Первая"), await region.School("020001", "Вторая", region.South));
        await own.Do(async db =>
        {
            (await db.Imports.SingleAsync()).Applied(Region.Noon);
            await db.SaveChangesAsync();
        });
        foreach (var year in new[] { 2025, 2026 })
        {
            await region.Oge(a, year, 4, 12);
            await region.Oge(b, year, 1, 9);
        }

        var run = await region.Run();
        var (status, same) = await Replay(own, run.Number);
        Assert.Equal((0, true, 2, 0), (status, same.GetProperty("equal").GetBoolean(), same.GetProperty("schools").GetInt32(), same.GetProperty("differences").GetArrayLength()));
        Assert.Equal((4, 4), (same.GetProperty("inputs").GetProperty("total").GetInt32(), same.GetProperty("inputs").GetProperty("agreeWithSheets").GetInt32()));
        Assert.Equal(CodeVersion.Now, same.GetProperty("code").GetString());

        // Results that came later are no difference; a judgement changed under the run is no difference of the run either, and is said.
        await region.Oge(a, 2024, 6, 12);
        await own.Do(db => db.ScoreSheets.Where(s => s.Organisation == b.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.BelowThreshold, 2)));
        var (later, moved) = await Replay(own, run.Number);
        Assert.Equal((0, 2), (later, moved.GetProperty("inputs").GetProperty("agreeWithSheets").GetInt32()));

        await own.Do(db => db.RunSchools.Where(s => s.Organisation == a.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.State, SchoolState.NotListed)));
        var (wrong, apart) = await Replay(own, run.Number);
        Assert.Equal(1, wrong);
        var difference = Assert.Single(apart.GetProperty("differences").EnumerateArray());
        Assert.Equal(("010001", "Состояние"), (difference.GetProperty("school").GetString(), difference.GetProperty("what").GetString()));

        using var coordinator = await own.SignedIn("RegionalCoordinator");
        Assert.Contains("010001 Состояние", (await coordinator.Open($"/identification/{run.Number}/lineage")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await Replay(own, 99)).Status);
    }

    [Fact]
    public async Task A_run_names_the_files_that_counted_then_to_each_their_own()
    {
        await using var own = new App();
        await own.Schools();
        foreach (var (login, school, municipality, file) in new[] { ("edu450101", "Берёзовская школа", "Северный район", "а.xlsx"), ("edu450201", "Верхнелужская школа № 2", "Южный район", "б.xlsx") })
            await own.Import(file, F1Book.Of(login, school, municipality, pupils: 12));
        var run = await Region.Judged(own);
        await own.Import("а-исправлен.xlsx", F1Book.Of("edu450101", "Берёзовская школа", "Северный район", pupils: 12, first: "1"));

        using var region = await own.SignedIn("RegionalCoordinator");
        var page = (await region.Open($"/identification/{run.Number}/lineage")).QuerySelector("main")!.TextContent;
        Assert.Contains("а.xlsx", page, StringComparison.Ordinal);
        Assert.Contains("б.xlsx", page, StringComparison.Ordinal);
        Assert.DoesNotContain("а-исправлен.xlsx", page, StringComparison.Ordinal);
        Assert.Contains("различий нет", page, StringComparison.Ordinal);

        var north = SmallRegion.North.Id.Value;
        using var municipal = await own.SignedIn("MunicipalCoordinator", north);
        var part = (await municipal.Open($"/identification/{run.Number}/lineage")).QuerySelector("main")!.TextContent;
        Assert.Contains("а.xlsx", part, StringComparison.Ordinal);
        Assert.DoesNotContain("б.xlsx", part, StringComparison.Ordinal);
        var south = await own.Ask(db => db.Organisations.Where(o => o.Code == "450201").Select(o => o.Id).SingleAsync());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await municipal.Get($"/identification/{run.Number}/lineage?school={south}")).StatusCode);
    }

    private static async Task<(int Status, JsonElement Document)> Replay(App own, int run)
    {
        var output = new StringWriter();
        var status = await ReplayCommand.Replay(Site.Offline).Parse([$"{run}", "--json", "--db", own.Connection]).InvokeAsync(new() { Output = output, Error = new StringWriter() }, TestContext.Current.CancellationToken);
        return (status, JsonDocument.Parse(output.ToString()).RootElement);
    }
}
