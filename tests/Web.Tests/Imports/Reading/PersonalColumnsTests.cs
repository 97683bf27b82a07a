using Stupeni.Documents;

namespace Stupeni.Imports.Reading;

public sealed class PersonalColumnsTests
{
    [Theory]
    [InlineData("ФИО")]
    [InlineData("Ф. И. О.")]
    [InlineData("ФИО\nучастника (полностью)")]
    [InlineData("ФИ ученика")]
    [InlineData("Фамилия, имя, отчество")]
    [InlineData("Фамилия/Имя")]
    [InlineData("Фaмилия")]
    [InlineData("Имя")]
    [InlineData("Имя учащегося")]
    [InlineData("Отчество")]
    [InlineData("SurnameCell")]
    [InlineData("NameCell")]
    [InlineData("SecondNameCell")]
    [InlineData("DocumentSeriesCode")]
    [InlineData("DocumentNumberCode")]
    [InlineData("Серия")]
    [InlineData("Серия и номер паспорта")]
    [InlineData("Номер документа")]
    [InlineData("№ паспорта")]
    [InlineData("Паспорт")]
    [InlineData("Дата рождения")]
    [InlineData("СНИЛС")]
    [InlineData("Телефон родителя")]
    [InlineData("E-mail")]
    [InlineData("Эл. почта")]
    [InlineData("Адрес")]
    [InlineData("Адрес регистрации")]
    [InlineData("Законный представитель")]
    public void What_is_under_a_personal_header_is_not_read(string header)
    {
        var grid = Filtered(["Код участника", header, "Класс", "Балл"], ["1", "тайна", "9А", "5"], ["2", "тайна", "9А", "4"]);

        Assert.Equal([$"1: Код участника|{header}|Класс|Балл", "2: 1||9А|5", "3: 2||9А|4"], grid.Rows());
        Assert.Equal(new DroppedColumn("Лист", "B", header, 2), Assert.Single(grid.DroppedColumns));
        Assert.Contains(grid.Remarks(), r => r.Text.Contains("персональные данные"));
    }

    [Theory]
    [InlineData("№")]
    [InlineData("№ п/п")]
    [InlineData("Номер варианта")]
    [InlineData("Номер по порядку")]
    [InlineData("№ бланка")]
    [InlineData("Номер")]
    [InlineData("Название ОО")]
    [InlineData("Наименование организации")]
    [InlineData("Имя файла")]
    [InlineData("Социальный паспорт школы")]
    [InlineData("Адрес сайта")]
    [InlineData("Код регистрации")]
    [InlineData("Предмет")]
    [InlineData("1 (2б)")]
    public void What_is_under_any_other_header_is(string header)
    {
        var grid = Filtered(["Код участника", header, "Класс", "Балл"], ["1", "явь", "9А", "5"], ["2", "явь", "9А", "4"]);

        Assert.Empty(grid.DroppedColumns);
        Assert.Equal("2: 1|явь|9А|5", grid.Rows()[1]);
    }

    [Fact]
    public void A_number_beside_a_series_is_that_of_a_document() =>
        Assert.Equal(["C", "D"], Filtered(["№", "Класс", "Серия", "Номер", "Балл"], ["1", "9А", "4507", "123456", "5"]).DroppedColumns.Select(d => d.Column));

    [Fact]
    public void A_new_header_says_anew_what_its_columns_are()
    {
        var grid = Filtered(
            ["01 - Русский язык 2025.05.30"],
            ["№", "Код ОО", "Фамилия", "Имя", "Отчество", "Первичный балл"],
            ["1", "101001", "Иванов", "Иван", "Иванович", "30"],
            ["02 - Математика 2025.06.02"],
            ["№", "Фамилия", "Код ОО", "Вариант", "Имя", "Первичный балл"],
            ["1", "Петров", "101002", "3", "Пётр", "20"]);

        Assert.Equal("3: 1|101001||||30", grid.Rows()[2]);
        Assert.Equal("6: 1||101002|3||20", grid.Rows()[5]);
        Assert.Equal("01 - Русский язык 2025.05.30", grid.Sheets[0].Rows[0][0]);
        Assert.Equal(["C", "D", "E", "B", "E"], grid.DroppedColumns.Select(d => d.Column));
    }

    [Fact]
    public void A_header_over_several_columns_hides_them_all()
    {
        var book = new Workbook([Sheet([["Класс", "ФИО участника", "", "", "Балл"], ["9А", "Иванов", "Иван", "Иванович", "5"]]) with { Merged = ["B1:D1"] }]);

        var grid = Parts.Read(book.ToBytes());

        Assert.Equal("2: 9А||||5", grid.Rows()[1]);
    }

    [Fact]
    public void Two_rows_of_headers_are_one_header()
    {
        var grid = Filtered(["№", "СНИЛС", "Участник", "", "Балл"], ["", "", "Фамилия", "Имя", ""], ["1", "123-456-789 00", "Иванов", "Иван", "5"]);

        Assert.Equal("3: 1||||5", grid.Rows()[2]);
    }

