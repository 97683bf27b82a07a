using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stupeni.Documents;
using Stupeni.Imports.Reading;

namespace Stupeni.Imports;

public sealed class BadInputTests(App app) : IClassFixture<App>
{
    public static TheoryData<string, byte[], string> Files => new()
    {
        { "damaged.xlsx", [.. "PK\u0003\u0004"u8, .. new byte[200]], "повреждён" },
        { "empty.xlsx", [], "пуст" },
        { "words.pdf", [.. "%PDF-1.7 "u8], "документ PDF" },
        { "page.xls", [.. "<html><table><tr><td>1</td></tr></table></html>"u8], "веб-страница" },
        { "nothing-known.csv", Encoding.UTF8.GetBytes("Табель;Когда;Сколько\r\n1;2;3\r\n4;5;6"), "не похож ни на один известный вид" },
        { "almost.csv", Encoding.UTF8.GetBytes("Название;Тип;Муниципалитет\r\nШкола № 1;Школа;Лесной"), "Нужен столбец «Код ОО»" },
        { "only-codes.csv", Encoding.UTF8.GetBytes("Код ОО;ИНН;КПП\r\n1;2;3"), "Нужен столбец «Название»" },
        { "headers.csv", Encoding.UTF8.GetBytes("Код ОО;Название;Тип;Муниципалитет"), "нет ни одной организации" },
        { "sheets.xlsx", new Workbook([.. Enumerable.Range(1, 1001).Select(n => new Sheet($"Лист{n}", [new("Код")], []))]).ToBytes(), "больше 1000 листов" },
        { "rows.csv", Encoding.UTF8.GetBytes("Код ОО;Название\r\n" + string.Concat(Enumerable.Repeat("1;2\r\n", 200_001))), "больше" },
    };

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_that_cannot_be_taken_is_refused_with_a_reason(string name, byte[] content, string reason)
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload((name, content));
        Assert.Contains(reason, (await coordinator.Open(import)).Text("main"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Apply(import)).StatusCode);
        await coordinator.Open($"{import}/files/{await File(import)}");
        Assert.True((await coordinator.Get($"{import}/errors.xlsx")).IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("windows-1251", "org.csv")]
    [InlineData("utf-16", "org.csv")]
    [InlineData("utf-8", "org.xlsx")]
    [InlineData("utf-8", "org")]
    public async Task Encodings_and_wrong_extensions_are_read_right(string encoding, string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var (code, lettered) = (Sample.Code(), Encoding.GetEncoding(encoding));
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        await coordinator.Bring((name, [.. lettered.GetPreamble(), .. lettered.GetBytes(Sample.Lines([Sample.Headers, Sample.Row(code, "МБОУ «Школа ёжика»")]))]));
        Assert.Equal("МБОУ «Школа ёжика»", await app.Ask(db => db.Organisations.Where(o => o.Code == code).Select(o => o.Name).SingleAsync()));
    }

    [Fact]
    public async Task All_errors_come_at_once_by_row_column_and_value()
    {
        var code = Sample.Code();
        await app.Municipality("Первый округ");
        await app.Municipality("Второй округ");
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("bad.xlsx", Wrong(code)));
        var page = await coordinator.Open(import);
        var lines = page.QuerySelectorAll("section[aria-labelledby=errors] tbody tr").Select(r => r.Text(":scope")).ToList();
        var cells = page.QuerySelectorAll("section[aria-labelledby=errors] tbody tr").Select(r => string.Join('|', r.Children.Skip(1).Take(4).Select(c => c.TextContent.Trim()))).ToList();

