using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Stupeni.Documents;

namespace Stupeni.Imports.Reading;

public sealed class HostileTests
{
    private static readonly byte[] Good = Parts.Xlsx("<sheetData><row r='1'><c r='A1'><v>1</v></c></row></sheetData>");

    public static TheoryData<string, byte[], string> Refused => new()
    {
        { "empty.xlsx", [], "пуст: в нём 0 байт" },
        { "spaces.csv", " \r\n ;; \r\n"u8.ToArray(), "ни одной заполненной ячейки" },
        { "page.xlsx", "\r\n<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table>"u8.ToArray(), "а нужна таблица" },
        { "page.xls", Encoding.Unicode.GetBytes("\uFEFF<html><table>"), "а нужна таблица" },
        { "2003.xls", "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook/>"u8.ToArray(), "а нужна таблица" },
        { "scan.xlsx", "%PDF-1.7 \u0000"u8.ToArray(), "а нужна таблица" },
        { "photo.xlsx", [0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "а нужна таблица" },
        { "icon.csv", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0], "а нужна таблица" },
        { "letter.xlsx", Parts.Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")), "а нужна таблица" },
        { "slides.xlsx", Parts.Zip(("ppt/presentation.xml", "<p/>")), "а нужна таблица" },
        { "calc.xlsx", Parts.Zip(("mimetype", "x"), ("content.xml", "<x/>"), ("META-INF/manifest.xml", "<x/>")), "а нужна таблица" },
        { "binary.xlsx", Parts.Zip(("xl/workbook.bin", "x")), "а нужна таблица" },
        { "files.zip", Parts.Zip(("a.txt", "x")), "архив, в котором нет книги" },
        { "nothing.zip", Parts.Zip(), "архив, в котором нет книги" },
        { "torn.xlsx", Good[..(Good.Length / 2)], "архив не открывается" },
        { "locked.xlsx", OldOffice.Container("EncryptedPackage", [1]), "защищён паролем" },
        { "letter.xls", OldOffice.Container("WordDocument", [1]), "а нужна таблица" },
        { "odd.xls", OldOffice.Container("Contents", [1]), "а нужна таблица" },
        { "broken.xls", OldOffice.Container("Workbook", [1, 2, 3]), "повреждён" },
        { "noise.csv", [.. Enumerable.Range(0, 999).Select(n => (byte)(n * 31 % 256))], "не похож" },
        { "dos.csv", [.. Enumerable.Repeat<byte>(0x8F, 50), (byte)';'], "не похож" },
        { "entities.xlsx", Entities(), "повреждён: часть" },
        { "sheetless.xlsx", Parts.Zip(("xl/workbook.xml", Parts.Workbook(""))), "нет ни одного листа" },
        { "promised.xlsx", Parts.Zip(("xl/workbook.xml", Parts.Workbook("<sheets><sheet name='А' sheetId='1' r:id='r9'/></sheets>"))), "назван в оглавлении" },
        { "order.xlsx", Parts.Xlsx("<sheetData><row r='2'/><row r='1'/></sheetData>"), "повреждён: часть" },
        { "index.xlsx", Parts.Xlsx("<sheetData><row><c t='s'><v>9</v></c></row></sheetData>"), "повреждён: часть" },
        { "word.xlsx", Parts.Xlsx("<sheetData><row><c t='s'><v>много</v></c></row></sheetData>"), "повреждён: часть" },
        { "deep.xlsx", Parts.Xlsx(string.Concat(Enumerable.Repeat("<a>", 5_000))), "повреждён: часть" },
        { "names.xlsx", Parts.Xlsx(string.Concat(Enumerable.Range(0, 20_000).Select(n => $"<n{n}/>"))), "повреждён: часть" },
        { "wide.xlsx", Parts.Xlsx("<sheetData><row><c r='KO1'><v>1</v></c></row></sheetData>"), "больше {3} столбцов" },
        { "long.xlsx", Parts.Xlsx($"<sheetData><row><c t='str'><v>{new string('я', 2_001)}</v></c></row></sheetData>"), "длиннее {3} знаков" },
        { "longer.xlsx", Parts.Xlsx($"<sheetData><row><c t='str'><v>{new string('я', 200_000)}</v></c></row></sheetData>"), "длиннее {3} знаков" },
        { "wide.csv", Encoding.UTF8.GetBytes(new string(';', 300) + "1"), "больше {3} столбцов" },
        { "attribute.xlsx", Parts.Xlsx($"<sheetData a='{new string('я', 6_000_000)}'/>"), "архивную бомбу" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_bad_file_is_told_what_is_wrong_with_it(string name, byte[] content, string why) => Assert.Contains(why, Parts.Refusal(content, name));

    [Fact]
    public void A_wrong_extension_does_not_matter_and_is_told()
    {
        Assert.Contains(Parts.Read(Good, "книга.csv").Remarks(), r => r.Text.Contains("Расширение"));
        Assert.Contains(Parts.Read("а;б"u8.ToArray(), "книга.xlsx").Remarks(), r => r.Text.Contains("Расширение"));
        Assert.Empty(Parts.Read(Good, "книга.XLSX").Remarks());
    }

    [Fact]
    public void A_zip_bomb_goes_off_nowhere()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in new[]
            {
                ("xl/workbook.xml", Parts.Workbook("<sheets><sheet name='А' sheetId='1' r:id='r1'/></sheets>")),
                ("xl/_rels/workbook.xml.rels", Parts.Relationships(("r1", "worksheet", "sheet.xml"))),
            })
                using (var part = zip.CreateEntry(path).Open()) part.Write(Encoding.UTF8.GetBytes(text));
            using var bomb = zip.CreateEntry("xl/sheet.xml", CompressionLevel.SmallestSize).Open();
            bomb.Write("<worksheet><sheetData>"u8);
            var row = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<gap/>", 10_000)));
            for (var megabytes = 0; megabytes < 5_000; megabytes++) bomb.Write(row);
        }

        Assert.Contains("архивную бомбу", Bounded(() => Parts.Refusal(bytes.ToArray())));
    }

