using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;

namespace Stupeni.Identification;

/// <summary>A run keeps the flags it knew of; what is flagged later changes only what is run later.</summary>
public sealed class RunFlagTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_flag_takes_a_pair_of_years_from_the_rule_and_says_why()
    {
        var region = await Region.Of(app);
        var (again, other) = (await region.School("010001", "Школа А"), await region.School("010002", "Школа Б"));
        foreach (var school in new[] { again, other })
        {
            await region.Vpr(school, 2025, 5, 13);
            await region.Vpr(school, 2026, 4, 12);
        }

        var before = await region.Run();
        Assert.Equal((2, 0), (before.Listed, before.AtRisk));
        Assert.False(await app.Ask(db => db.RunFlags.AnyAsync()));

        await app.Save(ComparabilityFlag.Own(Comparability.ChangedBlueprint, ProcedureKind.Vpr, new(ProcedureKind.Vpr, "MA", 6, MathLevel.None, new(2025), ""), again.Id, "школа писала другой вариант", "акт", "1", RuleOrigin.Own));
        var after = await region.Run();

        Assert.Equal((1, 1), (after.Listed, after.AtRisk));
        Assert.NotEqual(before.InputSha256, after.InputSha256);
        Assert.Equal((again.Id, Comparability.ChangedBlueprint), await app.Ask(async db => await db.RunFlags.Where(f => f.Run == after.Id).Select(f => new { f.Organisation, f.Flag }).SingleAsync() is var kept ? (kept.Organisation!.Value, kept.Flag) : default));

        using var browser = await app.SignedIn("RegionalCoordinator");
        var text = (await browser.Open($"/identification/{after.Number}/schools/{again.Id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("2025 год не сравнивается: школа писала другой вариант.", text, StringComparison.Ordinal);
        Assert.Contains("2025 год не сравнивается: школа писала другой вариант.", (await browser.Open($"/identification/{after.Number}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        // The first run says what it said.
        var old = (await browser.Open($"/identification/{before.Number}/schools/{again.Id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("Два года подряд", old, StringComparison.Ordinal);
        Assert.DoesNotContain("не сравнивается", old, StringComparison.Ordinal);
        Assert.Contains("школа писала другой вариант", (await browser.Open($"/identification/{after.Number}/compare/{before.Number}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shipped_flag_concerns_every_school_and_is_kept_once()
    {
        await using var own = new App();
        var region = await Region.Of(own);
        foreach (var code in new[] { "010001", "010002", "010003" })
        {
            var school = await region.School(code, $"Школа {code}");
            await region.Vpr(school, 2022, 9, 20);
            await region.Vpr(school, 2022, 9, 20, "RU");
            await region.Oge(school, 2023, 0, 20);
        }

        var run = await region.Run("FIOKO-2020", Reading.Strict, 2024);

        Assert.Equal((0, 3), (run.Listed, run.AtRisk));
        Assert.Equal(2, await own.Ask(db => db.RunFlags.CountAsync(f => f.Run == run.Id && f.Organisation == null && f.Flag == Comparability.ChangedTiming)));
        using var browser = await own.SignedIn("RegionalCoordinator");
        Assert.Contains("2022 год не сравнивается: весенние ВПР 2022 года перенесены на осень.", (await browser.Open($"/identification/{run.Number}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