        Assert.Equal(
            ["Организации|3|Код ОО|" + code, "Организации|4|Название|пусто", "Организации|5|Тип|завод", "Организации|6|Количество обучающихся|много", "Организации|7|ИНН|7707083894", "Организации|8|Местность|луна", "Организации|9|Логин ФИС ОКО|edu", "Организации|10|Муниципалитет|пусто", "Организации|11|Код ОО|пусто"],
            cells);
        Assert.Contains("Ошибки: 9 в 1 файле", page.Text("h2").Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task The_errors_leave_as_json_and_as_a_marked_workbook()
    {
        var code = Sample.Code();
        await app.Municipality("Первый округ");
        await app.Municipality("Второй округ");
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("bad.xlsx", Wrong(code)));

        var json = await coordinator.Http.GetFromJsonAsync<JsonElement>($"{import}/errors.json");
        var inn = json.GetProperty("errors").EnumerateArray().Single(e => e.GetProperty("column").GetString() == "ИНН");
        Assert.Equal(["file", "sheet", "row", "column", "value", "message", "mend"], inn.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("bad.xlsx", "Организации", 7, "7707083894"), (inn.GetProperty("file").GetString(), inn.GetProperty("sheet").GetString(), inn.GetProperty("row").GetInt32(), inn.GetProperty("value").GetString()));

        var book = await coordinator.Http.GetByteArrayAsync($"{import}/errors.xlsx");
        var grid = Spreadsheet.Read(book, "errors.xlsx", Limits.Default, PersonalColumns.None, default);
        Assert.Equal(2, grid.Sheets.Count(s => !s.Hidden));
        Assert.Contains(grid.Sheets[0].Rows, r => r.Cells.Contains("G7") && r.Cells.Contains("7707083894"));
        Assert.Equal("7707083894", grid.Sheets[1].Rows.Single(r => r.Number == 7)[6]);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(book));
        Assert.Contains(zip.Entries, e => e.FullName.Contains("comment", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task More_errors_than_are_shown_are_counted_truly()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("many.csv", Sample.Csv([.. Enumerable.Range(0, 1200).Select(_ => Sample.Row(""))])));
        var page = await coordinator.Open(import);
        Assert.Contains("Ошибки: 1 200", page.Text("h2").Replace('\u00a0', ' '));
        Assert.Equal(ImportViewQueries.Shown, page.QuerySelectorAll("section[aria-labelledby=errors] tbody tr").Length);
        var json = await coordinator.Http.GetFromJsonAsync<JsonElement>($"{import}/errors.json");
        Assert.Equal(1000, json.GetProperty("errors").GetArrayLength());
    }

    [Fact]
    public async Task A_text_that_is_markup_stays_text()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("<b>x</b>.csv", Sample.Csv(Sample.Row("<script>alert(1)</script>", pupils: "{0}"))));
        var page = await coordinator.Open(import);
        Assert.Empty(page.QuerySelectorAll("main table script, main table b"));
        Assert.Contains("{0}", page.Text("table"));
    }

    [Fact]
    public async Task Nothing_chosen_is_said_beside_the_field()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var answer = await coordinator.Submit("/imports/new", [], files: []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.Read(answer);
        Assert.Contains("Выберите хотя бы один файл", page.Text("#Form_Files-error"));
        Assert.NotNull(page.QuerySelector("#Form_Files[aria-invalid=true]"));
    }

    private static byte[] Wrong(string code) => Sample.Xlsx(
        Sample.Row(code), Sample.Row(code), Sample.Row(Sample.Code(), name: ""), Sample.Row(Sample.Code(), type: "завод"), Sample.Row(Sample.Code(), pupils: "много"), Sample.Row(Sample.Code(), inn: "7707083894"),
        Sample.Row(Sample.Code(), locality: "луна"), Sample.Row(Sample.Code(), login: "edu"), Sample.Row(Sample.Code(), municipality: ""), Sample.Row(""));

    private Task<Platform.Id<ImportFile>> File(string import)
    {
        var id = new Platform.Id<Import>(Guid.Parse(import.Split('/')[^1]));
        return app.Ask(db => db.ImportFiles.Where(f => f.Import == id).Select(f => f.Id).SingleAsync());
    }
}