    [Fact]
    public void What_unpacks_to_too_much_is_refused() =>
        Assert.Contains("в распакованном виде", Parts.Refusal(Good, limits: Limits.Default with { UnpackedBytes = 500 }));

    [Fact]
    public void A_file_too_large_is_not_read_to_its_end()
    {
        using var endless = new Endless();

        var refused = Assert.Throws<Unreadable>(() => Spreadsheet.Read(endless, "файл.csv", Limits.Default, PersonalColumns.None, CancellationToken.None));

        Assert.Contains("МБ", refused.Message);
        Assert.InRange(endless.Given, 0, 40L << 20);
    }

    [Fact]
    public void A_hundred_sheets_are_read() => Assert.Equal(100, Parts.Read(Sheets(100)).Sheets.Count);

    [Fact]
    public void More_than_a_thousand_are_refused() => Assert.Contains("листов", Parts.Refusal(Sheets(1001)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_million_rows_are_refused_soon_and_in_little_memory(bool csv)
    {
        using var bytes = new MemoryStream();
        var sheet = new Sheet("Миллион", [new("Код", ColumnKind.Whole), new("Балл", ColumnKind.Whole)], Enumerable.Range(0, 1_000_000).Select(r => (IReadOnlyList<Cell>)[r, r % 7]));
        if (csv) Csv.Write(bytes, sheet);
        else new Workbook([sheet]).WriteTo(bytes);

        Assert.Contains("строк", Bounded(() => Parts.Refusal(bytes.ToArray(), csv ? "файл.csv" : "файл.xlsx")));
    }

    [Fact]
    public void Too_many_cells_are_refused_before_they_fill_the_memory() =>
        Assert.Contains("ячеек", Parts.Refusal(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(new string(';', 200) + "1\n", 100))), "файл.csv", Limits.Default with { Cells = 10_000 }));

    [Fact]
    public void Reading_that_takes_too_long_is_given_up() =>
        Assert.Contains("дольше", Parts.Refusal(Parts.Xlsx("<sheetData>" + string.Concat(Enumerable.Repeat("<row/>", 200_000)) + "</sheetData>"), limits: Limits.Default with { Time = TimeSpan.FromMilliseconds(1) }));

    [Fact]
    public void Who_stops_reading_is_obeyed() => Assert.ThrowsAny<OperationCanceledException>(
        () => Spreadsheet.Read(Good, "файл.xlsx", Limits.Default, PersonalColumns.None, new CancellationToken(canceled: true)));

    private static byte[] Entities() => Parts.Zip(
        ("xl/workbook.xml", $"<!DOCTYPE w [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY f SYSTEM 'file:///etc/passwd'>]>{Parts.Workbook("<sheets><sheet name='&b;&f;' sheetId='1' r:id='r1'/></sheets>")}"));

    private static byte[] Sheets(int count) => new Workbook([.. Enumerable.Range(1, count).Select(n => new Sheet($"Школа {n}", [new("Код")], [[n]]))]).ToBytes();

    /// <summary>Generous, for the machine may be busy: what is caught is time and memory that grow with the lie.</summary>
    private static string Bounded(Func<string> work)
    {
        var (start, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
        var result = work();
        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 45);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200L << 20);
        return result;
    }

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }
        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'1');
            Given += buffer.Length;
            return buffer.Length;
        }
    }
}
