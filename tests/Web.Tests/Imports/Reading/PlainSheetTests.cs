using System.Text;
using Stupeni.Imports.Reading.Workbooks;

namespace Stupeni.Imports.Reading;

/// <summary>Worksheets and shared texts are read from their bytes where programs wrote them, by the parser where not: the outcome is one and the same.</summary>
public sealed class PlainSheetTests
{
    private const string Name = "файл.xlsx";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Theory]
    [InlineData("<row r=\"1\"><c r=\"A1\"><v>5</v></c></row>", "1: 5")]
    [InlineData("<row r=\"1\" spans=\"1:3\" x14ac:dyDescent=\"0.25\"><c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"C1\" s=\"2\"/></row>", "1: общий & первый")]
    [InlineData("<row r=\"2\" hidden=\"1\" ht=\"15\" customHeight=\"1\">\r\n <c r=\"B2\" t=\"inlineStr\"><is><t xml:space=\"preserve\"> МБОУ &quot;СОШ&quot; &#8470;&#x20;1 </t></is></c>\n</row>", "2: |МБОУ \"СОШ\" № 1")]
    [InlineData("<row r=\"1\"><c r=\"A1\"><f>SUM(B1:C1)&amp;\"\"</f><v>0.30000000000000004</v></c><c r=\"B1\"><f t=\"shared\" ref=\"B1:B9\" si=\"0\">1</f><v>1e3</v></c></row>", "1: 0.3|1000")]
    [InlineData("<row r=\"3\"/><row r=\"4\" spans=\"1:1\"></row><row><c><v>-1.50</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c t=\"n\"><v>12345678</v></c></row>", "5: -1.5|ИСТИНА|#N/A|12345678")]
    [InlineData("", null)]
    public void What_programs_write_is_read_from_its_bytes(string rows, string? read)
    {
        var sheet = Plain(Encoding.UTF8.GetBytes(Around(rows)));

        Assert.NotNull(sheet);
        string[] expected = read is null ? [] : [read];
        Assert.Equal(expected, sheet.Rows.Select(r => $"{r.Number}: {string.Join('|', r.Cells)}"));
        Assert.Equal(rows.Contains("hidden"), sheet.Rows.Any(r => r.Hidden));
        Assert.Equal(rows.Contains("<f"), sheet.HasFormulas);
        Assert.Equal([new MergedCells(1, 0, 2, 1)], sheet.Merged);
    }

    [Theory]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c><!-- a --></row>")]
    [InlineData("<row r='1'><c r='A1' t='str'><v><![CDATA[1]]></v></c></row>")]
    [InlineData("<row r='1'><?do it?><c r='A1'><v>1</v></c></row>")]
    [InlineData("<row r='1'><c r='A1' t='str'><v>a\rb</v></c></row>")]
    [InlineData("<row r='1'><c r='A1' t='str'><v>a ]]> b</v></c></row>")]
    [InlineData("<row r='1'><c r='A1' t='str'><v>&who;</v></c></row>")]
    [InlineData("<row r='1'><c r='A1' t='str'><v>&#0;</v></c></row>")]
    [InlineData("<row r='1'><c r='A1' r='B1'><v>1</v></c></row>")]
    [InlineData("<row r='1' r='1'/>")]
    [InlineData("<row r='1' y:a='1'/>")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c></row></sheetData><sheetData><row r='2'><c><v>2</v></c></row>")]
    [InlineData("<row r='1'><c r='A1' t='inlineStr'><is><r><t>a</t></r></is></c></row>")]
    [InlineData("<row r='1'><c r='A1'><v>1</v><v>2</v></c></row>")]
    [InlineData("<row r='1'><c r='A1'><v>1</v></c>")]
    [InlineData("<row r='1'><c r='A1'><w/></c></row>")]
    [InlineData("<row r='1'><c r='A1' t='s'><v>7</v></c></row>")]
    [InlineData("<row r='1'><c r='&#65;1'><v>1</v></c></row>")]
    public void What_is_out_of_the_ordinary_is_left_to_the_parser(string rows)
    {
        Assert.Null(Plain(Encoding.UTF8.GetBytes(Around(rows))));
        BothWays.AreTheSame(Book(Encoding.UTF8.GetBytes(Around(rows)), Encoding.UTF8.GetBytes(Shared(new(1)))), Name);
    }

    [Fact]
    public void A_prefix_that_nobody_declared_is_refused_in_both_ways()
    {
        var sheet = Encoding.UTF8.GetBytes($"<worksheet xmlns='{Main}'><sheetData><row r='1' x14ac:dyDescent='1'><c><v>1</v></c></row></sheetData></worksheet>");

        Assert.Null(Plain(sheet));
        Assert.Contains("повреждён", BothWays.Outcome(Book(sheet, []), Name));
    }

    [Fact]
    public void Another_encoding_is_left_to_the_parser()
    {
        Assert.Null(Plain(Encoding.Unicode.GetBytes("\uFEFF" + Around("<row r='1'><c><v>1</v></c></row>"))));
        Assert.Null(Plain(Encoding.UTF8.GetBytes("<?xml version='1.0' encoding='windows-1251'?>" + Around("<row r='1'><c><v>1</v></c></row>"))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Random_sheets_whole_and_damaged_are_the_same_in_both_ways(int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < 300; number++)
        {
            var (sheet, shared) = (Encoding.UTF8.GetBytes(Around(Rows(random))), Encoding.UTF8.GetBytes(Shared(random)));
            Assert.NotNull(Plain(sheet));
            Assert.Equal(Parser(sheet, shared), BothWays.Outcome(Book(sheet, shared), Name));

            var damaged = number % 3 == 0 ? (sheet, Damaged(shared, random)) : (Damaged(sheet, random), shared);
            Assert.True(Parser(damaged.Item1, damaged.Item2) == BothWays.Outcome(Book(damaged.Item1, damaged.Item2), Name), $"Case {number} of seed {seed}: {Encoding.UTF8.GetString(damaged.Item1)} {Encoding.UTF8.GetString(damaged.Item2)}");
        }
    }

    [Fact]
    public void A_sheet_larger_than_its_window_is_read_to_its_end()
    {
        var rows = string.Concat(Enumerable.Range(1, 20_000).Select(r => $"<row r=\"{r}\"><c r=\"A{r}\"><v>{r}</v></c><c r=\"B{r}\" t=\"inlineStr\"><is><t>Школа № {r % 7}</t></is></c></row>"));
        var sheet = Plain(Encoding.UTF8.GetBytes(Around(rows)));

        Assert.Equal(20_000, sheet!.Rows.Count);
        Assert.Equal("20000|Школа № 1", string.Join('|', sheet.Rows[^1].Cells));
    }

    private static string Parser(byte[] sheet, byte[] shared) => BothWays.Outcome(Book(BothWays.Commented(sheet), BothWays.Commented(shared)), Name);

    private static GridSheet? Plain(byte[] sheet)
    {
        var source = new Stupeni.Imports.Reading.Source(Name, Limits.Default, CancellationToken.None);
        using var archive = new Archive(Parts.Zip([("a.xml", sheet)]), source);
        return archive.ReadPlain("a.xml", part => PlainSheet.Read(part, new("Лист", "", false), new(["общий & первый", "второй", "", "третий"], [Meaning.Number, Meaning.Moment, Meaning.Elapsed], false), source));
    }

    private static byte[] Book(byte[] sheet, byte[] shared)
    {
        var (relationships, book) = (Parts.Relationships(("r1", "worksheet", "sheet.xml"), ("r2", "sharedStrings", "shared.xml")), Parts.Workbook("<sheets><sheet name='Лист' sheetId='1' r:id='r1'/></sheets>"));
        return Parts.Zip([("xl/workbook.xml", Encoding.UTF8.GetBytes(book)), ("xl/_rels/workbook.xml.rels", Encoding.UTF8.GetBytes(relationships)), ("xl/sheet.xml", sheet), .. shared.Length > 0 ? [("xl/shared.xml", shared)] : Array.Empty<(string, byte[])>()]);
    }

    private static string Around(string rows) =>
        $"<worksheet xmlns='{Main}' xmlns:x14ac='a'><dimension ref='A1'/>{(rows.Length == 0 ? "<sheetData/>" : $"<sheetData>{rows}</sheetData>")}<mergeCells><mergeCell ref='A1:B2'/></mergeCells><rowBreaks/></worksheet>";

    private static string Shared(Random random) =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sst xmlns='{Main}' count='4'><si><t>общий &amp; первый</t></si><si><t/></si>{(random.Next(4) == 0 ? "<si><r><t>из</t></r><r><t>частей</t></r></si>" : "<si><t xml:space=\"preserve\"> x_x0041_ </t></si>")}<si><t>{Text(random)}</t></si></sst>";

    private static string Rows(Random random)
    {
        var rows = new StringBuilder();
        var number = 0;
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            number += random.Next(1, 4);
            rows.Append($"<row r=\"{number}\"{(random.Next(3) == 0 ? " spans=\"1:9\" x14ac:dyDescent=\"0.2\"" : "")}{(random.Next(5) == 0 ? " hidden=\"1\"" : "")}>");
            for (var column = 0; column < 8; column += random.Next(1, 3)) rows.Append(Cell((char)('A' + column), number, random));
            rows.Append("</row>").Append(random.Next(4) == 0 ? "\n  " : "");
        }

        return rows.ToString();
    }

    private static string Cell(char column, int row, Random random)
    {
        var at = $"r=\"{column}{row}\"";
        return random.Next(9) switch
        {
            0 => $"<c {at} s=\"{random.Next(4)}\"/>",
            1 => $"<c {at} t=\"s\"><v>{random.Next(4)}</v></c>",
            2 => $"<c {at} t=\"inlineStr\"><is><t>{Text(random)}</t></is></c>",
            3 => $"<c {at} t=\"str\"><f>A1&amp;B1</f><v>{Text(random)}</v></c>",
            4 => $"<c {at} t=\"b\"><v>{random.Next(2)}</v></c>",
            5 => $"<c {at} s=\"1\"><v>{random.Next(60_000)}.{random.Next(10)}</v></c>",
            6 => $"<c {at}><v>{(random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-12, 20)):R}</v></c>".Replace(',', '.'),
            _ => $"<c {at}><v>{random.Next(100)}</v></c>",
        };
    }

    private static string Text(Random random)
    {
        string[] words = ["", " ", "6А", "Школа № 1", "010001", "&quot;", "&lt;", "&#10;", "x_x000D_", "Иванов Иван Иванович", "\u200B", "\u00A0", "12", "код", "😀", "\n", "\t"];
        return string.Concat(Enumerable.Range(0, random.Next(1, 4)).Select(_ => words[random.Next(words.Length)]));
    }

    private static byte[] Damaged(byte[] good, Random random)
    {
        var at = random.Next(good.AsSpan().IndexOf("?>"u8) + 2, good.Length);
        string[] insertions = ["<", ">", "&", "\"", "'", "]]>", "<!---->", "<row>", "</row>", "<v>", "</v>", "\0", "\r", "/", " ", "=", "<c r=\"B1\"><v>1</v></c>", "&#65;", "x:", "<is><t>а</t></is>", "<![CDATA[a]]>"];
        return random.Next(4) switch
        {
            0 => good[..at],
            1 => [.. good[..at], .. good[Math.Min(good.Length, at + random.Next(1, 20))..]],
            2 => [.. good[..at], .. Encoding.UTF8.GetBytes(insertions[random.Next(insertions.Length)]), .. good[at..]],
            _ => [.. good[..at], (byte)(good[at] ^ (1 << random.Next(8))), .. good[(at + 1)..]],
        };
    }
}
