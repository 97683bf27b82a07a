using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Context;
using Stupeni.Identification.Lineage;
using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Identification;

/// <summary>
/// The estimate beside a run: 36 schools whose scores are formulas of their numbers, three procedures of two generations, school 5 without an index; against R 4 with lme4 1.1 (<c>lmer</c>, REML,
/// <c>ranef(condVar = TRUE)</c>) and the formulas of docs/methods/school-estimate.md written again in R.
/// </summary>
public sealed class EstimateTests(EstimateTests.Made made) : IClassFixture<EstimateTests.Made>
{
    public sealed class Made : App, IAsyncLifetime
    {
        private const int Count = 36;

        public List<Organisation> Schools { get; } = [];
        public List<AssessmentProcedure> Procedures { get; } = [];
        public IdentificationRun Run { get; private set; } = null!;
        public RunEstimate Estimate { get; private set; } = null!;
        internal Region Region { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Region = await Region.Of(this);
            for (var s = 1; s <= Count; s++)
                Schools.Add(await Save(Organisation.Open($"0100{s:00}", OrganisationType.School, s == 36 ? Region.South.Id : Region.North.Id, new($"Школа {s:00}") { Locality = s % 3 == 0 ? Locality.Rural : Locality.Urban, Pupils = 60 + s * 37 % 200 })));
            await Context();
            await Results(1, ProcedureKind.Oge, "MA", 9, 2025);
            await Results(2, ProcedureKind.Oge, "RU", 9, 2025);
            await Results(3, ProcedureKind.Vpr, "RU", 6, 2026);
            Run = await Region.Run();
            (Estimate, _) = await Compute();
        }

        public async Task<(RunEstimate Estimate, bool IsNew)> Compute()
        {
            using var scope = Services.CreateScope();
            scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
            var edition = await scope.ServiceProvider.GetRequiredService<Db>().EstimateEditions.AsNoTracking().SingleAsync();
            return await scope.ServiceProvider.GetRequiredService<ComputeEstimate>().Compute(Run, edition, new Progress<Step>());
        }

        internal static int Pupils(int s) => 4 + s * 5 % 17;

        internal static int Total(int s, int i, int p) => 10 + 7 * s % 11 * 2 + s * p % 3 + (13 * i + 5 * s + 3 * p * i) % 9;

        private Task Context() => Do(async db =>
        {
            var edition = await db.IndexEditions.OrderBy(e => e.Id).FirstAsync();
            var index = new ContextIndex { Number = 1, Year = new(2025), Edition = edition.Id, At = Region.Noon, ByName = "Проверка", FiguresSha256 = "", Schools = Count - 1, Absent = 1, Cut = 42, Start = 50 };
            db.Add(index);
            foreach (var (at, school) in Schools.Index())
            {
                double? value = at == 4 ? null : 35 + (at + 1) * 7 % 31;
                db.Add(new IndexSchool { Index = index.Id, Organisation = school.Id, Value = value, Used = 3, IsHard = value <= 42 });
            }

            await db.SaveChangesAsync();
        });

        private async Task Results(int p, ProcedureKind kind, string subject, int grade, int year)
        {
            var procedure = await Save(new AssessmentProcedure { Kind = kind, Subject = subject, Grade = grade, Year = new(year) });
            Procedures.Add(procedure);
            var form = await Save(new TestForm { Procedure = procedure.Id, Source = "проверка", Edition = "1" });
            await Do(async db =>
            {
                var import = await db.Imports.SingleAsync();
                foreach (var (at, school) in Schools.Index())
                {
                    int[] totals = [.. Enumerable.Range(1, Pupils(at + 1)).Select(i => Total(at + 1, i, p))];
                    var scores = new SheetScores([.. totals.Select((_, i) => $"{i}")], new byte[totals.Length], new byte[totals.Length], new byte[totals.Length], [.. totals.Select(t => (double)t)], []);
                    db.Add(new ScoreSheet
                    {
                        Procedure = procedure.Id, Organisation = school.Id, Class = "", Form = form.Id, Import = import.Id, Sha256 = "", Participants = totals.Length, Judged = totals.Length, BelowThreshold = totals.Count(t => t < 17),
                        Marks2 = 0, Marks3 = 0, Marks4 = 0, Marks5 = 0, Scored = totals.Length, ScoreSum = totals.Sum(), Tasks = [], Tallies = Tallies.Of(scores).Pack(), Scores = [],
                    });
                }

                await db.SaveChangesAsync();
            });
        }

        public Task<SchoolEstimate> Of(int school) => Ask(db => db.SchoolEstimates.SingleAsync(s => s.Estimate == Estimate.Id && s.Organisation == Schools[school - 1].Id));
    }

    [Fact]
    public async Task A_procedure_is_fitted_as_lme4_fits_it()
    {
        double[][] expected = [[-0.2785901755, -0.2005279875, 0.0338107775, 0.8582889502, 0.1493388762, 0.0711163567, 0.2599350443, 0.1275872172], [-0.2546532814, 0.0213615542, 0.0200038423, 0.8643401101, 0.1489783055, 0.0611550616, 0.3381092850, 0.1274444571]];
        foreach (var (procedure, e) in new[] { (made.Procedures[0], expected[0]), (made.Procedures[2], expected[1]) })
        {
            var fit = await made.Ask(db => db.ProcedureFits.SingleAsync(f => f.Estimate == made.Estimate.Id && f.Procedure == procedure.Id));
            var first = await made.Ask(db => db.ProcedureEstimates.SingleAsync(r => r.Estimate == made.Estimate.Id && r.Procedure == procedure.Id && r.Organisation == made.Schools[0].Id));
            double?[] found = [fit.ByIndex, fit.ByRural, fit.BySize, fit.Between, fit.Within, fit.RSquared, first.Effect, first.Error];
            Assert.All(found.Zip(e), pair => Assert.Equal(pair.Second, pair.First!.Value, 2e-5));
        }
    }

