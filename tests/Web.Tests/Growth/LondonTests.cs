using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Stupeni.Growth.Studies;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Statistics;

namespace Stupeni.Growth;

/// <summary>The public table of London's pupils (Goldstein et al. 1993, R package mlmRev; tests/Statistics.Tests/Oracles) from the upload to the page: the figures are those of lme4.</summary>
public sealed class LondonTests(LondonTests.Made made) : IClassFixture<LondonTests.Made>
{
    private static readonly JsonElement Published = Oracle.Json("mlm-exam_va.json");

    public sealed class Made : App, IAsyncLifetime
    {
        public Browser Coordinator { get; private set; } = null!;
        public string Import { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Coordinator = await SignedIn("RegionalCoordinator");
            Import = await Coordinator.Upload(("exam_london.csv", await File.ReadAllBytesAsync(Oracle.PathOf("exam_london.csv"), TestContext.Current.CancellationToken)));
            var file = $"{Import}/files/{await Ask(db => db.ImportFiles.Select(f => f.Id).SingleAsync())}";
            Assert.Equal(FileState.NeedsMapping, await Ask(db => db.ImportFiles.Select(f => f.State).SingleAsync()));
            Assert.Equal(HttpStatusCode.Redirect, (await Coordinator.Submit($"{file}/growth", new()
            {
                ["Form.Fields[1]"] = "Result", ["Form.Fields[6]"] = "Prior", ["Form.Fields[7]"] = "Category", ["Form.References[7]"] = "F", ["Form.Title"] = "Экзамены Лондона", ["Form.Year"] = "2026", ["Form.Subject"] = "экзамены в 16 лет", ["Form.Source"] = "Goldstein и др., 1993", ["Form.Name"] = "Лондон",
            })).StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, (await Coordinator.Apply(Import)).StatusCode);
        }
    }

    [Fact]
    public async Task Coefficients_variances_and_what_each_school_adds_are_the_published_ones()
    {
        var grid = Spreadsheet.Read(new MemoryStream(await Bytes("/growth/1/schools.xlsx")), "growth.xlsx", Limits.Default, PersonalColumns.None, TestContext.Current.CancellationToken);
        var model = grid.Sheets[1].Rows.ToDictionary(r => r[0], r => (Value: Number(r[1]), Error: Number(r[2])));
        var (fixedEffects, variances) = (Published.GetProperty("fixed"), Published.GetProperty("varcor"));
        foreach (var (line, name) in new[] { ("Постоянная", "(Intercept)"), ("standLRT", "standLRT"), ("sex: M (сравнивается с «F»)", "sexM") })
        {
            Near(fixedEffects.GetProperty(name).Number("est"), model[line].Value);
            Near(fixedEffects.GetProperty(name).Number("se"), model[line].Error);
        }

        Near(variances[0].Number("vcov"), model["Дисперсия между школами"].Value);
        Near(variances[1].Number("vcov"), model["Дисперсия между учениками одной школы"].Value);
        Assert.Equal(4059, model["Учеников в модели"].Value);

        var ranef = Published.GetProperty("ranef").GetProperty("school");
        var levels = ranef.GetProperty("levels").EnumerateArray().Select(l => l.GetString()!).ToList();
        var (effects, errors) = (ranef.GetProperty("blup").EnumerateArray().Select(b => b[0].GetDouble()).ToList(), ranef.GetProperty("condSD")[0].Numbers());
        var schools = grid.Sheets[0].Rows.SkipWhile(r => r[0] != "Школа").Skip(1).ToList();
        Assert.Equal(levels, schools.ConvertAll(r => r[0]));
        Assert.All(schools.Index(), s =>
        {
            Near(effects[s.Index], Number(s.Item[2]));
            Near(errors[s.Index], Number(s.Item[5]));
        });
    }