    [Theory]
    [InlineData("Иванов Иван Иванович", "Петрова Анна Сергеевна", "Алиев Руслан Магомед оглы", "СИДОРОВ ПЁТР ИЛЬИЧ", "Ким Олег Юрьевич")]
    [InlineData("Иванов Иван", "Петрова Анна", "Сидоренко Пётр", "Мамедова Лейла", "Шукшина Вера")]
    [InlineData("Иванов И. И.", "Петрова А.С.", "Сидоренко П.", "Мамедова Л. Р.", "Шукшина В.М.")]
    [InlineData("Иван Иванович Иванов", "Анна Сергеевна Петрова", "Пётр Ильич Сидоров", "нет", "Олег Юрьевич Ким")]
    public void A_column_of_names_is_known_without_a_header(params string[] names)
    {
        var grid = Filtered([["Код ОО", "Сведения", "Балл"], .. names.Select((n, at) => new[] { $"10100{at}", n, "5" })]);

        Assert.All(grid.Sheets[0].Rows.Skip(1), row => Assert.Equal("", row[1]));
        Assert.Equal(new DroppedColumn("Лист", "B", "Сведения", 5), Assert.Single(grid.DroppedColumns));
    }

    [Theory]
    [InlineData("МБОУ «Средняя школа № 1»", "Лицей № 3", "Гимназия Пушкина", "Школа имени Гагарина", "МКОУ Ивановская СОШ")]
    [InlineData("Ермаковский Район", "Заречный городской округ", "Каменский ГО", "Нижний Тагил", "город Лесной")]
    [InlineData("Сергиев Посад", "Павлов Посад", "Сергиев Посад", "Сергиев Посад", "Сергиев Посад")]
    [InlineData("Юрьев Польский", "Юрьев Польский", "Юрьев Польский", "Юрьев Польский", "Юрьев Польский")]
    [InlineData("Русский Язык", "Русский язык", "Математика", "Английский Язык", "Физика")]
    [InlineData("высшее педагогическое", "Высшая категория", "первая", "Заместитель директора", "Педагог Психолог")]
    [InlineData("Ростов", "Иваново", "Пушкино", "Королёв", "Тверь")]
    public void Names_of_other_things_are_read(params string[] names) =>
        Assert.Empty(Filtered([["Код", "Сведения", "Балл"], .. names.Select(n => new[] { "1", n, "5" })]).DroppedColumns);

    [Fact]
    public void Contacts_of_organisations_are_public_and_their_heads_may_be_kept()
    {
        string[][] rows = [["Код ОО", "Наименование организации", "ИНН", "Телефон", "E-mail", "Адрес", "ФИО руководителя"], ["1", "Лицей", "4501", "2-12-12", "a@b.ru", "ул. Мира, 1", "Иванов Иван Иванович"]];

        Assert.Equal("2: 1|Лицей|4501|2-12-12|a@b.ru|ул. Мира, 1", Filtered(rows).Rows()[1]);
        Assert.EndsWith("|Иванов Иван Иванович", Filtered(PersonalColumns.None with { Keep = ["ФИО  Руководителя:"] }, rows).Rows()[1]);
    }

    [Fact]
    public void Names_of_heads_are_kept_also_under_a_header_that_does_not_say_so()
    {
        string[][] rows = [["Код ОО", "Директор"], .. Enumerable.Range(1, 6).Select(n => new[] { $"{n}", "Иванов Иван Иванович" })];

        Assert.Equal("B", Assert.Single(Filtered(rows).DroppedColumns).Column);
        Assert.Empty(Filtered(PersonalColumns.None with { Keep = ["Директор"] }, rows).DroppedColumns);
    }

    [Theory]
    [InlineData("Иванова А. А.")]
    [InlineData("Иванова")]
    public void A_label_hides_the_name_beside_it_and_not_what_is_below(string name)
    {
        var grid = Filtered(["ФИО учителя", name], ["Предмет", "Математика"], ["Код участника", "Класс", "Балл"], ["1", "9А", "5"]);

        Assert.Equal(["1: ФИО учителя", "2: Предмет|Математика", "3: Код участника|Класс|Балл", "4: 1|9А|5"], grid.Rows());
        Assert.Equal("B", Assert.Single(grid.DroppedColumns).Column);
    }

    [Fact]
    public void A_list_of_two_columns_is_no_label() =>
        Assert.Equal(["1: ФИО учителя|Категория", "2: |высшая"], Filtered(["ФИО учителя", "Категория"], ["Ли", "высшая"]).Rows());

    [Fact]
    public void The_only_column_of_a_sheet_may_be_personal() =>
        Assert.Equal(["1: Фамилия"], Filtered(["Фамилия"], ["Иванов"], ["Петрова"]).Rows());

    [Fact]
    public void A_label_with_nothing_beside_it_is_no_header() =>
        Assert.Empty(Filtered(["ФИО учителя", ""], ["Предмет", "Математика"]).DroppedColumns);

    [Fact]
    public void Nothing_personal_is_left_in_the_bytes_that_are_kept()
    {
        var bytes = Parts.Read(System.Text.Encoding.UTF8.GetBytes("SchoolCode;SurnameCell;NameCell;PrimaryMark\n101001;Тайнов;Секрет;5\n"), "огэ.csv").ToBytes();

        var kept = string.Join('|', Grid.FromBytes(bytes).Rows());
        Assert.DoesNotContain("Тайнов", kept);
        Assert.DoesNotContain("Секрет", kept);
        Assert.Contains("101001|||5", kept);
    }

    private static Grid Filtered(params string[][] rows) => Filtered(PersonalColumns.None, rows);

    private static Grid Filtered(PersonalColumns personal, string[][] rows) => Parts.Read(new Workbook([Sheet(rows)]).ToBytes(), personal: personal);

    private static Sheet Sheet(string[][] rows) => new("Лист", [], rows.Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => (Cell)c)]));
}
