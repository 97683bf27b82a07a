using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Statistics.Composites;

namespace Stupeni.Context;

/// <summary>
/// The index of 32 schools whose counts are formulas of their number, against R 4: <c>scale</c>, sums of what is known raised by the weight that lacks, <c>prcomp</c> for the first component,
/// <c>quantile(type = 7)</c> for the cut. School 31 has one indicator of three, school 32 two.
/// </summary>
public sealed class IndexTests(IndexTests.Made made) : IClassFixture<IndexTests.Made>
{
    public sealed class Made : App, IAsyncLifetime
    {
        public Municipality North { get; } = Municipality.Open("01", "Северный округ");
        public List<Organisation> Schools { get; } = [];
        public ContextIndex Equal { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Save(North);
            var south = await Save(Municipality.Open("02", "Южный округ"));
            for (var i = 1; i <= 32; i++) Schools.Add(await Save(Organisation.Open($"0100{i:00}", OrganisationType.School, i % 2 == 1 ? North.Id : south.Id, new($"Школа {i:00}"))));
            await Do(async db =>
            {
                foreach (var (at, school) in Schools.Index())
                {
                    var i = at + 1;
                    var low = 37 * i % 83 + 5;
                    var known = new[] { ("LowIncome", low, i < 31), ("HigherEducation", (53 * i + 11) % 97 + 10, true), ("Incomplete", (29 * i + low) % 71 + 8, i != 31), ("ManyChildren", i, true) };
                    foreach (var (indicator, count, isKnown) in known)
                        if (isKnown) db.Add(new ContextFigure { Organisation = school.Id, Year = new(2026), Indicator = indicator, Count = count, Base = 200, Source = "проверка", ByName = "Проверка", At = new(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc) });
                }

                await db.SaveChangesAsync();
            });
            (Equal, _) = await Compute(Weighting.Equal);
        }

        public async Task<(ContextIndex Index, bool IsNew)> Compute(Weighting weighting, int year = 2026)
        {
            using var scope = Services.CreateScope();
            scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
            var edition = await scope.ServiceProvider.GetRequiredService<Db>().IndexEditions.AsNoTracking().SingleAsync(e => e.Weighting == weighting);
            return await scope.ServiceProvider.GetRequiredService<ComputeIndex>().Compute(edition, new(year));
        }

        public Task<double?> Value(ContextIndex index, int school) => Ask(db => db.IndexSchools.Where(s => s.Index == index.Id && s.Organisation == Schools[school - 1].Id).Select(s => s.Value).SingleAsync());
    }

    [Fact]
    public async Task Equal_weights_give_what_R_gives_and_say_who_lacks_too_much()
    {
        foreach (var (school, value) in new[] { (1, 59.28681868), (2, 29.13381899), (17, 41.50553879), (32, 50.68195869) }) Assert.Equal(value, (await made.Value(made.Equal, school))!.Value, 1e-7);
        Assert.Null(await made.Value(made.Equal, 31));
        Assert.Equal((31, 1), (made.Equal.Schools, made.Equal.Absent));
        Assert.Equal(49.74791488, made.Equal.Start, 1e-7);
        Assert.Equal(45.41716124, made.Equal.Cut, 1e-7);
        Assert.Equal(10, await made.Ask(db => db.IndexSchools.CountAsync(s => s.Index == made.Equal.Id && s.IsHard)));
    }

    [Fact]
    public async Task What_the_indicators_added_makes_the_index()
    {
        var parts = await made.Ask(db => db.IndexParts.Where(p => p.Index == made.Equal.Id && p.Organisation == made.Schools[0].Id).ToDictionaryAsync(p => p.Indicator, p => p.Added));
        Assert.Equal(0.5066639477, parts["LowIncome"], 1e-7);
        Assert.Equal(2.5866045377, parts["HigherEducation"], 1e-7);
        Assert.Equal(6.4456353162, parts["Incomplete"], 1e-7);
        Assert.Equal((await made.Value(made.Equal, 1))!.Value, made.Equal.Start + parts.Values.Sum(), 1e-9);
        var fewer = await made.Ask(db => db.IndexParts.Where(p => p.Index == made.Equal.Id && p.Organisation == made.Schools[31].Id).OrderBy(p => p.Added).Select(p => p.Added).ToListAsync());
        Assert.Equal([-1.406726414, 2.340770222], fewer, (a, b) => Math.Abs(a - b) < 1e-7);
    }