    [Fact]
    public async Task The_page_says_the_finding_first_keeps_the_order_of_names_and_flags_few_pupils()
    {
        var page = await made.Coordinator.Open("/growth/1");
        Assert.StartsWith("После учёта (прежний результат, sex) между школами остаётся 13,8 % различий учеников.", page.Text(".st-lead"), StringComparison.Ordinal);
        Assert.Equal("Постоянная +0,076 от −0,006 до +0,159", page.Text("[aria-labelledby=h-model] tbody tr:first-child > *"));
        Assert.Equal("standLRT +0,559 от +0,535 до +0,584", page.Text("[aria-labelledby=h-model] tbody tr:nth-child(2) > *"));
        Assert.Equal(Enumerable.Range(1, 50).Select(n => $"{n}"), Names(page));
        var second = await made.Coordinator.Open(page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(Enumerable.Range(51, 15).Select(n => $"{n}"), Names(second));
        Assert.Contains("учеников мало: меньше 10", second.QuerySelectorAll("main tbody tr").Single(r => r.QuerySelector("th")!.FirstChild!.TextContent.Trim() == "54").TextContent, StringComparison.Ordinal);
        Assert.Equal("+0,524, интервал от +0,331 до +0,716", page.QuerySelectorAll("[aria-labelledby=h-schools] svg[role=img]")[2].GetAttribute("aria-label"));

        static IEnumerable<string> Names(IHtmlDocument page) => page.QuerySelectorAll("[aria-labelledby=h-schools] tbody th").Select(n => n.FirstChild!.TextContent.Trim());
    }

    [Fact]
    public async Task Nothing_considered_and_a_random_slope_are_the_models_of_lme4_too()
    {
        var (study, schools) = await made.Ask(async db =>
        {
            var study = await db.GrowthStudies.SingleAsync();
            return (StudyColumns.Parse(study.Columns), await db.SchoolsOf(study));
        });
        var nothing = StudyFit.Of(study, schools, new StudyChoice { Asked = true }.Of(study));
        Near(Oracle.Json("mlm-exam_null.json").GetProperty("varcor")[0].Number("vcov"), nothing.Fit.InterceptVariance.Value);
        Assert.Contains("Ничего не учтено. Между школами лежит", (await made.Coordinator.Open("/growth/1?asked=true")).Text(".st-lead"), StringComparison.Ordinal);

        var slope = await made.Coordinator.Open("/growth/1?asked=true&prior=true&slope=true");
        Assert.Contains("Наклона между школами 0,12", slope.Text("[aria-labelledby=h-model]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_pupil_only_numbers_are_kept_and_the_lineage_is_printed()
    {
        var (study, school) = await made.Ask(async db => (await db.GrowthStudies.SingleAsync(), await db.GrowthSchools.OrderBy(s => s.Position).FirstAsync()));
        Assert.Equal(("exam_london.csv", 65, 4059, false), (study.File, study.Schools, study.Pupils, study.OfRegister));
        var columns = StudyColumns.Parse(study.Columns);
        Assert.Equal("normexam, standLRT, sex: F, M", $"{columns.Result}, {columns.Prior}, {columns.Others.Single().Title}: {string.Join(", ", columns.Others.Single().Levels!)}");
        Assert.Equal(school.Pupils * 3 * sizeof(double), school.Rows.Length);

        var grid = await made.Ask(async db => await db.GridOf(await db.ImportFiles.Select(f => f.Id).SingleAsync()));
        var rows = grid!.Sheets.Single().Rows;
        Assert.Equal(("student", "", "0.6190592"), (rows[0][9], rows[1][9], rows[1][6]));

        var page = (await made.Coordinator.Open("/growth/1")).Text("[aria-labelledby=h-origin]");
        Assert.Contains(study.Sha256, page, StringComparison.Ordinal);
        Assert.Contains(ShowModel.CodeVersion, page, StringComparison.Ordinal);
        Assert.Contains("Импорт № 1", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Analyst", 200)]
    [InlineData("RegionalOperator", 200)]
    [InlineData("MunicipalCoordinator", 404)]
    [InlineData("SchoolHead", 404)]
    [InlineData("Teacher", 404)]
    [InlineData("Administrator", 404)]
    public async Task Schools_known_by_labels_are_the_regions_only(string role, int status)
    {
        using var browser = await made.SignedIn(role, role is "MunicipalCoordinator" or "SchoolHead" or "Teacher" ? Guid.CreateVersion7() : null);
        Assert.Equal(status, (int)(await browser.Get("/growth/1")).StatusCode);
        Assert.Equal(status, (int)(await browser.Get("/growth/1/schools.xlsx")).StatusCode);
    }

    private async Task<byte[]> Bytes(string url) => await (await made.Coordinator.Get(url)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

    private static double Number(string text) => Cells.ParseDecimal(text) is { } number ? (double)number : double.NaN;

    /// <summary>As closely as the reference asks: 1e-5 of the value, and of 1 for what lies at zero.</summary>
    private static void Near(double expected, double found) => Assert.Equal(expected, found, 1e-5 * Math.Max(0.1, Math.Abs(expected)));
}
