using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Stupeni.Documents;
using Stupeni.Imports.Reading;

namespace Stupeni.Imports;

/// <summary>All errors in one workbook: downloaded, mended in it, brought back.</summary>
public sealed class ErrorsBookTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task What_is_mended_in_the_workbook_goes_into_the_right_files()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var (one, other, good) = (Sample.Code(), Sample.Code(), Sample.Code());
        var import = await coordinator.Upload(("список.xlsx", Sample.Xlsx(Sample.Row(one, pupils: "много"))), ("Список.csv", Sample.Csv(Sample.Row(other), Sample.Row("", pupils: "9"))), ("хороший.csv", Sample.Csv(Sample.Row(good))));
        var book = await Book(coordinator, import);
        Assert.Equal(["Что исправить", "список Организации", "Список", "Служебный лист"], book.Sheets.Select(s => s.Name));

        var fresh = Sample.Code();
        var mended = Written(book, (sheet, row, column, text) => text == "много" ? "55" : sheet == "Список" && row == 3 && column == 0 ? fresh : text);
        var answer = await coordinator.Submit($"{import}/upload", [], files: [("Form.Files", "ошибки.xlsx", mended)]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var page = await coordinator.Open(import);
        Assert.Contains("Исправлено ячеек: 2", page.Text("[role=status]"));
        Assert.Empty(page.QuerySelectorAll("section[aria-labelledby=errors]"));
        var changes = (await coordinator.Open($"{import}/mended")).Text("tbody");
        Assert.Contains("список.xlsx Организации F2 много 55", changes);
        Assert.Contains($"Список.csv Список A3 пусто {fresh}", changes);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Apply(import)).StatusCode);
        Assert.Equal((55, 1, 1), (await Pupils(one), await Known(fresh), await Known(good)));
    }

    [Fact]
    public async Task A_workbook_sent_as_a_new_import_finds_its_own()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var code = Sample.Code();
        var import = await coordinator.Upload(("a.csv", Sample.Csv(Sample.Row(code, pupils: "много"))));
        var mended = Written(await Book(coordinator, import), (_, _, _, text) => text == "много" ? "12" : text);
        Assert.Equal(import, await coordinator.Upload(("ошибки.xlsx", mended)));
        await coordinator.Apply(import);
        Assert.Equal(12, await Pupils(code));
    }

    [Fact]
    public async Task A_workbook_brought_back_as_it_was_changes_nothing()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("a.xlsx", Sample.Xlsx(Sample.Row(Sample.Code(), "  Школа  № 0,50 ", pupils: "много", inn: "0077"), Sample.Row("00012", pupils: "1e3"))));
        var bytes = await coordinator.Http.GetByteArrayAsync($"{import}/errors.xlsx");
        await coordinator.Submit($"{import}/upload", [], files: [("Form.Files", "ошибки.xlsx", bytes)]);
        Assert.Contains("ничего не исправлено", (await coordinator.Open(import)).Text("[role=status]"));
        Assert.Contains("не исправляли", (await coordinator.Open($"{import}/mended")).Text("main"));
    }

    [Fact]
    public async Task An_older_workbook_does_not_undo_what_was_mended_since_and_a_replaced_file_is_let_alone()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var (one, other) = (Sample.Code(), Sample.Code());
        var import = await coordinator.Upload(("a.csv", Sample.Csv(Sample.Row(one, pupils: "много"))), ("b.csv", Sample.Csv(Sample.Row(other, pupils: "мало"))));
        var first = await Book(coordinator, import);
        await coordinator.Submit($"{import}/upload", [], files: [("Form.Files", "1.xlsx", Written(first, (_, _, _, text) => text == "много" ? "12" : text))]);
        await coordinator.Submit($"{import}/upload", [], files: [("Form.Files", "b.csv", Sample.Csv(Sample.Row(other, pupils: "3")))]);
        await coordinator.Submit($"{import}/upload", [], files: [("Form.Files", "2.xlsx", Written(first, (_, _, _, text) => text == "мало" ? "999" : text))]);
        await coordinator.Apply(import);
        Assert.Equal((12, 3), (await Pupils(one), await Pupils(other)));
    }

    [Fact]
    public async Task Another_imports_workbook_is_refused_as_a_file()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var foreign = await coordinator.Upload(("a.csv", Sample.Csv(Sample.Row(Sample.Code(), pupils: "много"))));
        var import = await coordinator.Upload(("b.csv", Sample.Csv(Sample.Row(Sample.Code()))));
        await coordinator.Submit($"{import}/upload", [], files: [("Form.Files", "ошибки.xlsx", await coordinator.Http.GetByteArrayAsync($"{foreign}/errors.xlsx"))]);
        Assert.Contains("книга с ошибками другого импорта", (await coordinator.Open(import)).Text("section[aria-labelledby=errors]"));
    }

    [Fact]
    public async Task Personal_columns_stay_as_they_are()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("a.csv", Encoding.UTF8.GetBytes($"Код ОО;Название;Телефон;Количество обучающихся\r\n{Sample.Code()};Школа;8 900 000 00 00;много")));
        var mended = Written(await Book(coordinator, import), (_, row, column, text) => text == "много" ? "4" : row == 2 && column == 2 ? "8 911 111 11 11" : text);
        await coordinator.Submit($"{import}/upload", [], files: [("Form.Files", "ошибки.xlsx", mended)]);
        Assert.Contains("Исправлено ячеек: 1", (await coordinator.Open(import)).Text("[role=status]"));
        Assert.DoesNotContain("911", (await coordinator.Open($"{import}/mended")).Text("main"));
    }

    [Fact]
    public void The_list_leads_to_the_cells_in_sheets_of_like_and_long_names()
    {
        var import = Platform.Id<Import>.New();
        var files = Enumerable.Range(0, 300).Select(n => (Id: Platform.Id<ImportFile>.New(), Name: $"{new string('ш', 40)} {n}.xlsx")).ToList();
        var findings = files.Select(f => new FoundRow(Platform.Id<ImportFinding>.New(), f.Id, f.Name, FindingKind.Error, "Лист", 2, "Балл", "B", "семь", new("Ошибка"), null, false)).ToList();
        var bytes = MarkedWorkbook.Of(import, findings, [.. files.Select(f => (f.Id, new Grid(f.Name, Container.Xlsx, [GridSheet.Of("Лист", ["Код", "Балл"], ["1", "семь"]), GridSheet.Of("Лишний", ["x"])], [])))], DateTime.UnixEpoch).ToBytes();

        var grid = Spreadsheet.Read(bytes, "e.xlsx", Limits.Default, PersonalColumns.None, default);
        Assert.Equal(302, grid.Sheets.Count);
        Assert.All(grid.Sheets, s => Assert.InRange(s.Name.Length, 1, 31));
        Assert.Distinct(grid.Sheets.Select(s => s.Name.ToLowerInvariant()));
        Assert.Equal(files.Select(f => f.Id), ErrorsBook.Of(grid)!.Sheets.Select(s => s.File));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var list = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var text = list.ReadToEnd();
        Assert.Contains($"location=\"'{grid.Sheets[300].Name}'!B2\"", text);
        using var workbook = new StreamReader(zip.GetEntry("xl/workbook.xml")!.Open());
        Assert.Contains("state=\"hidden\"", workbook.ReadToEnd());
    }

    [Fact]
    public void A_large_sheet_is_shown_by_its_beginning_and_its_errors_and_still_comes_back()
    {
        var file = Platform.Id<ImportFile>.New();
        var grid = new Grid("big.xlsx", Container.Xlsx, [GridSheet.Of("Лист", [["Код", "Балл", .. Enumerable.Repeat("x", 30)], .. Enumerable.Range(0, 60_000).Select(n => (string[])[$"{n}", n == 50_000 ? "семь" : "1", .. Enumerable.Repeat("0", 30)])])], []);
        var found = new FoundRow(Platform.Id<ImportFinding>.New(), file, "big.xlsx", FindingKind.Error, "Лист", 50_002, "Балл", "B", "семь", new("Ошибка"), null, false);
        var back = Spreadsheet.Read(MarkedWorkbook.Of(Platform.Id<Import>.New(), [found], [(file, grid)], DateTime.UnixEpoch).ToBytes(), "e.xlsx", Limits.Default, PersonalColumns.None, default);

        Assert.InRange(back.Sheets[1].Rows.Count, 31, 32);
        Assert.Empty(MendedGrid.Of(grid, "Лист", back.Sheets[1], []).Cells);
        Assert.Equal("семь", back.Sheets[1].Rows.Single(r => r.Number == 50_002)[1]);
    }

    [Fact]
    public void Any_cells_come_back_as_they_went()
    {
        var random = new Random(11);
        string[] texts = ["", "1", "01", "0.5", "0.50", "1,5", "-3", "семь", " a  b", "=1+1", "'x", "1e5", "12345678901234567890", "№ 5", "2026-05-30", "a\nb", "<b>", "x", "TRUE"];
        for (var tries = 0; tries < 60; tries++)
        {
            var sheet = GridSheet.Of("Л", Enumerable.Range(0, 8).Select(_ => Enumerable.Range(0, 6).Select(_ => texts[random.Next(texts.Length)].Trim()).ToArray()));
            var (file, grid) = (Platform.Id<ImportFile>.New(), new Grid("f.xlsx", Container.Xlsx, [sheet], []));
            if (sheet.Rows.Count == 0) continue;
            var found = new FoundRow(Platform.Id<ImportFinding>.New(), file, "f.csv", FindingKind.Error, "Л", sheet.Rows[0].Number, "", "A", "", new("Ошибка"), null, false);
            var back = Spreadsheet.Read(MarkedWorkbook.Of(Platform.Id<Import>.New(), [found], [(file, grid)], DateTime.UnixEpoch).ToBytes(), "e.xlsx", Limits.Default, PersonalColumns.None, default);
            Assert.Empty(MendedGrid.Of(grid, "Л", back.Sheets[1], []).Cells);
        }
    }

    private static async Task<Grid> Book(Browser browser, string import) => Spreadsheet.Read(await browser.Http.GetByteArrayAsync($"{import}/errors.xlsx"), "e.xlsx", Limits.Default, PersonalColumns.None, default);

    /// <summary>The workbook as a person saves it, with some cells typed anew.</summary>
    private static byte[] Written(Grid book, Func<string, int, int, string, string> typed) => new Workbook([.. book.Sheets.Select((sheet, at) =>
        new Sheet(sheet.Name, [.. Enumerable.Range(0, sheet.Columns).Select(_ => new Column(""))], Enumerable.Range(1, sheet.Rows[^1].Number).Select(number =>
        {
            var row = sheet.Rows.FirstOrDefault(r => r.Number == number);
            return (IReadOnlyList<Cell>)[.. Enumerable.Range(0, sheet.Columns).Select(c => (Cell)(at == 0 || at == book.Sheets.Count - 1 ? Text(row, c) : typed(sheet.Name, number, c, Text(row, c))))];
        })))]).ToBytes();

    private static string Text(GridRow row, int column) => row.Number == 0 ? "" : row[column];

    private Task<int> Known(string code) => app.Ask(db => db.Organisations.CountAsync(o => o.Code == code));

    private Task<int?> Pupils(string code) => app.Ask(db => db.Organisations.Where(o => o.Code == code).Select(o => o.Pupils).SingleAsync());
}