    [Fact]
    public async Task It_is_computed_again_from_what_was_kept_with_it_and_a_changed_figure_is_found()
    {
        var same = await Replay();
        Assert.True(same.IsEqual);
        Assert.True(same.Estimate!.AreInputsKept);
        Assert.Equal(0, same.Estimate.Farthest);

        var third = made.Schools[2].Id;
        await made.Do(db => db.SchoolEstimates.Where(s => s.Estimate == made.Estimate.Id && s.Organisation == third).ExecuteUpdateAsync(s => s.SetProperty(x => x.Effect, x => x.Effect + 0.001)));
        var apart = await Replay();
        await made.Do(db => db.SchoolEstimates.Where(s => s.Estimate == made.Estimate.Id && s.Organisation == third).ExecuteUpdateAsync(s => s.SetProperty(x => x.Effect, x => x.Effect - 0.001)));

        Assert.False(apart.IsEqual);
        Assert.Equal((third, "Уровень"), Assert.Single(apart.Estimate!.Differences) is var found ? (found.School!.Value, found.What) : default);

        Task<Replayed> Replay() => made.Ask(db => new ReplayRun(db).Replay(made.Run, withEstimate: true, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Procedures_and_generations_make_one_picture_as_the_formulas_say_in_R()
    {
        Assert.Equal(0.783305963, made.Estimate.Lasting, 1e-4);
        Assert.Equal(0, made.Estimate.Passing, 1e-9);
        Assert.Equal(-1.112097900, made.Estimate.LowCut, 1e-4);
        Assert.Equal(0.462376624, made.Estimate.HighCut, 1e-4);
        foreach (var (school, expected, effect, error, low) in new[] { (1, 0.3042252937, 0.341511018, 0.0904461722, 0), (5, 0.1234005785, -0.949222950, 0.2762641842, 0.150045492), (11, 0.0801080453, -1.386152293, 0.0958700963, 0.978464041), (22, -0.3136281593, -1.057785790, 0.0784311373, 0.999527298) })
        {
            var found = await made.Of(school);
            Assert.Equal(expected, found.Expected, 1e-4);
            Assert.Equal(effect, found.Effect, 1e-4);
            Assert.Equal(error, found.Error, 1e-4);
            Assert.Equal(low, found.Low, 2e-3);
        }

        // Two subjects of one generation do not make two generations, and no pupil counts twice.
        var eleventh = await made.Of(11);
        Assert.Equal((16, 2, 2, EstimateState.Low), (eleventh.Pupils, eleventh.Generations, eleventh.Years, eleventh.State));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_computed_again_and_its_inputs_are_stamped()
    {
        var (again, isNew) = await made.Compute();
        Assert.Equal((made.Estimate.Id, false), (again.Id, isNew));
        Assert.Matches("^[0-9a-f]{64}$", again.InputSha256);
        Assert.Equal(CodeVersion.Now, again.CodeVersion);
    }

    [Fact]
    public async Task The_list_and_the_school_say_what_the_rule_says_and_what_the_estimate_says()
    {
        using var region = await made.SignedIn("RegionalCoordinator");
        var list = await region.Open($"/identification/{made.Run.Number}");
        var row = list.QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("Школа 11", StringComparison.Ordinal)).TextContent;
        Assert.Contains("низкий результат вероятен, вероятность низкого результата 98\u00a0%", row, StringComparison.Ordinal);
        Assert.DoesNotContain("место", list.QuerySelector("main")!.TextContent.Replace("место и размер", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);

        using var head = await made.SignedIn("SchoolHead", made.Schools[4].Id.Value);
        var own = (await head.Open($"/identification/{made.Run.Number}/schools/{made.Schools[4].Id}")).Text("section[aria-labelledby=h-estimate]");
        Assert.Contains("контекст неизвестен, поэтому интервал шире", own, StringComparison.Ordinal);
        Assert.Contains("Основание: 24 ученика в 2 поколениях, 2 года", own, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RegionalCoordinator", 200, true)]
    [InlineData("MunicipalCoordinator", 200, false)]
    [InlineData("SchoolHead", 200, false)]
    [InlineData("Analyst", 404, false)]
    [InlineData("Teacher", 404, false)]
    public async Task Those_who_see_the_run_see_its_model_and_the_region_computes_it(string role, int status, bool computes)
    {
        using var browser = await made.SignedIn(role, role switch { "MunicipalCoordinator" => made.Region.South.Id.Value, "SchoolHead" or "Teacher" => made.Schools[35].Id.Value, _ => null });
        var url = $"/identification/{made.Run.Number}/estimate";
        Assert.Equal(status, (int)(await browser.Get(url)).StatusCode);
        if (status != 200) return;

        var page = await browser.Open(url);
        Assert.Equal(computes, page.QuerySelector("main form[method=post]") is not null);
        Assert.Equal(3, page.QuerySelectorAll("table[aria-labelledby=h-models] tbody tr").Length);
        var counted = page.QuerySelectorAll(".st-facts dd").Take(4).Sum(d => int.Parse(d.TextContent, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(computes ? 36 : 1, counted);
        if (computes) Assert.StartsWith("/jobs/", (await browser.Submit(url, [])).Headers.Location!.ToString(), StringComparison.Ordinal);
    }
}
