using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;
using static Stupeni.Assessments.AggregateFile;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>What is wrong with a report is told at once, each with its cell and how to mend it; what may not be brought is left out.</summary>
public sealed class DamagedAggregateTests : IAsyncLifetime
{
    private readonly App app = new();

    public async ValueTask InitializeAsync() => await app.Schools();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Every_wrong_cell_is_told_at_once()
    {
        var check = await app.Check(Marks(
            ["Западный район", "3", "90", "10", "40", "40", "10"], ["edu459999", "1", "25", "8", "40", "40", "12"], [Berezovka, "1", "", "33,3", "33,3", "0", "33,4"], [Anino, "1", "25", "восемь", "140", "40", "12"], [North, "2", "тридцать", "10", "40", "40", "10"]));

        Assert.Null(check.Plan);
        var said = check.Findings.Where(f => f.Kind == FindingKind.Error).Select(f => $"{f.Row}{f.Letter} {f.Message.Say()}").ToList();
        Assert.Contains("7A Непонятно, чья это строка: «Западный район».", said);
        Assert.Contains(said, s => s.StartsWith("8A", StringComparison.Ordinal));
        Assert.Contains("9C Не указано число участников.", said);
        Assert.Contains("10D «восемь» — не проценты.", said);
        Assert.Contains("10E «140» — не проценты.", said);
        Assert.Contains("11C «тридцать» — не число участников.", said);
        Assert.All(check.Findings.Where(f => f.Kind == FindingKind.Error), f => Assert.NotNull(f.Mend));
    }

    [Fact]
    public async Task Shares_that_do_not_give_a_hundred_are_a_warning()
    {
        var check = await app.Check(Marks([Berezovka, "1", "25", "12", "36", "32", "10"], [Anino, "1", "3", "33,3", "33,3", "0", "33,3"]));

        Assert.Equal("Доли в строке дают вместе 90 %, а не 100.", Assert.Single(check.Findings).Message.Say());
        Assert.NotNull(check.Plan);
    }

    [Fact]
    public async Task A_school_that_stands_twice_is_an_error()
    {
        var check = await app.Check(Marks([Berezovka, "1", "25", "12", "36", "32", "20"], ["Берёзовская школа (edu450101)", "1", "25", "12", "36", "32", "20"]));

        Assert.Contains(check.Findings, f => f.Kind == FindingKind.Error && f.Message.Say() == "Берёзовская школа: строка отчёта «Статистика по отметкам» стоит в файле дважды.");
    }

    [Fact]
    public async Task What_the_file_does_not_say_is_asked_and_the_answer_completes_it()
    {
        var bare = new Grid("выгрузка.xlsx", Container.Xlsx, [GridSheet.Of("Лист1", ["Группы участников", "Кол-во участников", "2", "3", "4", "5"], [Berezovka, "25", "12", "36", "32", "20"])], []);

        var asked = await app.Check(bare);
        var answered = await app.Check(bare, "{\"subject\":\"Математика\",\"grade\":\"6\",\"year\":\"2026\"}");

        Assert.True(asked.NeedsMapping);
        Assert.Equal(["Не сказано, какой это предмет.", "Не сказано, какой это класс.", "Не сказано, какой это год."], asked.Findings.Select(f => f.Message.Say()));
        Assert.NotNull(answered.Plan);
    }

    [Fact]
    public async Task The_page_that_asks_keeps_the_answer_for_the_next_file_with_the_same_lines()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");
        byte[] File(string line) => Sample.Book("Лист1", [line], ["Группы участников", "Кол-во участников", "2", "3", "4", "5"], [Berezovka, "25", "12", "36", "32", "20"]);
        var import = await browser.Upload(("выгрузка.xlsx", File("Мат., шестые параллели, 2026")));
        var file = await app.Ask(db => db.ImportFiles.Where(f => f.Name == "выгрузка.xlsx").Select(f => f.Id).SingleAsync());
        Assert.Contains("Что это за отчёт", (await browser.Open($"{import}/files/{file}/report")).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);

        var empty = await browser.Submit($"{import}/files/{file}/report", new() { ["Form.Report"] = "", ["Form.Year"] = "год", ["Form.Grade"] = "60" });
        var kept = await browser.Submit($"{import}/files/{file}/report", new() { ["Form.Report"] = "Marks", ["Form.Subject"] = "MA", ["Form.Grade"] = "6", ["Form.Year"] = "2026", ["Form.Name"] = "Математика, 6 класс" });

