using Stupeni.Documents;

namespace Stupeni.Imports.Reading;

/// <summary>What is left of protocols of exams after reading: no surname, no document, no code of a participant.</summary>
public sealed class ProtocolFilterTests
{
    private static readonly string[] Header = ["№", "Код ОО", "Класс", "Профиль", "Фамилия", "Имя", "Отчество", "Серия", "", "Номер", "№ бланка", "Код участника", "Ответы в краткой форме", "Ответы в развёрнутой форме", "Первичный балл", "Оценка"];
    private static readonly string[] Row = ["1", "101001.0", "9А", "Универсальный", "Тайнов", "Секрет", "Скрытович", "4507", "", "123456", "31000", "70001", "+-2", "1(1)", "4", "3"];

    [Fact]
    public void Nothing_is_kept_but_what_the_protocol_is_imported_for()
    {
        var grid = Read(["02 - Математика 2026.06.02"], Header, Row, [.. Row[..11], "70002", .. Row[12..]], Row);

        Assert.Equal(["1: 02 - Математика 2026.06.02", $"2: {string.Join('|', Header)}", "3: 1|101001.0|9А|||||||||1|+-2|1(1)|4|3", "4: 1|101001.0|9А|||||||||2|+-2|1(1)|4|3", "5: 1|101001.0|9А|||||||||1|+-2|1(1)|4|3"], grid.Rows());
        Assert.Equal(["E", "F", "G", "H", "J", "K"], grid.DroppedColumns.Select(d => d.Column));
        Assert.All(grid.DroppedColumns, d => Assert.Equal(3, d.Values));
    }

    [Theory]
    [InlineData(4, "a cell too many before the surname")]
    [InlineData(5, "the name one to the right")]
    [InlineData(7, "the series one to the right")]
    public void A_row_shifted_to_the_right_is_not_kept(int at, string why)
    {
        var grid = Read(["02 - Математика 2026.06.02"], Header, Row, [.. Row[..at], "", .. Row[at..]]);

        Assert.True(grid.Rows()[^1] == $"4: {ProtocolWords.Shifted}", why);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_row_shifted_to_the_left_keeps_no_name_and_no_document(int at)
    {
        var kept = Read(["02 - Математика 2026.06.02"], Header, Row, [.. Row[..at], .. Row[(at + 1)..]]).Rows()[^1];

        Assert.All(new[] { "Тайнов", "Секрет", "Скрытович", "4507", "123456", "31000" }, secret => Assert.DoesNotContain(secret, kept, StringComparison.Ordinal));
    }

    [Fact]
    public void Lines_of_words_keep_only_the_name_of_the_next_exam_wherever_it_stands()
    {
        var grid = Read(["Ответственный: Тайнова М. П."], ["Секретарь Скрытович Анна Ивановна"], ["02 - Математика 2026.06.02"], Header, Row, ["Председатель ГЭК", "", "", "Тайнов"], ["", "", "", "", "01 - Русский язык 2026.06.09"], Row);

        Assert.Equal("3: 02 - Математика 2026.06.02", grid.Rows()[0]);
        Assert.Equal("7: ||||01 - Русский язык 2026.06.09", grid.Rows()[^2]);
        Assert.StartsWith("8: 1|101001.0", grid.Rows()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Names_under_merged_headers_and_a_row_of_numbers_under_them_go()
    {
        string[][] rows =
        [
            ["№", "Код ОО", "Класс", "Код ППЭ", "ФИО участника", "", "", "Документ", "", "Ответы", "", "Оценка"], ["", "", "", "", "Фамилия", "Имя", "Отчество", "Серия", "Номер", "в краткой форме", "в развёрнутой форме"],
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"], ["1", "101001", "9А", "12", "Тайнов", "Секрет", "", "4507", "123456", "+-", "1(1)", "3"],
        ];
        var book = new Workbook([new("Лист", [], rows.Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => (Cell)c)])) { Merged = ["E1:G1", "H1:I1", "J1:K1"] }]);

        Assert.Equal("4: 1|101001|9А|12||||||+-|1(1)|3", Parts.Read(book.ToBytes()).Rows()[^1]);
    }

    [Fact]
    public void A_number_stands_beside_its_series_across_an_empty_column() =>
        Assert.Equal("2: 1|9А||||5", Read(["№", "Класс", "Серия", "", "Номер", "Балл"], ["1", "9А", "4507", "", "123456", "5"]).Rows()[1]);

    private static Grid Read(params string[][] rows) => Parts.Read(new Workbook([new("Лист", [], rows.Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => (Cell)c)]))]).ToBytes());
}