    [Fact]
    public async Task The_first_component_gives_what_R_gives_and_is_a_version_of_its_own()
    {
        using var apart = new Made();
        await apart.InitializeAsync();
        var (index, isNew) = await apart.Compute(Weighting.FirstComponent);
        var (again, second) = await apart.Compute(Weighting.FirstComponent);

        Assert.True(isNew && !second && again.Id == index.Id && index.Number == 2);
        foreach (var (school, value) in new[] { (1, 54.98404285), (2, 33.69708032), (17, 44.48585631), (32, 52.56086027) }) Assert.Equal(value, (await apart.Value(index, school))!.Value, 1e-7);
        Assert.Equal(54.45178458, index.Explained!.Value, 1e-6);
        Assert.Equal(0.1539272716, (await apart.Ask(db => db.IndexWeights.SingleAsync(w => w.Index == index.Id && w.Indicator == "Incomplete"))).Weight!.Value, 1e-7);
    }

    [Fact]
    public async Task Of_a_year_with_few_schools_no_index_is_made()
    {
        await made.Save(new ContextFigure { Organisation = made.Schools[0].Id, Year = new(2021), Indicator = "LowIncome", Count = 20, Base = 200, Source = "проверка", ByName = "Проверка", At = new(2026, 9, 1, 0, 0, 0, DateTimeKind.Utc) });
        Assert.Equal("Школ с социальным паспортом 1, а для индекса нужно не меньше 30: при меньшем числе среднее и разброс ненадёжны.", (await Assert.ThrowsAsync<RuleBroken>(() => made.Compute(Weighting.Equal, 2021))).Message);
    }

    [Fact]
    public async Task The_page_names_schools_by_alphabet_and_each_role_sees_its_own()
    {
        using var region = await made.SignedIn("RegionalCoordinator");
        using var north = await made.SignedIn("Methodologist", made.North.Id.Value);
        using var teacher = await made.SignedIn("Teacher", made.Schools[0].Id.Value);

        var page = await region.Open("/context?year=2026");
        Assert.Equal(32, page.QuerySelectorAll("table[aria-labelledby=h-schools] tbody tr").Length);
        Assert.StartsWith("Школа 01", page.QuerySelector("table[aria-labelledby=h-schools] tbody th")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(10, page.QuerySelectorAll("table[aria-labelledby=h-schools] .st-badge-risk").Length);
        Assert.Contains("не входит: известен о 0 школах", page.Text("table[aria-labelledby=h-weights]"), StringComparison.Ordinal);
        Assert.Contains("1 из 3", page.QuerySelectorAll("table[aria-labelledby=h-schools] tbody tr")[30].TextContent, StringComparison.Ordinal);

        var rest = await region.Open("/context?year=2026&from=30");
        Assert.Equal(["Школа 31", "Школа 32"], rest.QuerySelectorAll("table[aria-labelledby=h-schools] tbody th a").Select(a => a.TextContent));
        Assert.Contains("Показано 31–32 из 32", rest.Text(".st-pager"), StringComparison.Ordinal);
        Assert.StartsWith("Школа 01", (await region.Open(rest.QuerySelector(".st-pager a[rel=prev]")!.GetAttribute("href")!)).QuerySelector("table[aria-labelledby=h-schools] tbody th")!.TextContent.Trim(), StringComparison.Ordinal);

        // Which schools work in hard circumstances is a list, and a methodologist sees no lists.
        var own = await north.Open("/context");
        Assert.Equal((16, 0), (own.QuerySelectorAll("table[aria-labelledby=h-schools] tbody tr").Length, own.QuerySelectorAll(".st-badge-risk").Length));
        Assert.Null(own.QuerySelector("main form[method=post]"));
        Assert.Equal(404, (int)(await teacher.Get("/context")).StatusCode);
        Assert.Equal(404, (int)(await region.Get("/context?year=2019")).StatusCode);
    }

    [Fact]
    public async Task A_school_reads_what_each_indicator_added_and_others_do_not_where_few_families_stand_behind_one()
    {
        using var head = await made.SignedIn("SchoolHead", made.Schools[8].Id.Value);
        using var region = await made.SignedIn("RegionalCoordinator");
        var url = $"/organisations/{made.Schools[8].Id}/context";

        Assert.Contains("Все показатели — как в среднем по области", (await head.Open(url)).Text("section[aria-labelledby=h-index]"), StringComparison.Ordinal);
        // Six of its pupils are from low-income families.
        Assert.Contains("видят школа и её муниципалитет", (await region.Open(url)).Text("section[aria-labelledby=h-index]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_of_ones_own_needs_an_act_and_sets_the_cut()
    {
        using var apart = new Made();
        await apart.InitializeAsync();
        using var region = await apart.SignedIn("RegionalCoordinator");
        Assert.NotNull((await Browser.Read(await region.Submit("/reference/context/new", new() { ["Form.Edition"] = "Своя", ["Form.Cut"] = "20" }))).GetElementById("Form_Source-error"));
        await region.Submit("/reference/context/new", new() { ["Form.Edition"] = "Своя", ["Form.Cut"] = "20", ["Form.Source"] = "приказ 01-12/345" });

        Assert.Contains("нижние 20 % школ", (await region.Open("/reference/context")).Body!.TextContent, StringComparison.Ordinal);
    }
}
