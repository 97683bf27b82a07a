using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

public sealed class TableTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await app.Schools();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("VPR-MA-05 2026.csv", "ВПР 2026, математика, 5 класс")]
    [InlineData("OGE-RU-09_2025.csv", "ОГЭ 2025, русский язык, 9 класс")]
    [InlineData("ВПР математика 5 класс 2026.xlsx", "ВПР 2026, математика, 5 класс")]
    [InlineData("ЕГЭ история 2024-2025.xlsx", "ЕГЭ 2025, история")]
    public async Task The_procedure_is_guessed_from_the_name_of_the_file(string name, string title)
    {
        var grade = name.Contains('5') && title.Contains('5') && !title.Contains("2025") ? "5А" : title.StartsWith("ОГЭ", StringComparison.Ordinal) ? "9А" : "11А";
        var check = await app.Check(SmallRegion.Table(name, ["pupil_id", "school_id", "class", "variant", "item_1", "item_2", "total", "mark"], ["0000001", "450101", grade, "1", "0", "1", "1", "3"]));

        Assert.Equal(title, check.Title);
        Assert.DoesNotContain(check.Findings, f => f.Kind == FindingKind.Error);
    }

    [Fact]
    public async Task Russian_headers_with_maxima_are_read()
    {
        var check = await app.Check(SmallRegion.Table("ВПР-MA-06 2026.xlsx",
            ["Код участника", "Код ОО", "Класс", "Вариант", "Задание 1 (2б)", "Задание 2 (1б)", "Первичный балл", "Отметка"],
            ["0000001", "450101.0", "6A", "2", "2", "1", "3", "5"], ["0000002", "450201", "6 б", "2", "0", "X", "0", "2"]));

        Assert.Empty(check.Findings);
        var plan = Assert.IsType<ResultsPlan>(check.Plan);
        Assert.Equal([("450101", "6А"), ("450201", "6Б")], plan.Procedures[0].Sheets.Select(s => (s.School.Code, s.Class)));
    }

    [Fact]
    public async Task A_year_that_nobody_names_is_taken_with_a_warning()
    {
        var check = await app.Check(SmallRegion.Table("VPR-MA-06.csv", ["pupil_id", "school_id", "class", "item_1", "item_2", "mark"], ["1", "450101", "6А", "1", "1", "4"]));

        Assert.Contains(check.Findings, f => f.Kind == FindingKind.Warning && f.Message.Text.StartsWith("Год в файле", StringComparison.Ordinal));
        Assert.NotNull(check.Plan);
    }

    [Fact]
    public async Task Test_scores_are_judged_by_the_minimum_of_the_reference_data()
    {
        var check = await app.Check(SmallRegion.Table("ЕГЭ русский язык 2025.xlsx", ["Код участника", "Код ОО", "Класс", "Первичный балл", "Тестовый балл"],
            ["1", "450101", "11", "5", "23"], ["2", "450101", "11", "8", "24"], ["3", "450101", "11", "20", "70"]));

        Assert.DoesNotContain(check.Findings, f => f.Kind == FindingKind.Error);
        var sheet = Assert.Single(Assert.IsType<ResultsPlan>(check.Plan).Procedures[0].Sheets);
        Assert.Equal((3, 1, 117.0), (sheet.Sums.Judged, sheet.Sums.Below, sheet.Sums.ScoreSum));
    }

    [Fact]
    public async Task Without_marks_and_without_a_known_minimum_the_threshold_is_asked()
    {
        var grid = SmallRegion.Table("Диагностика химия 8 класс 2026.xlsx", ["Код участника", "Код ОО", "Класс", "Балл"], ["1", "450101", "8А", "5"], ["2", "450101", "8А", "3,5"]);

        var asked = await app.Check(grid);
        var answered = await app.Check(grid, """{"minimum":"4","minimumSource":"приказ № 5"}""");
        var without = await app.Check(grid, """{"minimum":"-"}""");

        Assert.True(asked.NeedsMapping);
        Assert.Null(asked.Plan);
        Assert.Equal((2, 1), Sums(answered));
        Assert.Equal((0, 0), Sums(without));

        static (int, int) Sums(FileCheck check) => Assert.Single(Assert.IsType<ResultsPlan>(check.Plan).Procedures[0].Sheets).Sums is var sums ? (sums.Judged, sums.Below) : default;
    }

    [Fact]
    public async Task A_list_of_pupils_in_the_same_import_says_where_they_learn()
    {
        var draft = new ImportDraft();
        await app.Check(SmallRegion.Table("ученики 2025-2026.xlsx", ["pupil_id", "school_id", "class", "sex"], ["0001", "450101", "6А", "м"], ["0002", "450201", "6Б", "ж"]), draft: draft);
        string[] header = ["pupil_id", "item_1", "item_2", "mark"];

        var known = await app.Check(SmallRegion.Table("VPR-MA-06 2026.csv", header, ["0001", "1", "1", "4"], ["0002", "0", "1", "2"]), draft: draft);
        var unknown = await app.Check(SmallRegion.Table("VPR-RU-06 2026.csv", header, ["0001", "1", "1", "4"], ["0009", "0", "1", "2"]), draft: draft);

        Assert.Equal([("450101", "6А"), ("450201", "6Б")], Assert.IsType<ResultsPlan>(known.Plan).Procedures[0].Sheets.Select(s => (s.School.Code, s.Class)));
        Assert.Contains(unknown.Findings, f => f is { Kind: FindingKind.Error, Value: "0009" });
    }

    [Fact]
    public async Task A_list_of_pupils_is_applied_and_taken_back_exactly()
    {
        var first = await app.Bring(SmallRegion.Table("обучающиеся 2022.xlsx", ["Код участника", "Код ОО", "Класс"], ["1", "450101", "5А"], ["2", "450101", "5А"]));
        var second = await app.Bring(SmallRegion.Table("обучающиеся 2022 б.xlsx", ["Код участника", "Код ОО", "Класс"], ["2", "450201", "5Б"], ["3", "450201", "5Б"]));

        Assert.Equal(["5А", "5Б", "5Б"], await Classes());
        await Assert.ThrowsAsync<RuleBroken>(() => app.Undo(first));
        await app.Undo(second);
        Assert.Equal(["5А", "5А"], await Classes());
        await app.Undo(first);
        Assert.Empty(await Classes());

        Task<List<string>> Classes() => app.Ask(db => db.PupilPlaces.Where(p => p.Year == new SchoolYear(2022)).OrderBy(p => p.Code).Select(p => p.Class).ToListAsync());
    }

    [Fact]
    public async Task A_code_twice_is_an_error_in_a_state_procedure_and_a_warning_in_a_table_of_ones_own()
    {
        string[][] rows = [["Код участника", "Код ОО", "Класс", "Балл", "Отметка"], ["1", "450101", "6А", "5", "4"], ["1", "450101", "6А", "3", "3"]];

        var state = await app.Check(SmallRegion.Table("ВПР математика 6 класс 2026.xlsx", rows));
        var own = await app.Check(SmallRegion.Table("Диагностика математика 6 класс 2026.xlsx", rows));

        Assert.Equal([(FindingKind.Error, "1")], state.Findings.Select(f => (f.Kind, f.Value)));
        Assert.Equal([(FindingKind.Warning, "1")], own.Findings.Select(f => (f.Kind, f.Value)));
        Assert.Equal(2, own.Rows);
    }

    [Fact]
    public async Task A_foreign_examination_with_one_total_comes_through_the_import_and_counts_agree_with_a_plain_count()
    {
        var (csv, expected) = Examination();

        var done = await app.Import("exam_city.csv", csv, creates: true, """{"kind":"Diagnostic","subject":"Экзамен","year":"2026","school":"school","participant":"student","total":"normexam","minimum":"-1.0","minimumSource":"задан аналитиком"}""", kind: "results-table");

        Assert.True(done.Files[0].Check!.Plan is not null, string.Join('\n', done.Files[0].Check!.Findings.Select(f => $"{f.Row} {f.Value}: {f.Message} {f.Mend}")));
        var rows = await app.Ask(db => db.Results(db.Organisations, [new SchoolYear(2026)], [ProcedureKind.Diagnostic]).Join(db.Organisations, r => r.Organisation, o => o.Id, (r, o) => new { o.Code, r.Participants, r.Judged, r.BelowThreshold }).ToListAsync());
        Assert.Equal(expected, rows.ToDictionary(r => r.Code, r => (r.Participants, r.BelowThreshold)));
        Assert.All(rows, r => Assert.Equal(r.Participants, r.Judged));
    }

    /// <summary>A file of the shape of the London examination: real totals around zero, many columns nobody needs.</summary>
    private static (byte[] Csv, Dictionary<string, (int, int)> Counts) Examination()
    {
        var csv = new StringBuilder("school,normexam,schgend,schavg,vr,intake,standLRT,sex,type,student\n");
        var counts = new Dictionary<string, (int Participants, int Below)>();
        var state = 12345u;
        for (var school = 1; school <= 12; school++)
        {
            for (var student = 1; student <= 5 + school; student++)
            {
                state = state * 1664525 + 1013904223;
                var score = Math.Round(((state >> 8) / (double)(1 << 24) - 0.4) * 5, 6);
                csv.Append(CultureInfo.InvariantCulture, $"{school},{score},mixed,0.166,mid 50%,bottom 25%,0.619,F,Mxd,{(student == 3 ? 2 : student)}\n");
                var (n, below) = counts.GetValueOrDefault($"{school}");
                counts[$"{school}"] = (n + 1, below + (score < -1.0 ? 1 : 0));
            }
        }

        return (Encoding.UTF8.GetBytes(csv.ToString()), counts);
    }
}