        Assert.Equal(422, (int)empty.StatusCode);
        Assert.Equal(3, (await Browser.Read(empty)).QuerySelectorAll(".st-errsum li").Length);
        Assert.Equal(302, (int)kept.StatusCode);
        Assert.Equal(FileState.Ready, await app.Ask(db => db.ImportFiles.Where(f => f.Id == file).Select(f => f.State).SingleAsync()));
        var next = await browser.Upload(("ещё одна.xlsx", File("Мат., шестые параллели, 2025")), ("другая.xlsx", File("Рус., пятые параллели, 2025")));
        var states = await app.Ask(db => db.ImportFiles.Where(f => f.Name == "ещё одна.xlsx" || f.Name == "другая.xlsx").OrderBy(f => f.Name).Select(f => f.State).ToListAsync());
        Assert.Equal([FileState.NeedsMapping, FileState.Ready], states);
    }

    [Fact]
    public async Task A_page_sent_without_what_the_file_lacks_asks_for_it_in_the_order_of_the_form()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");
        var import = await browser.Upload(("голая.xlsx", Sample.Book("Лист1", ["Группы участников", "Кол-во участников", "2", "3", "4", "5"], [Berezovka, "25", "12", "36", "32", "20"])));
        var file = await app.Ask(db => db.ImportFiles.Where(f => f.Name == "голая.xlsx").Select(f => f.Id).SingleAsync());

        var bare = await browser.Submit($"{import}/files/{file}/report", []);

        Assert.Equal(422, (int)bare.StatusCode);
        Assert.Equal(["#Form_Subject", "#Form_Grade", "#Form_Year"], (await Browser.Read(bare)).QuerySelectorAll(".st-errsum a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_municipality_brings_its_own_rows_only()
    {
        var viewer = new Viewer(Id<Person>.New(), "Методист", "", [new("MunicipalCoordinator", "", ScopeKind.Municipality, SmallRegion.North.Id.Value, [Permission.ImportFiles, Permission.SeeResults])]);

        var check = await app.Check(Marks(["Вся выборка", "35817", "1432765", "12,5", "40,3", "32,9", "14,3"], [North, "2", "28", "10", "40", "40", "10"], [Berezovka, "1", "25", "12", "36", "32", "20"]), viewer: viewer);
        var strange = await app.Check(Marks(["Верхнелужская школа № 2 (edu450201)", "1", "25", "12", "36", "32", "20"]), viewer: viewer);
        var school = viewer with { Grants = [new("SchoolHead", "", ScopeKind.Organisation, (await app.Ask(db => db.Organisations.SingleAsync(o => o.Code == "450101"))).Id.Value, [Permission.ImportFiles])] };
        var own = await app.Check(Marks([North, "2", "28", "10", "40", "40", "10"], [Berezovka, "1", "25", "12", "36", "32", "20"]), viewer: school);

        Assert.Equal([DeclaredLevel.Municipality, DeclaredLevel.School], ((AggregatePlan)check.Plan!).Lines.Select(l => l.Unit.Level));
        Assert.Equal("Строк о всей выборке, области и муниципалитетах не взято: 1.", Assert.Single(check.Findings).Message.Say());
        Assert.Null(strange.Plan);
        Assert.Equal([DeclaredLevel.School], ((AggregatePlan)own.Plan!).Lines.Select(l => l.Unit.Level));
    }

    [Fact]
    public async Task The_same_figures_again_change_nothing_and_undoing_takes_them_away()
    {
        var file = Marks([Berezovka, "1", "25", "12", "36", "32", "20"]);
        var first = await app.Bring(file);

        Assert.True((await app.Check(file with { FileName = "копия.xlsx" })).Unchanged);
        var second = await app.Bring(Marks([Berezovka, "1", "25", "8", "40", "32", "20"]));
        Assert.Equal(2, await app.Ask(db => db.DeclaredResults.CountAsync()));
        await app.Undo(second);
        Assert.Equal(first.Id, await app.Ask(db => db.DeclaredResults.Select(d => d.Import).SingleAsync()));
        await app.Undo(first);
        Assert.False(await app.Ask(db => db.DeclaredResults.AnyAsync()));
    }

    [Fact]
    public async Task Files_that_are_something_else_are_not_taken_for_reports()
    {
        using var scope = app.Services.CreateScope();
        var kinds = scope.ServiceProvider.GetRequiredService<FileKinds>();

        Assert.Equal("vpr-f1", kinds.Recognise(F1File.Good().Grid())!.Code);
        Assert.Equal("results-table", kinds.Recognise(SmallRegion.Table("ВПР математика.xlsx", [["Код участника", "Код ОО", "Задание 1 (2б)", "Задание 2 (1б)", "Отметка"], ["1", "450101", "2", "1", "5"]]))!.Code);
        Assert.Equal("bias-list", kinds.Recognise(SmallRegion.Table("список.xlsx", [["Год", "Логин", "Муниципалитет", "ОО", "4 РУ", "4 МА", "5 РУ", "5 МА", "Количество маркеров"], ["2025", "edu450101", "", "", "1", "0", "0", "1", "2"]]))!.Code);
        Assert.Equal("task-catalogue", kinds.Recognise(SmallRegion.Table("каталог.xlsx", [["Процедура", "Год", "Предмет", "Класс", "Задание", "Макс. балл", "Уровень", "Умение", "Планируемый результат", "Источник"], ["ВПР", "2026", "Математика", "6", "1", "2", "Б", "Дроби", "Решать задачи", "Описание"]]))!.Code);
        Assert.Equal("organisations", kinds.Recognise(SmallRegion.Table("школы.xlsx", [Sample.Headers, Sample.Row("450101")]))!.Code);
    }
}
