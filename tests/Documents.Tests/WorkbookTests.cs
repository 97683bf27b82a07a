using System.Diagnostics;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Stupeni.Documents;

public sealed class WorkbookTests
{
    private static readonly Column[] Columns = [new("Код ОО", Width: 12), new("Участников", ColumnKind.Whole), new("Доля", ColumnKind.Percent), new("Дата", ColumnKind.Date)];

    [Fact]
    public void A_workbook_with_everything_is_valid_to_the_letter()
    {
        var errors = Open(Full().ToBytes(), document => new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365)
            .Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ToList());

        Assert.Empty(errors);
    }

    [Fact]
    public void Values_keep_their_kinds() => Open(Full().ToBytes(), document =>
    {
        var cells = Cells(document, "rId1");

        Assert.Equal("020001", cells["A4"].InnerText);
        Assert.Equal(CellValues.InlineString, cells["A4"].DataType!.Value);
        Assert.Equal("25", cells["B4"].CellValue!.Text);
        Assert.Null(cells["B4"].DataType);
        Assert.Equal("0.305", cells["C4"].CellValue!.Text);
        Assert.Equal("46020", cells["D4"].CellValue!.Text);
        return 0;
    });

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+7 900")]
    [InlineData("-")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData("<f>1</f>")]
    public void No_text_becomes_a_formula(string text) => Open(One(text).ToBytes(), document =>
    {
        var cell = Cells(document, "rId1")["A1"];
        Assert.Equal(text.Replace('\r', '\n'), cell.InlineString!.Text!.Text);
        Assert.Null(cell.CellFormula);
        return 0;
    });

    [Theory]
    [InlineData("a\u0000b\u000bc\uFFFFd", "abcd")]
    [InlineData("😀", "😀")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    public void A_cell_holds_only_what_it_can(string text, string held) =>
        Assert.Equal(held, Open(One(text).ToBytes(), d => Cells(d, "rId1")["A1"].InnerText));

    [Fact]
    public void Half_a_character_is_left_out() =>
        Assert.Equal("ab", Open(One(string.Concat("a", '\uD83D', "b", '\uDE00')).ToBytes(), d => Cells(d, "rId1")["A1"].InnerText));

    [Fact]
    public void A_text_too_long_for_a_cell_is_cut_and_says_so()
    {
        var held = Open(One(new string('я', 40_000)).ToBytes(), d => Cells(d, "rId1")["A1"].InnerText);

        Assert.Equal(32_767, held.Length);
        Assert.EndsWith("я…", held);
    }

    [Fact]
    public void A_code_longer_than_a_number_can_hold_stays_a_text() =>
        Assert.Equal("12345678901234567", Open(One(12_345_678_901_234_567L).ToBytes(), d => Cells(d, "rId1")["A1"].InlineString!.InnerText));

    [Fact]
    public void A_note_is_there_with_its_author_and_its_drawing() => Open(Full().ToBytes(), document =>
    {
        var sheet = (WorksheetPart)document.WorkbookPart!.GetPartById("rId1");

        Assert.Equal("Ступени", sheet.WorksheetCommentsPart!.Comments.Authors!.InnerText);
        Assert.Equal(["B5", "C5"], sheet.WorksheetCommentsPart.Comments.CommentList!.Elements<Comment>().Select(c => c.Reference!.Value));
        using var drawing = new StreamReader(Assert.Single(sheet.VmlDrawingParts).GetStream());
        Assert.Contains("<x:Row>4</x:Row><x:Column>1</x:Column>", drawing.ReadToEnd());
        return 0;
    });

    [Fact]
    public void Sheet_names_are_made_lawful_and_different()
    {
        var names = new[] { "Школы: 5/6 [А]", "", "'", new string('я', 40), new string('Я', 40), "history", "a\u0001\uD83D" };
        var book = new Workbook([.. names.Select(n => new Sheet(n, [], []))]);

        Assert.Equal(["Школы  5 6  А", "Лист2", "Лист3", new string('я', 31), new string('Я', 27) + " (2)", "history (2)", "a"],
            Open(book.ToBytes(), d => d.WorkbookPart!.Workbook.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Select(s => s.Name!.Value).ToList()));
    }

    [Fact]
    public void The_same_sheets_give_the_same_bytes() => Assert.Equal(Full().ToBytes(), Full().ToBytes());

    [Fact]
    public void A_workbook_without_sheets_is_refused() => Assert.Throws<InvalidOperationException>(() => new Workbook([]).ToBytes());

    [Fact]
    public void Two_million_cells_take_seconds_and_little_memory()
    {
        var columns = Enumerable.Range(1, 20).Select(n => new Column($"Задание {n}", ColumnKind.Whole)).ToArray();
        var rows = Enumerable.Range(0, 100_000).Select(r => (IReadOnlyList<Cell>)[.. Enumerable.Range(0, 20).Select(c => c == 0 ? (Cell)$"Школа {r % 300}" : r % (c + 1))]);
        var start = Stopwatch.GetTimestamp();
        using var nowhere = new Nowhere();

        new Workbook([new("Большой", columns, rows)]).WriteTo(nowhere);

        // Generous: the machine may be busy. Alone it takes about two seconds.
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 40);
        Assert.InRange(nowhere.Written, 1_000_000, 30_000_000);
    }

    private static Workbook One(Cell cell) => new([new("Лист", [], [[cell]])]);

    private static Workbook Full() => new(
    [
        new("Ошибки", Columns,
        [
            ["020001", 25, 0.305, new DateOnly(2025, 12, 29)],
            ["020002", ((Cell)"сорок") with { Mark = Mark.Error, Note = "Не число: <сорок>. Впишите число & сохраните." }, default(Cell) with { Mark = Mark.Warning, Note = "Пусто" }, new DateTime(2025, 4, 1, 10, 30, 0)],
            [((Cell)"Итого") with { Bold = true }, 1.5m, double.NaN, default, "лишнее"],
            [],
        ])
        { Title = ["Проверка файла", "результаты.xlsx"], Merged = ["A1:D1"] },
        new("Пустой", [], []),
        new("Только шапка", Columns, []) { FrozenHeader = false },
        new("Заметки", [], Enumerable.Range(0, 1_500).Select(r => (IReadOnlyList<Cell>)[default(Cell) with { Note = $"Заметка {r}" }])),
    ]);

    private static Dictionary<string, DocumentFormat.OpenXml.Spreadsheet.Cell> Cells(SpreadsheetDocument document, string sheet) =>
        ((WorksheetPart)document.WorkbookPart!.GetPartById(sheet)).Worksheet.Descendants<DocumentFormat.OpenXml.Spreadsheet.Cell>().ToDictionary(c => c.CellReference!.Value!);

    private static T Open<T>(byte[] bytes, Func<SpreadsheetDocument, T> look)
    {
        using var stream = new MemoryStream(bytes);
        using var document = SpreadsheetDocument.Open(stream, false);
        return look(document);
    }
}
