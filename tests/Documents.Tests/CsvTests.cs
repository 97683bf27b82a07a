using System.Text;

namespace Stupeni.Documents;

public sealed class CsvTests
{
    [Fact]
    public void Russian_excel_finds_its_semicolons_commas_and_letters() =>
        Assert.Equal("\uFEFFКод;Балл;Дата\r\n020001;1,5;2025-12-29\r\n;;\r\n", Written(';', ["020001", 1.5, new DateOnly(2025, 12, 29)], []));

    [Fact]
    public void Other_programs_find_commas_and_points() =>
        Assert.Equal("\uFEFFКод,Балл,Дата\r\n020001,-1.5,\"x,y\"\r\n", Written(',', ["020001", -1.5m, "x,y"]));

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+7")]
    [InlineData("-cmd")]
    [InlineData("@SUM")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public void A_text_that_would_run_as_a_formula_is_guarded(string text) =>
        Assert.Contains($"\n\"'{text}\";", Written(';', [text]));

    private static string Written(char separator, params IReadOnlyList<Cell>[] rows)
    {
        using var stream = new MemoryStream();
        Csv.Write(stream, new("Лист", [new("Код"), new("Балл"), new("Дата")], rows), separator);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
