namespace Stupeni.Imports.Reading;

public sealed class CellsTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("X", true)]
    [InlineData("Х", true)]
    [InlineData("х", true)]
    [InlineData(" – ", true)]
    [InlineData("—", true)]
    [InlineData("-", true)]
    [InlineData("Нет отметки", true)]
    [InlineData("н/д", true)]
    [InlineData("Н", true)]
    [InlineData("NA", true)]
    [InlineData("0", false)]
    [InlineData("нет", false)]
    [InlineData("-1", false)]
    public void Nothing_is_said_in_many_ways(string text, bool missing) => Assert.Equal(missing, Cells.IsMissing(text));

    [Theory]
    [InlineData("1,5", 1.5)]
    [InlineData("1.5", 1.5)]
    [InlineData(" -1 234,50 ", -1234.5)]
    [InlineData("12\u00A0345\u00A0678", 12345678d)]
    [InlineData("−2", -2d)]
    [InlineData("1E-05", 0.00001)]
    [InlineData("1,234.5", null)]
    [InlineData("12 34", null)]
    [InlineData("1 5", null)]
    [InlineData("5б", null)]
    [InlineData("", null)]
    [InlineData("1e99", null)]
    public void Numbers_are_written_in_many_ways(string text, double? number) => Assert.Equal((decimal?)number, Cells.ParseDecimal(text));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12,0", 12)]
    [InlineData("12.00", 12)]
    [InlineData("1 200", 1200)]
    [InlineData("12,5", null)]
    [InlineData("9999999999", null)]
    [InlineData("X", null)]
    public void Whole_numbers_may_have_lost_their_way(string text, int? number) => Assert.Equal(number, Cells.ParseWhole(text));

    [Theory]
    [InlineData("101001.0", "101001")]
    [InlineData(" 020 001 ", "020001")]
    [InlineData("020001,00", "020001")]
    [InlineData("edu450001", "edu450001")]
    [InlineData("1.05", "1.05")]
    public void Codes_are_what_they_were_before_the_spreadsheet(string text, string code) => Assert.Equal(code, Cells.NormaliseCode(text));

    [Theory]
    [InlineData("1K1", "1К1")]
    [InlineData("1к1", "1К1")]
    [InlineData(" 9,1 ", "9.1")]
    public void Tasks_are_called_alike(string text, string code) => Assert.Equal(code, Cells.NormaliseTask(text));

    [Theory]
    [InlineData("Код\nучастника:", "код участника")]
    [InlineData("  ПЕРВИЧНЫЙ\u00A0 БАЛЛ *", "первичный балл")]
    [InlineData("Oтмeткa", "отметка")]
    [InlineData("Отчёт", "отчет")]
    [InlineData("1K1 (4б)", "1к1 (4б)")]
    [InlineData("SchoolCode", "schoolcode")]
    [InlineData("E-mail", "e-mail")]
    public void Headers_are_compared_by_their_words(string text, string folded) => Assert.Equal(folded, Cells.FoldHeader(text));

    [Theory]
    [InlineData("МБОУ «СОШ № 5» г. Кургана", "МБОУ \"СОШ №5\", г Кургана")]
    [InlineData("город Лесной", "г. Лесной")]
    [InlineData("Приозёрный городской  округ", "приозерный городской округ")]
    [InlineData("Школа N 7", "ШКОЛА №7")]
    [InlineData("Горно-Алтайск", "Горно – Алтайск")]
    public void Names_that_mean_one_thing_are_one(string one, string other) => Assert.Equal(Cells.FoldName(one), Cells.FoldName(other));
}
