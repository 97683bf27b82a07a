using System.Text;

namespace Stupeni.Imports.Reading;

public sealed class TextTests
{
    private const string Table = "Код ОО;Название;Балл\r\n020001;МБОУ «Школа № 1» – село;1,5\r\n020002;Лицей;2";

    public static TheoryData<Encoding> Encodings =>
    [
        new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false), new UnicodeEncoding(true, false),
        CodePagesEncodingProvider.Instance.GetEncoding(1251)!,
    ];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_people_send_is_known(Encoding encoding) => Assert.Equal(
        ["1: Код ОО|Название|Балл", "2: 020001|МБОУ «Школа № 1» – село|1,5", "3: 020002|Лицей|2"],
        Parts.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Table)], "файл.csv").Rows());

    [Theory]
    [InlineData("a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5", "2: 1,5|2,5|3,5")]
    [InlineData("a,b,c\n1.5,\"2,5\",x;y", "2: 1.5|2,5|x;y")]
    [InlineData("a\tb\n1,5\t2;3", "2: 1,5|2;3")]
    [InlineData("a;b\n\"x;\ny\";\"z \"\"q\"\" \"", "2: x;\ny|z \"q\"")]
    [InlineData("a,b,c\n1,2,x;y\n3,4,z;w", "2: 1|2|x;y")]
    [InlineData("a|b\n1,2|3", "2: 1,2|3")]
    [InlineData("Отчёт\n\na;b;c\n1;2;3\n", "4: 1|2|3")]
    [InlineData("sep=,\na,b;c\n1,2;3", "2: 1|2;3")]
    [InlineData("Код\n020001", "2: 020001")]
    [InlineData("a;b\n'=1+1;'-", "2: =1+1|-")]
    [InlineData("a;b\n'x;\"'\"", "2: 'x|'")]
    [InlineData("a;b\nООО \"Ромашка\";5", "2: ООО \"Ромашка\"|5")]
    public void Separators_and_quotes_are_understood(string text, string row) => Assert.Contains(row, Parts.ReadText(text).Rows());

    [Fact]
    public void Decimal_commas_in_every_row_do_not_outvote_the_semicolon() =>
        Assert.Equal("101: 1,5|2,5", Parts.ReadText("код;балл\n" + string.Concat(Enumerable.Repeat("1,5;2,5\n", 100))).Rows()[^1]);

    [Fact]
    public void A_quote_that_never_closes_does_not_swallow_the_file()
    {
        var rows = Parts.ReadText("Код;Название;Балл\n1;\"Школа;2\n2;Лицей;3\n3;Гимназия;4\n").Rows();

        Assert.Equal(4, rows.Length);
        Assert.Equal("4: 3|Гимназия|4", rows[3]);
    }

    [Fact]
    public void A_file_cut_in_the_middle_of_a_letter_is_still_read()
    {
        var bytes = "Код;Школа\n1;Лицей"u8.ToArray();

        Assert.StartsWith("2: 1|Лице", Parts.Read(bytes[..^1], "файл.csv").Rows()[1]);
    }

    [Fact]
    public void The_sheet_is_called_like_the_file() => Assert.Equal("файл", Parts.ReadText("a;b").Sheets[0].Name);

    [Fact]
    public void Damage_of_any_kind_is_told_and_nothing_else() => Damage.Survived(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Table + "\r\n", 20))), "файл.csv", cases: 300, seed: 3);
}
