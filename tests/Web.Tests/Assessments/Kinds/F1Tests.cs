using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

public sealed class F1Tests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private const FindingKind Error = FindingKind.Error, Warning = FindingKind.Warning;

    public async ValueTask InitializeAsync() => await app.Schools();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_good_workbook_is_read_whole()
    {
        var check = await app.Check(F1File.Good().Grid());

        Assert.Empty(check.Findings);
        Assert.Equal("ВПР 2026, математика, 6 класс", check.Title);
        Assert.Equal(3, check.Rows);
        var plan = Assert.IsType<ResultsPlan>(check.Plan);
        var procedure = Assert.Single(plan.Procedures);
        Assert.Equal(new(ProcedureKind.Vpr, "MA", 6, MathLevel.None, new SchoolYear(2026), ""), procedure.Key);
        Assert.Equal([("1", 2.0, Difficulty.Basic), ("2", 1.0, Difficulty.Basic), ("3К1", 3.0, Difficulty.Advanced)], procedure.Tasks.Select(t => (t.Code, t.Max, t.Difficulty)));
        Assert.Equal([("6А", 2, 0), ("6Б", 1, 1)], procedure.Sheets.Select(s => (s.Class, s.Sums.Participants, s.Sums.Below)).Order());
    }

    [Theory]
    [InlineData("1K1 (4б)", "1К1", 4)]
    [InlineData("1К1(4б)", "1К1", 4)]
    [InlineData("9.1 (1б)", "9.1", 1)]
    [InlineData("9,1 (1б)", "9.1", 1)]
    [InlineData("Задание 12 (2б)", "12", 2)]
    [InlineData("item_7", "7", null)]
    [InlineData("ГК1 (3 балла)", "ГК1", 3)]
    public void Headers_of_tasks_are_known_in_every_spelling(string header, string code, int? max)
    {
        var task = TaskHeader.Read(header, 0);

        Assert.NotNull(task);
        Assert.Equal((code, (double?)max), (task.Code, task.Max));
    }

    [Theory]
    [InlineData("Первичный балл")]
    [InlineData("2026")]
    [InlineData("Класс")]
    [InlineData("N 412")]
    public void Other_headers_are_not_tasks(string header) => Assert.Null(TaskHeader.Read(header, 0));

    [Fact]
    public async Task Missing_values_of_every_kind_are_missing_not_zero()
    {
        var file = F1File.Good() with { Rows = [Row("1", "X", "0"), Row("2", "Х", "0"), Row("3", "-", "0"), Row("4", "—", "0"), Row("5", "нет отметки", "0"), Row("6", "", "0"), Row("7", "1,5", "0")] };

        var check = await app.Check(file.Grid());

        Assert.DoesNotContain(check.Findings, f => f.Kind == Error);
        var sheet = Assert.Single(Assert.IsType<ResultsPlan>(check.Plan).Procedures[0].Sheets);
        var first = TaskSums.Unpack(sheet.Tasks)[0];
        Assert.Equal((1, 1.5), (first.Participants, first.Sum));

        static string[] Row(string code, string score, string other) => ["edu450101", "", "", code, "6А", "1", score, other, other, "", "4", ""];
    }

    [Fact]
    public async Task Participants_who_were_not_there_are_not_counted()
    {
        var file = F1File.Good();
        file.Rows.Add(["edu450101", "", "", "60004", "6А", "1", "X", "X", "X", "", "", ""]);
        file.Rows.Add(["edu450101", "", "", "60005", "6А", "1", "н", "н", "н", "не явился", "", ""]);

        var check = await app.Check(file.Grid());

        Assert.Empty(check.Findings);
        Assert.Equal(3, check.Rows);
    }

    [Fact]
    public async Task All_errors_are_told_at_once_with_their_cells()
    {
        var file = F1File.Good();
        file.Rows.Add(F1File.Row("60004", "6А", "6", "2", "1", "3"));
        file.Rows.Add(F1File.Row("60005", "6А", "4", "3", "1", "3"));
        file.Rows.Add(F1File.Row("60006", "6А", "4", "-1", "1", "3"));
        file.Rows.Add(F1File.Row("60007", "6А", "4", "два", "1", "3"));
        file.Rows.Add(F1File.Row("60001", "6А", "4", "2", "1", "3"));
        file.Rows.Add(F1File.Row("60008", "7А", "4", "2", "1", "3"));
        file.Rows.Add(F1File.Row("", "6А", "4", "2", "1", "3"));
        file.Rows.Add(["edu459999", .. F1File.Row("60009", "6А", "4", "2", "1", "3")[1..]]);

        var check = await app.Check(file.Grid());
        var errors = check.Findings.Where(f => f.Kind == Error).Select(f => (f.Row, f.Letter, f.Value)).ToList();

        Assert.Null(check.Plan);
        Assert.Equal([(11, "K", "6"), (11, "L", "6"), (12, "G", "3"), (12, "J", "7"), (13, "G", "-1"), (14, "G", "два"), (15, "D", "60001"), (16, "E", "7А"), (17, "D", "")], errors.Order());
        // An unknown login beside a known name is for a person to decide.
        Assert.Equal(18, Assert.Single(check.Names!.Doubts).Row);
        Assert.All(check.Findings.Where(f => f.Kind == Error), f => Assert.NotNull(f.Mend));
    }

    [Fact]
    public async Task A_total_that_is_not_the_sum_is_a_warning()
    {
        var file = F1File.Good();
        file.Rows[0][9] = "5";

        var check = await app.Check(file.Grid());

        var warning = Assert.Single(check.Findings);
        Assert.Equal((Warning, 8, "5"), (warning.Kind, warning.Row, warning.Value));
        Assert.NotNull(check.Plan);
    }

    [Fact]
    public async Task Declared_participants_that_differ_are_a_warning()
    {
        var check = await app.Check((F1File.Good() with { School = "Берёзовская школа (edu450101) | Кол-во участников: 26" }).Grid());

        Assert.Equal([Warning], check.Findings.Select(f => f.Kind));
        Assert.Contains("26", check.Findings[0].Message.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_column_of_schools_the_row_above_names_the_school()
    {
        var sheet = GridSheet.Of("Индивидуальные результаты", ["ВПР 2025 Русский язык 5 класс"], ["Анинская школа (EDU450102) | Кол-во участников: 1"],
            ["Код участника", "Класс", "1 (2б)", "2 (1б)", "Первичный балл", "Отметка"], ["50001", "5а", "2", "1", "3", "5"]);

        var check = await app.Check(new Grid("f.xlsx", Container.Xlsx, [sheet], []));

        Assert.Empty(check.Findings);
        var written = Assert.Single(Assert.IsType<ResultsPlan>(check.Plan).Procedures[0].Sheets);
        Assert.Equal(("450102", "5А"), (written.School.Code, written.Class));
    }

    [Fact]
    public async Task Several_schools_and_several_sheets_come_in_one_workbook()
    {
        var north = F1File.Good();
        north.Rows.Add(["edu450102", .. F1File.Row("60001", "6А", "4", "2", "1", "1")[1..]]);
        var south = F1File.Good() with { SheetName = "Индивидуальные 7", Title = "ВПР 2026 Математика 7 класс", Rows = [["edu450201", .. F1File.Row("70001", "7А", "3", "1", "1", "1")[1..]]] };
        var notes = GridSheet.Of("Справка", ["Просто текст"], ["ещё текст"]);

        var check = await app.Check(new Grid("район.xlsx", Container.Xlsx, [north.Sheet(), south.Sheet(), notes], []));

        Assert.DoesNotContain(check.Findings, f => f.Kind == Error);
        Assert.Contains(check.Findings, f => f.Message.ToString().Contains("Справка", StringComparison.Ordinal));
        var plan = Assert.IsType<ResultsPlan>(check.Plan);
        Assert.Equal([6, 7], plan.Procedures.Select(p => p.Key.Grade));
        Assert.Equal(5, plan.Participants);
    }

    [Fact]
    public async Task Without_title_or_header_the_file_says_what_is_missing()
    {
        var untitled = await app.Check((F1File.Good() with { Title = "Протокол" }).Grid());
        var headless = await app.Check(new Grid("f.xlsx", Container.Xlsx, [GridSheet.Of("Индивидуальные результаты", ["ВПР 2026 Математика 6 класс"], ["1", "2"])], []));

        Assert.Contains(untitled.Findings, f => f.Kind == Error && f.Message.Text.StartsWith("Нет заголовка", StringComparison.Ordinal));
        Assert.Contains(headless.Findings, f => f.Kind == Error && f.Message.Text.StartsWith("Нет строки", StringComparison.Ordinal));
        Assert.Null(untitled.Plan);
        Assert.Null(headless.Plan);
    }

    [Fact]
    public async Task Another_set_of_tasks_than_the_known_one_is_refused()
    {
        await app.Bring((F1File.Good() with { Title = "ВПР 2024 Математика 6 класс" }).Grid());

        var check = await app.Check((F1File.Good() with { Title = "ВПР 2024 Математика 6 класс", Tasks = ["1 (2б)", "2 (2б)", "4 (3б)"] }).Grid());

        Assert.Equal(3, check.Findings.Count(f => f.Kind == Error));
        Assert.Null(check.Plan);
    }

    [Fact]
    public async Task A_task_twice_is_refused()
    {
        var check = await app.Check((F1File.Good() with { Tasks = ["1 (2б)", "2 (1б)", "2 (3б)"] }).Grid());

        Assert.Contains(check.Findings, f => f is { Kind: Error, Letter: "I", Row: 7 });
    }

    [Fact]
    public async Task A_school_out_of_reach_does_not_exist_for_the_file()
    {
        var viewer = new Accounts.Viewer(null, "Методист", "", [new("Methodologist", "Методист", Accounts.ScopeKind.Municipality, SmallRegion.South.Id.Value, [Accounts.Permission.ImportFiles])]);

        var check = await app.Check(F1File.Good().Grid(), viewer: viewer);

        Assert.Contains(check.Findings, f => f is { Kind: Error, Value: "edu450101" });
        Assert.Null(check.Plan);
    }
}
