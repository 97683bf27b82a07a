using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Stupeni.Documents;

public sealed class DocumentTests
{
    [Fact]
    public void A_document_with_everything_is_valid_to_the_letter() => Open(Full(), word => Assert.Empty(
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(word).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}")));

    [Fact]
    public void Words_stand_in_their_order() => Open(Full(), word =>
    {
        var texts = word.MainDocumentPart!.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>().Select(p => p.InnerText).Where(t => t.Length > 0);

        Assert.Equal(
        [
            "Проект", "Министерство образования", "Приказ", "______________№ 12-р", "г. Северск", "Об утверждении перечня",
            "На основании правила приказываю:", "Утвердить перечень.", "Контроль оставляю за собой.", "первое", "второе", "Исполнитель: Иванова", "Приложение", "Перечень", "Школы области", "Первая",
        ], texts);
    });

    [Fact]
    public void Fields_are_not_less_than_the_standard_asks_whichever_way_the_sheet_lies() => Open(Full(), word =>
    {
        var sections = word.MainDocumentPart!.Document.Descendants<SectionProperties>().ToList();

        Assert.Equal([null, PageOrientationValues.Landscape], sections.Select(s => s.GetFirstChild<PageSize>()!.Orient?.Value));
        Assert.All(sections.Select(s => s.GetFirstChild<PageMargin>()!), margin =>
        {
            Assert.True(margin.Left!.Value >= Twips(20) && margin.Right!.Value >= Twips(10) && margin.Top!.Value >= Twips(20) && margin.Bottom!.Value >= Twips(20));
        });
    });

    [Fact]
    public void Pages_are_numbered_from_the_second_one_and_the_first_carries_the_code() => Open(Full(), word =>
    {
        var sections = word.MainDocumentPart!.Document.Descendants<SectionProperties>().ToList();
        string PartOf(HeaderFooterReferenceType reference) => word.MainDocumentPart.GetPartById(reference.Id!).RootElement!.InnerXml;

        Assert.NotNull(sections[0].GetFirstChild<TitlePage>());
        Assert.Null(sections[1].GetFirstChild<TitlePage>());
        Assert.All(sections, s => Assert.Contains("PAGE", PartOf(Assert.Single(s.Elements<HeaderReference>(), h => h.Type! == HeaderFooterValues.Default))));
        Assert.Contains("Код 7f3a", PartOf(Assert.Single(sections[0].Elements<FooterReference>(), f => f.Type! == HeaderFooterValues.First)));
    });

    [Fact]
    public void Rows_of_the_header_are_repeated_and_their_cells_reach_over_columns() => Open(Full(), word =>
    {
        var rows = Tables(word)[1].Elements<TableRow>().ToList();

        Assert.Equal([true, true, false, false, false], rows.Select(r => r.TableRowProperties!.GetFirstChild<TableHeader>() is not null));
        Assert.Equal(["Школа", "Результаты"], rows[0].Elements<TableCell>().Select(c => c.InnerText));
        Assert.Equal([1, 2], rows[0].Elements<TableCell>().Select(Across));
        Assert.Equal(["", "N", "Ниже порога"], rows[1].Elements<TableCell>().Select(c => c.InnerText));
        Assert.Equal(MergedCellValues.Restart, rows[0].Elements<TableCell>().First().TableCellProperties!.VerticalMerge!.Val!.Value);
        Assert.Equal(MergedCellValues.Continue, rows[1].Elements<TableCell>().First().TableCellProperties!.VerticalMerge!.Val!.Value);
        Assert.Equal(3, Across(Assert.Single(rows[2].Elements<TableCell>())));
    });

    [Fact]
    public void Each_numbered_list_counts_from_one() => Open(new Document("Списки", [new Points(["а"], true), new Points(["б"], true), new Points(["в"])]), word =>
    {
        var numbers = word.MainDocumentPart!.Document.Descendants<NumberingId>().Select(n => n.Val!.Value).ToList();

        Assert.Equal(3, numbers.Distinct().Count());
        Assert.All(numbers, n => Assert.Contains(word.MainDocumentPart.NumberingDefinitionsPart!.Numbering.Elements<NumberingInstance>(), i => i.NumberID! == n));
    });

    [Fact]
    public void The_language_is_Russian_and_the_title_is_known() => Open(Full(), word =>
    {
        Assert.Equal("ru-RU", word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Descendants<Languages>().Single().Val!.Value);
        Assert.Equal("Приказ", word.PackageProperties.Title);
        Assert.Null(word.PackageProperties.Created);
    });

    [Theory]
    [InlineData("a\u0000b\u000bc\uFFFFd", "abcd")]
    [InlineData("<w:p>&amp;", "<w:p>&amp;")]
    [InlineData("=1+1", "=1+1")]
    [InlineData("{ PAGE }", "{ PAGE }")]
    public void Any_text_stays_a_text(string text, string held) => Open(new Document(text, [new Paragraph(text), new Heading(text), new Table([new(text)], [[text]])]), word =>
    {
        Assert.Equal([held, held, held, held], word.MainDocumentPart!.Document.Descendants<Text>().Select(t => t.Text));
        Assert.Empty(new OpenXmlValidator().Validate(word));
    });

    [Fact]
    public void A_line_end_is_a_line_end_on_paper() => Open(new Document("", [new Paragraph("первая\r\nвторая")]), word =>
        Assert.Single(word.MainDocumentPart!.Document.Descendants<Break>()));

    [Fact]
    public void A_table_of_a_region_is_written_whole() => Open(
        new Document("Перечень", [new Table([new("Школа", 3), new("N", Number: true)], [.. Enumerable.Range(1, 3_300).Select(n => new[] { $"Школа № {n}", $"{n}" })])]),
        word => Assert.Equal(3_301, Tables(word)[0].Elements<TableRow>().Count()));

    [Fact]
    public void The_same_words_give_the_same_bytes() => Assert.Equal(Full().ToBytes(), Full().ToBytes());

    private static Document Full() => new("Приказ",
    [
        new Stamp("Проект"),
        new Letterhead(["Министерство образования"], "Приказ") { Number = "12-р", Place = "г. Северск", Title = "Об утверждении перечня" },
        new Paragraph("На основании правила ", new("приказываю:", Bold: true)),
        new Points(["Утвердить перечень.", "Контроль оставляю за собой."], Numbered: true),
        new Points(["первое", "второе"]),
        new Signature("Министр", null),
        new Paragraph("Исполнитель: Иванова") { Setting = Setting.Small },
        new NewPage(Lying: true),
        new Stamp("Приложение"),
        new Heading("Перечень"),
        new Table([new("Школа", 3), new("N", Number: true), new("Ниже порога", Number: true)], [["Северский район"], ["Школа № 1", "25", "8"], ["Школа № 2", "10"]])
        {
            Caption = "Школы области", Above = [[new(""), new("Результаты", 2)]],
        },
        new Heading("Первая", 2),
    ])
    { Code = "Код 7f3a" };

    private static int Across(TableCell cell) => cell.TableCellProperties!.GridSpan?.Val?.Value ?? 1;

    private static List<DocumentFormat.OpenXml.Wordprocessing.Table> Tables(WordprocessingDocument word) =>
        [.. word.MainDocumentPart!.Document.Descendants<DocumentFormat.OpenXml.Wordprocessing.Table>()];

    private static int Twips(int millimetres) => (int)(millimetres * 1440 / 25.4);

    private static void Open(Document document, Action<WordprocessingDocument> look)
    {
        using var stream = new MemoryStream(document.ToBytes());
        using var word = WordprocessingDocument.Open(stream, false);
        look(word);
    }
}
