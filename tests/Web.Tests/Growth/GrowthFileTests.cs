using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Growth.Files;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Growth;

/// <summary>Tables of pupils of the register's schools: what is taken, what is refused, who sees it, how it is taken back.</summary>
public sealed class GrowthFileTests
{
    private static readonly GrowthMapping Said = new()
    {
        Title = "Математика", Year = "2026", Subject = "математика", Source = "мониторинг", References = new Dictionary<string, string> { ["пол"] = "м" },
        Labels = new Dictionary<string, string> { ["код оо"] = "Code", ["результат"] = "Result", ["прежний результат"] = "Prior", ["пол"] = "Category" },
    };

    private static readonly string[] Header = ["Фамилия", "Код ОО", "Результат", "Прежний результат", "Пол"];

    [Fact]
    public async Task A_table_is_known_by_its_headers_and_names_are_dropped()
    {
        await using var app = new App();
        var schools = await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");
        var import = await browser.Upload(("математика 2026.csv", Csv(Rows())));
        var file = await app.Ask(db => db.ImportFiles.SingleAsync());
        Assert.Equal((GrowthKind.KindCode, FileState.NeedsMapping), (file.Kind, file.State));
        var url = $"{import}/files/{file.Id}";
        Assert.Contains("персональные данные не прочитаны", (await browser.Open(url)).Body!.TextContent, StringComparison.Ordinal);

        var wizard = await browser.Open($"{url}/growth");
        Assert.Equal(["-", "Code", "Result", "Prior", "-"], wizard.QuerySelectorAll("select[name^='Form.Fields']").Select(s => ((AngleSharp.Html.Dom.IHtmlSelectElement)s).Value));
        Assert.DoesNotContain("Кузнецов", wizard.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"{url}/growth", new() { ["Form.Fields[4]"] = "Category", ["Form.References[4]"] = "м", ["Form.Subject"] = "математика", ["Form.Source"] = "мониторинг", ["Form.Name"] = "Прирост области" })).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Apply(import)).StatusCode);

        var page = await browser.Open("/growth/1");
        Assert.Contains("Пол: ж (сравнивается с «м»)", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Прежний результат: Прежний результат", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("[aria-labelledby=h-schools] tbody tr").Length);
        Assert.Contains("Столбец «прежний результат» | Прежний результат", await Kept(app, browser), StringComparison.Ordinal);
        Assert.Equal(schools["450101"].Id, await app.Ask(db => db.GrowthSchools.OrderBy(s => s.Position).Select(s => s.Organisation!.Value).FirstAsync()));
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_its_cell()
    {
        await using var app = new App();
        await app.Schools();
        var rows = Rows();
        (rows[1][2], rows[2][1], rows[3][3], rows[4][2]) = ("пять", "", "много", "");

        var check = await app.Check(SmallRegion.Table("прирост.xlsx", rows), Said.Json());

        Assert.Null(check.Plan);
        Assert.Equal(["2 C пять «Результат»: здесь должно быть число.", "3 B  Школа не указана.", "4 D много «Прежний результат»: здесь должно быть число."],
            check.Findings.Where(f => f.Kind == FindingKind.Error).Select(f => $"{f.Row} {f.Letter} {f.Value} {f.Message.Say()}"));
    }

    [Fact]
    public async Task A_column_that_does_not_differ_an_unknown_school_and_a_category_of_names_are_refused()
    {
        await using var app = new App();
        await app.Schools();
        Assert.Equal("В столбце «Прежний результат» все значения одинаковы.", await First(app, Rows(prior: _ => "7")));
        Assert.Equal("В столбце «Пол» больше 12 разных значений: это не категория.", await First(app, Rows(sex: i => $"з{i}")));
        Assert.Equal("В столбце «Пол» все значения одинаковы.", await First(app, Rows(sex: _ => "ж")));
        var rows = Rows();
        rows[5][1] = "999999";
        Assert.Equal("Неизвестный код ОО.", await First(app, rows));
        Assert.Equal("Школ с результатами меньше двух: сравнивать нечего.", await First(app, Rows(school: _ => "450101")));
    }

    [Fact]
    public async Task Rows_without_a_result_stay_out_and_pupils_without_a_prior_one_are_counted()
    {
        await using var app = new App();
        await app.Schools();
        var rows = Rows();
        (rows[1][2], rows[2][3]) = ("н/д", "—");
        var check = await app.Check(SmallRegion.Table("прирост.xlsx", rows), Said.Json());
        Assert.Equal(["Строк без результата: 1. Они не войдут.", "Учеников без прежнего результата: 1. В модель с ним они не войдут."], check.Findings.Select(f => f.Message.Say()));

        await app.Bring(SmallRegion.Table("прирост.xlsx", rows), Said.Json());
        Assert.Equal((35, 1), await app.Ask(db => db.GrowthStudies.Select(s => new ValueTuple<int, int>(s.Pupils, s.LeftOut)).SingleAsync()));
        using var analyst = await app.SignedIn("Analyst");
        Assert.Contains("Не вошло учеников: 1.", (await analyst.Open("/growth/1")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Не вошло", (await analyst.Open("/growth/1?asked=true&c=0")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RegionalCoordinator", 200, 3)]
    [InlineData("Analyst", 200, 3)]
    [InlineData("MunicipalCoordinator", 200, 2)]
    [InlineData("Methodologist", 200, 2)]
    [InlineData("SchoolHead", 200, 1)]
    [InlineData("Teacher", 404, 0)]
    [InlineData("Administrator", 404, 0)]
    public async Task Everyone_sees_the_model_and_only_the_schools_whose_results_one_sees(string role, int status, int schools)
    {
        await using var app = new App();
        var all = await app.Schools();
        await app.Bring(SmallRegion.Table("прирост.xlsx", Rows()), Said.Json());
        using var browser = await app.SignedIn(role, role switch { "MunicipalCoordinator" or "Methodologist" => SmallRegion.North.Id.Value, "SchoolHead" or "Teacher" => all["450201"].Id.Value, _ => null });

        Assert.Equal(status, (int)(await browser.Get("/growth/1")).StatusCode);
        Assert.Equal(status, (int)(await browser.Get("/growth")).StatusCode);
        if (status != 200) return;
        var page = await browser.Open("/growth/1");
        Assert.Equal(schools, page.QuerySelectorAll("[aria-labelledby=h-schools] tbody tr").Length);
        Assert.Equal("36", page.QuerySelector(".st-facts dd")!.TextContent);
        var file = Spreadsheet.Read(new MemoryStream(await (await browser.Get("/growth/1/schools.xlsx")).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)), "g.xlsx", Limits.Default, PersonalColumns.None, TestContext.Current.CancellationToken);
        Assert.Equal(schools, file.Sheets[0].Rows.SkipWhile(r => r[0] != "Школа").Count() - 1);
    }

    [Fact]
    public async Task A_municipality_brings_its_own_schools_but_none_that_the_register_does_not_know()
    {
        await using var app = new App();
        await app.Schools();
        var north = new Viewer(null, "Северный", "", [new("MunicipalCoordinator", "", ScopeKind.Municipality, SmallRegion.North.Id.Value, [Permission.ImportFiles, Permission.SeeResults])]);
        var labels = Said with { Labels = new Dictionary<string, string>(Said.Labels) { ["код оо"] = "School" } };
        var check = await app.Check(SmallRegion.Table("прирост.xlsx", Rows()), labels.Json(), north);
        Assert.Equal("Школы, которых нет в реестре, загружает только область: никому другому они не принадлежат.", check.Findings.Single().Message.Say());
        Assert.NotNull((await app.Check(SmallRegion.Table("прирост.xlsx", Rows(school: i => i % 2 == 0 ? "450101" : "450102")), Said.Json(), north)).Plan);
        Assert.Null((await app.Check(SmallRegion.Table("прирост.xlsx", Rows()), Said.Json(), north)).Plan);
    }

    [Fact]
    public async Task The_same_study_changes_nothing_another_of_its_name_is_refused_and_undone_it_is_gone()
    {
        await using var app = new App();
        await app.Schools();
        var import = await app.Bring(SmallRegion.Table("прирост.xlsx", Rows()), Said.Json());
        Assert.True((await app.Check(SmallRegion.Table("прирост.xlsx", Rows()), Said.Json())).Unchanged);
        Assert.Equal("Исследование «Математика» за 2025/26 уже есть.", (await app.Check(SmallRegion.Table("прирост.xlsx", Rows()), (Said with { Source = "иначе" }).Json())).Findings.Single().Message.Say());

        await app.Undo(import);
        using var analyst = await app.SignedIn("Analyst");
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Get("/growth/1")).StatusCode);
        Assert.False(await app.Ask(db => db.GrowthSchools.AnyAsync()));
        await app.Bring(SmallRegion.Table("прирост.xlsx", Rows()), Said.Json());
        Assert.Contains("Математика", (await analyst.Open("/growth")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_wizard_asks_again_for_what_was_left_unsaid()
    {
        await using var app = new App();
        await app.Schools();
        var procedure = await app.Save(new AssessmentProcedure { Kind = ProcedureKind.Vpr, Subject = "MA", Grade = 6, Year = new(2025) });
        using var browser = await app.SignedIn("RegionalCoordinator");
        var url = $"{await browser.Upload(("прирост.csv", Csv(Rows())))}/files/{await app.Ask(db => db.ImportFiles.Select(f => f.Id).SingleAsync())}/growth";
        var answer = await browser.Submit(url, new() { ["Form.Fields[1]"] = "-", ["Form.Fields[2]"] = "Prior", ["Form.Title"] = "", ["Form.Year"] = "2026", ["Form.Procedure"] = $"{procedure.Id}" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["«Прежний результат» выбрано дважды: оставьте одно.", "Назовите исследование.", "Напишите, откуда таблица.", "Процедура другого года: 2024/25.", "Скажите, в каком столбце результат.", "Скажите, в каком столбце школа: её код, название или подпись в исследовании.", "Укажите предмет."],
            (await Browser.Read(answer)).QuerySelectorAll(".st-errsum li").Select(l => l.TextContent.Trim()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_column_that_repeats_another_is_said_to_do_so()
    {
        await using var app = new App();
        await app.Schools();
        var mapping = Said with { Labels = new Dictionary<string, string> { ["код оо"] = "Code", ["результат"] = "Result", ["прежний результат"] = "Prior", ["пол"] = "Number" } };
        await app.Bring(SmallRegion.Table("прирост.xlsx", Rows(sex: i => Prior(i))), mapping.Json());
        using var analyst = await app.SignedIn("Analyst");
        Assert.Contains("Столбец «Пол» повторяет то, что уже учтено: уберите его.", (await analyst.Open("/growth/1")).Text(".st-lead"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Get("/growth/1/schools.xlsx")).StatusCode);
    }

    private static async Task<string> First(App app, string[][] rows) => (await app.Check(SmallRegion.Table("прирост.xlsx", rows), Said.Json())).Findings.First(f => f.Kind == FindingKind.Error).Message.Say();

    private static async Task<string> Kept(App app, Browser browser) =>
        string.Join("\n", (await browser.Open($"/imports/mappings/{await app.Ask(db => db.ImportMappings.Select(m => m.Id).SingleAsync())}")).QuerySelectorAll("details[open] tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim()))));

    private static string Prior(int i) => $"{30 + i * 7 % 23}";

    /// <summary>36 pupils of three schools, a family name before each.</summary>
    private static string[][] Rows(Func<int, string>? prior = null, Func<int, string>? sex = null, Func<int, string>? school = null) =>
        [Header, .. Enumerable.Range(0, 36).Select(i => new[] { i % 2 == 0 ? "Кузнецов" : "Соколова", school?.Invoke(i) ?? new[] { "450101", "450102", "450201" }[i % 3], $"{40 + i % 3 * 4 + i * 7 % 23 / 2 + i * 5 % 11},5", prior?.Invoke(i) ?? Prior(i), sex?.Invoke(i) ?? (i % 5 < 2 ? "м" : "ж") })];

    private static byte[] Csv(string[][] rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows.Select(r => string.Join(';', r))));
}
