using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Assessments;
using Stupeni.Demo.Sample;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform.Jobs;

namespace Stupeni.Demo;

public sealed class LoadDemoTests
{
    private static readonly SampleSize Small = new(Schools: 8, Municipalities: 2, Pupils: 1600, Seed: 7, Years: 2);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_small_region_comes_in_without_an_error_and_again_changes_nothing()
    {
        using var app = new App();
        var steps = new Steps();

        Assert.True(await Load(app, Small, steps));
        var loaded = await app.Ask(Counts);
        Assert.True(await Load(app, Small, new Steps()));

        Assert.Equal(loaded, await app.Ask(Counts));
        Assert.Equal((8, 14, 10, 2), (loaded.Schools, loaded.Procedures, loaded.People, loaded.Runs));
        Assert.True(loaded.Sheets > 50);
        Assert.True(steps.Rose);
        Assert.Empty(await app.Ask(db => db.ImportFiles.Where(f => f.Errors > 0 || f.Warnings > 0 || f.State != FileState.Applied).Select(f => f.Name + " " + f.State).ToListAsync(Stop)));
        Assert.False(await app.Ask(db => db.ListDecisions.AnyAsync(Stop)));
    }

    [Fact]
    public async Task Stopped_half_way_it_goes_on_with_the_next_start()
    {
        using var app = new App();
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var steps = new Steps { Each = step => { if (step.Arg.StartsWith("pupils-2026", StringComparison.Ordinal) && step.Doing == "Проверяется {0}") stopping.Cancel(); } };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Services.GetRequiredService<LoadDemo>().Run(Small, steps, stopping.Token));
        Assert.Equal((8, 0), await app.Ask(async db => (await db.Organisations.CountAsync(o => o.Type == OrganisationType.School, Stop), await db.Users.CountAsync(p => p.IsDemo, Stop))));

        Assert.True(await Load(app, Small, new Steps()));
        var files = await app.Ask(db => db.ImportFiles.Where(f => f.State == FileState.Applied).Select(f => f.Name).ToListAsync(Stop));
        Assert.Distinct(files);
        Assert.Equal(10, await app.Ask(db => db.Users.CountAsync(p => p.IsDemo, Stop)));
        Assert.False(await app.Ask(db => db.Imports.AnyAsync(i => i.State == ImportState.Draft, Stop)));
    }

    [Fact]
    public async Task A_database_with_organisations_of_its_own_is_not_touched()
    {
        using var app = new App();
        await app.School(await app.Municipality());

        Assert.False(await Load(app, Small, new Steps()));

        Assert.Equal((0, 1, 0), await app.Ask(async db => (await db.Regions.CountAsync(Stop), await db.Organisations.CountAsync(Stop), await db.Imports.CountAsync(Stop))));
    }

    [Fact]
    public async Task The_sign_in_page_offers_the_demo_people_and_lets_them_in()
    {
        using var app = new App();
        await Load(app, Small with { Years = 1 }, new Steps());
        using var browser = app.Stranger();

        var page = await browser.Open("/sign-in");
        Assert.Contains("Региональный координатор", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(InventedRegion.Name, page.Body.TextContent, StringComparison.Ordinal);
    }

    private static Task<bool> Load(App app, SampleSize size, IProgress<Step> steps) => app.Services.GetRequiredService<LoadDemo>().Run(size, steps, Stop);

    private static async Task<(int Schools, int Procedures, int Sheets, int Imports, int People, int Runs)> Counts(Db db) =>
    (
        await db.Organisations.CountAsync(o => o.Type == OrganisationType.School), await db.Procedures.CountAsync(), await db.ScoreSheets.CountAsync(s => s.State == SheetState.Current),
        await db.Imports.CountAsync(), await db.Users.CountAsync(p => p.IsDemo), await db.IdentificationRuns.CountAsync()
    );

    private sealed class Steps : IProgress<Step>
    {
        private readonly Lock gate = new();
        private int last;

        public Action<Step>? Each { get; init; }

        /// <summary>Whether what was done only grew.</summary>
        public bool Rose { get; private set; } = true;

        public void Report(Step value)
        {
            lock (gate)
            {
                Rose &= value.Done >= last - 20 && value.Done <= value.Total;
                last = value.Done;
            }

            Each?.Invoke(value);
        }
    }
}
