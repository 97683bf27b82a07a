using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>Files of reference data: catalogues of tasks and mark scales.</summary>
public sealed class PackTests
{
    private static readonly string[] CatalogueHeader = ["Процедура", "Год", "Предмет", "Класс", "Задание", "Макс. балл", "Уровень", "Умение", "Планируемый результат", "Источник"];

    [Fact]
    public async Task A_catalogue_says_what_tasks_check_and_undoing_it_says_nothing_again()
    {
        await using var app = new App();
        await app.Schools();
        await app.Bring(F1File.Good().Grid());
        using var browser = await app.SignedIn("RegionalCoordinator");
        var url = $"/results/{await app.Ask(db => db.Procedures.Select(p => p.Id).SingleAsync())}/reports/outcomes";
        Assert.Contains("Загрузите каталог заданий", (await browser.Open(url)).Body!.TextContent, StringComparison.Ordinal);

        var import = await app.Bring(Catalogue(["1", "2", "Б", "Дроби"], ["2", "1", "Б", "Дроби"], ["3K1", "3", "П", "Задачи"]));

        // Дроби: (2+1) + (2+1) + (0+0) of 3 × 3; задачи: 3 + 0 + 0 of 9. «3K1» is written with a Latin K.
        var cells = (await browser.Open(url)).QuerySelectorAll("#part-0 tbody tr").Select(r => (r.Children[0].TextContent.Trim(), r.Children[1].TextContent, r.Children[2].TextContent, r.Children[4].TextContent.Replace("\u00a0", "")));
        Assert.Equal([("1", "Результат: Дроби", "1, 2", "55,6%"), ("2", "Результат: Задачи", "3К1", "33,3%")], cells);

        await app.Undo(import);
        Assert.Contains("Загрузите каталог заданий", (await browser.Open(url)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_catalogue_holds_and_its_undoing_gives_the_former_back()
    {
        await using var app = new App();
        await app.Schools();
        await app.Bring(Catalogue(["1", "2", "Б", "Дроби"]));
        Assert.True((await app.Check(Catalogue(["1", "2", "Б", "Дроби"]))).Unchanged);

        var later = await app.Bring(Catalogue(["1", "2", "П", "Проценты"]));
        Assert.Equal(("Проценты", Difficulty.Advanced), await Held(app));

        await app.Undo(later);
        Assert.Equal(("Дроби", Difficulty.Basic), await Held(app));

        static async Task<(string, Difficulty)> Held(App app)
        {
            var task = (await app.Ask(db => db.Descriptions(new(ProcedureKind.Vpr, "MA", 6, MathLevel.None, new(2026), ""), default)))["1"];
            return (task.Skill, task.Difficulty);
        }
    }

    [Fact]
    public async Task Where_catalogue_and_results_disagree_both_are_said()
    {
        await using var app = new App();
        await app.Schools();
        await app.Bring(F1File.Good().Grid());

        var check = await app.Check(Catalogue(["1", "3", "Б", "Дроби"], ["14", "1", "Б", "Дроби"]));

        Assert.NotNull(check.Plan);
        Assert.Equal(["Задание 1: максимум в каталоге 3, в результатах 2.", "В загруженных результатах нет задания 14.", "В каталоге нет заданий, которые есть в результатах: 2, 3К1."], check.Findings.Select(f => f.Message.Say()));
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once_with_its_cell()
    {
        await using var app = new App();
        await app.Schools();
        var grid = SmallRegion.Table("каталог.xlsx", CatalogueHeader,
            ["ВПР", "", "Математика", "6", "1", "2", "Б", "Дроби", "", ""], ["ВПР", "2026", "Черчение с натуры", "6", "1", "2", "Б", "Дроби", "", ""], ["", "2026", "Математика", "", "1", "нет", "Ъ", "Дроби", "", ""],
            ["ВПР", "2026", "Математика", "6", "1", "2", "Б", "Дроби", "", ""], ["ВПР", "2026", "Математика", "6", "1,0", "2", "Б", "Дроби", "", ""]);

        var check = await app.Check(grid);

        Assert.Null(check.Plan);
        Assert.Equal([(2, "B", "Не сказано, какой это год."), (3, "C", "Предмет «Черчение с натуры» не найден."), (4, "A", "Не сказано, какая это процедура."), (4, "D", "Не сказано, какой это класс."), (6, "E", "Задание 1 встречается дважды.")],
            check.Findings.Select(f => (f.Row ?? 0, f.Letter, f.Message.Say())));
    }

    [Fact]
    public async Task A_table_of_a_programme_is_a_catalogue_too_and_its_year_stands_in_the_files_name()
    {
        await using var app = new App();
        await app.Schools();

        await app.Bring(SmallRegion.Table("items 2026.csv", ["form_id", "item_no", "max_score", "skill", "kind"], ["VPR-MA-06", "1", "2", "вычисления", "краткий ответ"], ["OGE-RU-09", "1", "1", "орфография", "краткий ответ"]));

        Assert.Equal([("OGE", "RU", 9), ("VPR", "MA", 6)], (await app.Ask(db => db.TaskDescriptions.AsNoTracking().ToListAsync())).Select(d => ($"{d.Kind}".ToUpperInvariant(), d.Subject, d.Grade)).Order());
    }

    [Theory]
    [InlineData("каталог.xlsx")]
    [InlineData("шкалы.xlsx")]
    [InlineData("список.xlsx")]
    public async Task Reference_data_are_brought_by_those_who_keep_them(string name)
    {
        await using var app = new App();
        var school = (await app.Schools())["450101"];
        var viewer = new Viewer(null, "Технический специалист", "", [new("SchoolTeamTechnician", "Технический специалист", ScopeKind.Organisation, school.Id.Value, [Permission.ImportFiles])]);

        var check = await app.Check(name[0] switch { 'к' => Catalogue(["1", "2", "Б", "Дроби"]), 'ш' => Scales("6", "10", "14"), _ => BiasList(["2026", "edu450101", "", "", "1", "0", "0", "1", "2"]) }, viewer: viewer);

        Assert.Null(check.Plan);
        Assert.Contains(check.Findings, f => f.Kind == FindingKind.Error && f.Message.Say().Contains("кто ведёт справочники", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_scale_is_brought_replaced_and_given_back()
    {
        await using var app = new App();
        await app.Schools();
        await app.Bring(Scales("6", "10", "14"));
        Assert.True((await app.Check(Scales("6", "10", "14"))).Unchanged);

        var later = await app.Bring(Scales("7", "11", "15"));
        Assert.Equal((7, 11, 15), await Held(app));

        await app.Undo(later);
        Assert.Equal((6, 10, 14), await Held(app));

        static Task<(double, double, double)> Held(App app) => app.Ask(async db =>
        {
            var scale = await db.MarkScales.AsNoTracking().SingleAsync(s => s.Kind == ProcedureKind.Vpr && s.Origin == RuleOrigin.Regional);
            return (scale.From3, scale.From4, scale.From5);
        });
    }

    [Fact]
    public async Task Scores_of_a_scale_grow()
    {
        await using var app = new App();
        await app.Schools();

        var check = await app.Check(Scales("7", "7", "15"));

        Assert.Null(check.Plan);
        Assert.Equal((2, "«4» начинается с большего балла, чем «3»."), check.Findings.Select(f => (f.Row ?? 0, f.Message.Say())).Single());
    }

    [Fact]
    public async Task The_official_list_marks_schools_by_subject_and_grade_and_a_later_list_takes_marks_away()
    {
        await using var app = new App();
        var schools = await app.Schools();
        var first = await app.Bring(BiasList(["2026", "edu450101", "", "Берёзовская школа", "1", "0", "0", "1", "2"], ["2026", "edu450201", "", "Верхнелужская школа № 2", "0", "0", "0", "0", "0"]));
        Assert.Equal([("MA", 5), ("RU", 4)], await Marks());
        Assert.True((await app.Check(BiasList(["2026", "edu450101", "", "", "1", "0", "0", "1", "2"]))).Unchanged);

        var later = await app.Bring(BiasList(["2026", "edu450101", "", "", "1", "0", "0", "0", "1"]));
        Assert.Equal([("RU", 4)], await Marks());

        await app.Undo(later);
        Assert.Equal([("MA", 5), ("RU", 4)], await Marks());
        await app.Undo(first);
        Assert.Empty(await Marks());

        async Task<List<(string?, int)>> Marks() =>
            [.. (await app.Ask(db => db.ComparabilityFlags.AsNoTracking().Where(f => f.Flag == Comparability.BiasSigns && f.Organisation == schools["450101"].Id).ToListAsync())).Select(f => (f.Subject, f.Grade)).Order()];
    }

    [Fact]
    public async Task A_mark_that_a_later_list_set_again_is_not_given_back_twice()
    {
        await using var app = new App();
        await app.Schools();
        await app.Bring(BiasList(["2026", "edu450101", "", "", "1", "0", "0", "0", "1"]));
        var without = await app.Bring(BiasList(["2026", "edu450101", "", "", "0", "0", "0", "0", "0"]));
        var again = await app.Bring(BiasList(["2026", "edu450101", "", "", "1", "0", "0", "0", "1"]));

        await Assert.ThrowsAsync<RuleBroken>(() => app.Undo(without));
        await app.Undo(again);
        await app.Undo(without);

        Assert.True((await app.Check(BiasList(["2026", "edu450101", "", "", "1", "0", "0", "0", "1"]))).Unchanged);
    }

    [Fact]
    public async Task A_list_that_miscounts_is_taken_as_its_columns_say_and_both_figures_are_told()
    {
        await using var app = new App();
        await app.Schools();

        var check = await app.Check(BiasList(["2026", "edu450101", "", "", "1", "1", "", "0", "3"], ["2026", "edu450102", "", "", "да", "0", "0", "0", "0"], ["2026", "edu999999", "", "", "1", "0", "0", "0", "1"]));

        Assert.Null(check.Plan);
        Assert.Contains(check.Findings, f => (f.Row, f.Letter) == (2, "I") && f.Message.Say() == "Количество маркеров 3, а единиц в строке 2.");
        Assert.Contains(check.Findings, f => (f.Row, f.Letter) == (3, "E") && f.Message.Say() == "Маркер «да» не понят.");
        Assert.Contains(check.Findings, f => (f.Row, f.Letter) == (4, "B") && f.Kind == FindingKind.Error);
    }

    [Fact]
    public async Task A_marked_school_is_said_to_be_in_the_list_of_that_subject_and_grade_only()
    {
        await using var app = new App();
        var schools = await app.Schools();
        await app.Bring(new F1File { Title = "ВПР 2026 Математика 5 класс", Rows = [F1File.Row("60001", "5А", "5", "2", "1", "3"), F1File.Row("60002", "5А", "3", "1", "1", "0")] }.Grid());
        var url = $"/results/{await app.Ask(db => db.Procedures.Select(p => p.Id).SingleAsync())}/reports/signs?school={schools["450101"].Id}";
        using var browser = await app.SignedIn("RegionalCoordinator");
        Assert.Contains("список не загружен", await Row(), StringComparison.Ordinal);

        var russian = await app.Bring(BiasList(["2026", "edu450101", "", "", "0", "0", "1", "0", "1"]));
        Assert.Contains("нет в списке", await Row(), StringComparison.Ordinal);
        await app.Undo(russian);
        await app.Bring(BiasList(["2026", "edu450101", "", "", "0", "0", "0", "1", "1"]));
        Assert.Contains("есть в списке", await Row(), StringComparison.Ordinal);

        // The series is parted at that year for this school.
        Assert.Contains("в официальном списке с признаками", (await browser.Open($"/organisations/{schools["450101"].Id}/trends")).Body!.TextContent, StringComparison.Ordinal);

        async Task<string> Row() => (await browser.Open(url)).QuerySelector("#part-0 tbody tr")!.TextContent;
    }

    private static Grid BiasList(params string[][] rows) => SmallRegion.Table("список.xlsx", [["Год", "Логин", "Муниципалитет", "ОО", "4 РУ", "4 МА", "5 РУ", "5 МА", "Количество маркеров"], .. rows]);

    private static Grid Catalogue(params string[][] tasks) =>
        SmallRegion.Table("каталог.xlsx", [CatalogueHeader, .. tasks.Select(t => new[] { "ВПР", "2026", "Математика", "6", t[0], t[1], t[2], t[3], $"Результат: {t[3]}", "описание КИМ" })]);

    private static Grid Scales(string from3, string from4, string from5) =>
        SmallRegion.Table("шкалы.xlsx", ["Процедура", "Год", "Предмет", "Класс", "«3» с", "«4» с", "«5» с", "Макс. балл", "Источник"], ["ВПР", "2026", "Математика", "6", from3, from4, from5, "16", "приказ области"]);
}
