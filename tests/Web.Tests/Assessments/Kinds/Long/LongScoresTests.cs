using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Long;

public sealed class LongScoresTests(App app) : IClassFixture<App>
{
    private static readonly string[] Header = ["Работа", "Код участника", "Код ОО", "Класс", "Вариант", "Номер задания", "Балл"];

    [Fact]
    public async Task A_long_table_and_a_wide_one_of_the_same_scores_are_the_same_sheets()
    {
        await app.Schools();
        await app.Bring(SmallRegion.Table("ВПР 2019 Математика 6 класс.xlsx",
            ["Код участника", "Код ОО", "Класс", "Вариант", "1", "2", "10"],
            ["60001", "450101", "6А", "1", "0", "2", "1"], ["60002", "450101", "6А", "2", "1", "", "1"], ["60003", "450102", "6Б", "1", "2", "2", "0"]), """{"minimum":"2","minimumSource":"проба"}""");

        // Rows in any order, «6 а» for 6А: what was not answered has no row.
        var check = await app.Check(SmallRegion.Table("выгрузка.xlsx", [Header, .. Rows("ВПР 2019 Математика 6 класс",
            ("60003", "450102", "6Б", "1", "10", "0"), ("60001", "450101", "6 а", "1", "1", "0"), ("60002", "450101", "6А", "2", "10", "1"), ("60001", "450101", "6А", "1", "10", "1"),
            ("60003", "450102", "6Б", "1", "1", "2"), ("60001", "450101", "6А", "1", "2", "2"), ("60002", "450101", "6А", "2", "1", "1"), ("60003", "450102", "6Б", "1", "2", "2"))]));
        Assert.Empty(check.Findings);
        Assert.True(check.Unchanged);
        Assert.Equal(("ВПР 2019, математика, 6 класс", 3), (check.Title, check.Rows));
    }

    [Fact]
    public async Task One_file_brings_several_works_and_is_taken_back()
    {
        await app.Schools();
        var import = await app.Bring(SmallRegion.Table("выгрузка.xlsx", [Header,
            .. Rows("VPR-MA-05 2018", ("1001", "450101", "5А", "1", "1", "2"), ("1001", "450101", "5А", "1", "2", "0"), ("1002", "450201", "5Б", "2", "1", "1"), ("1002", "450201", "5Б", "2", "2", "1")),
            .. Rows("VPR-RU-05 2018", ("1001", "450101", "5А", "1", "1", "3"), ("1001", "450101", "5А", "1", "2", "0,5"))]), """{"minimum":"1","minimumSource":"проба"}""");
        var sheets = await Sheets(import);
        Assert.Equal([("RU", "5А", 1, 3.5), ("MA", "5А", 1, 2), ("MA", "5Б", 1, 2)], sheets.Select(s => (s.Subject, s.Class, s.Participants, s.Sum)).OrderByDescending(s => s.Subject).ThenBy(s => s.Class));
        await app.Undo(import);
        Assert.DoesNotContain(await app.Ask(db => db.ScoreSheets.Where(s => s.Import == import.Id && s.State == SheetState.Current).ToListAsync()), s => s.Participants > 0);
    }

    [Fact]
    public async Task Everything_wrong_is_told_at_once_with_its_row()
    {
        await app.Schools();
        var check = await app.Check(SmallRegion.Table("ВПР 2017.xlsx", [Header,
            .. Rows("ВПР Математика 5 класс", ("2001", "450101", "5А", "1", "1", "2"), ("2001", "450101", "5А", "1", "1", "1"), ("2002", "450101", "5А", "1", "1", "много"), ("2003", "999999", "5А", "1", "1", "1"), ("2004", "450101", "7А", "1", "1", "1"), ("2005", "450101", "5А", "1", "1", "-1")),
            .. Rows("контрольная", ("2001", "450101", "5А", "1", "1", "2"))]), """{"minimum":"1","minimumSource":"проба"}""");
        Assert.Null(check.Plan);
        var told = check.Findings.Where(f => f.Kind == FindingKind.Error).Select(f => (f.Row, f.Message.Text)).ToList();
        Assert.Contains((3, "Задание {0} участника {1} встречается дважды."), told);
        Assert.Contains((4, "Балл «{0}» — не число."), told);
        Assert.Contains((5, OrganisationIndex.UnknownCode), told);
        Assert.Contains((6, "Класс {0} не из {1} параллели, а результаты — {1} класса."), told);
        Assert.Contains((7, "Балл {0} меньше нуля."), told);
        Assert.Contains((8, "Не понятно, какая это работа: «{0}»."), told);
    }

    [Fact]
    public async Task Where_rows_name_no_school_the_list_of_pupils_says_it()
    {
        await app.Schools();
        var draft = new ImportDraft();
        await app.Check(SmallRegion.Table("Список 2016.xlsx", ["Код участника", "Код ОО", "Класс"], ["3001", "450102", "5В"]), draft: draft);
        string[][] rows = [["form_id", "pupil_id", "variant", "item_no", "score"], ["VPR-MA-05", "3001", "1", "1", "2"], ["VPR-MA-05", "3009", "1", "1", "2"]];
        var check = await app.Check(SmallRegion.Table("scores 2016.csv", rows[..2]), """{"minimum":"1"}""", draft: draft);
        Assert.Empty(check.Findings.Where(f => f.Kind == FindingKind.Error));
        Assert.Equal("Анинская школа", Assert.Single(check.Changes!).Organisation);
        var lost = await app.Check(SmallRegion.Table("scores 2016.csv", rows), """{"minimum":"1"}""", draft: draft);
        Assert.Contains(lost.Findings, f => f.Row == 3 && f.Message.Text == "Школа участника не известна: таких строк {0}.");
    }

    [Fact]
    public async Task Without_marks_and_a_threshold_nobody_is_judged()
    {
        await app.Schools();
        var check = await app.Check(SmallRegion.Table("ВПР 2015 Биология 5 класс.xlsx", [Header, .. Rows("ВПР 2015 Биология 5 класс", ("4001", "450101", "5А", "1", "1", "2"))]));
        Assert.Contains(check.Findings, f => f.Kind == FindingKind.Error && f.Message.Text == "{0}: отметок в файле нет, и порога в справочнике нет.");
    }

    private async Task<List<(string Subject, string Class, int Participants, double Sum)>> Sheets(Import import) => (await app.Ask(db =>
        (from sheet in db.ScoreSheets where sheet.Import == import.Id join procedure in db.Procedures on sheet.Procedure equals procedure.Id select new { procedure.Subject, sheet.Class, sheet.Participants, sheet.ScoreSum }).ToListAsync()))
        .ConvertAll(s => (s.Subject, s.Class, s.Participants, s.ScoreSum));

    private static IEnumerable<string[]> Rows(string work, params IEnumerable<(string Code, string School, string Class, string Variant, string Task, string Score)> rows) =>
        rows.Select(r => new[] { work, r.Code, r.School, r.Class, r.Variant, r.Task, r.Score });
}
