using System.Globalization;
using System.Text;
using Stupeni.Documents;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>A protocol as РИС ГИА gives it, to be spoilt by tests: rows of texts and numbers, and merged cells (rows and columns from 0).</summary>
internal sealed record ProtocolFile(string Name, List<object[]> Rows)
{
    public const string EgeTitle = "01 - Русский язык 2025.05.30", OgeTitle = "02 - Математика 2026.06.02";

    /// <summary>Nineteen short answers and six long ones: 8 points, none of them in geometry.</summary>
    public const string NoGeometry = "++++++++-----------", NoLong = "0(2)0(2)0(2)0(2)0(2)0(2)";

    public List<(int First, int Last, int FirstColumn, int LastColumn)> Merged { get; init; } = [];

    public static readonly string[] EgeHeader =
        ["№", "Код ППЭ", "Код ОО", "Класс", "Код ООП", "Профиль", "Фамилия", "Имя", "Отчество", "Вариант", "Код участника", "№ бланка", "Ответы в краткой форме", "Ответы в развёрнутой форме", "Первичный балл", "Итоговый балл"];

    public static readonly string[] OgeHeader =
        ["№", "Код ОО", "Класс", "Код ППЭ", "Аудитория", "Код МСУ", "Код регистрации", "Фамилия", "Имя", "Отчество", "Серия", "Номер", "Ответы в краткой форме", "Ответы в развернутой форме", "Первичный балл", "Оценка"];

    /// <summary>Two participants of 11А with 8 and 2 primary, 40 and 20 test points, and one who did not come.</summary>
    public static ProtocolFile Ege() => new("Протокол.xlsx",
    [
        [EgeTitle], EgeHeader,
        EgeRow(1, 450101.0, "11А", "Иванова", "++-2+", "1(1)2(3)", 8, 40), EgeRow(2, 450101.0, "11А", "Петров", "+--0-", "0(1)1(3)", 2, 20), EgeRow(3, 450102.0, "11Б", "Сидоров", "", "", "Не явился", ""),
    ]);

    /// <summary>The sparse layout of regions: headers over two columns, a code over all rows of its school.</summary>
    public static ProtocolFile EgeSparse() => new("Протокол.xlsx",
    [
        [EgeTitle],
        ["№", "", "Код МСУ", "", "Код ОО", "", "Класс", "", "Код ППЭ", "", "Вариант", "", "Фамилия", "Имя", "Отчество", "", "Задания с кратким ответом", "", "Задания с развёрнутым ответом", "", "Первичный балл", "", "Тестовый балл"],
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "21", "22", "23"],
        [1.0, "", 101.0, "", 450101.0, "", "11А", "", 9.0, "", 301.0, "", "Иванова", "Мария", "Ивановна", "", "", "++-2+", "1(1)2(3)", "", 8.0, "", 40.0],
        [2.0, "", "", "", "", "", "11А", "", 9.0, "", 302.0, "", "Петров", "Пётр", "Петрович", "", "", "+--0-", "0(1)1(3)", "", 2.0, "", 20.0],
        ["Председатель ГЭК", "", "", "", "", "", "", "", "", "", "", "", "", "Иванов И. И."],
    ]) { Merged = [(0, 0, 0, 22), (1, 1, 16, 17), (1, 1, 18, 19), (3, 4, 4, 4), (3, 4, 2, 2)] };

    /// <summary>Three participants of 9А: marks 3, 2 and 4.</summary>
    public static ProtocolFile Oge() => new("Протокол.xlsx",
    [
        [OgeTitle], OgeHeader,
        OgeRow(1, 450101.0, "9А", "Иванова", "+++++++++++++++----", "1(2)0(2)0(2)0(2)0(2)0(2)", 16, 4), OgeRow(2, 450101.0, "9А", "Петров", NoGeometry, NoLong, 8, 2), OgeRow(3, 450101.0, "9А", "Ли", "+++++++++-----++---", NoLong, 11, 3),
    ]);

    public static ProtocolFile OgeEnglish() => new("02_2026.06.02.csv",
    [
        ["SchoolCode", "ClassCode", "SurnameCell", "NameCell", "SecondNameCell", "DocumentSeriesCode", "DocumentNumberCode", "TestResultBCell", "TestResultCCell", "PrimaryMark", "Mark5"],
        ["450101.0", "9А", "Иванова", "Мария", "Ивановна", "9623", "123456", "+++++++++++++++----", "1(2)0(2)0(2)0(2)0(2)0(2)", "16", "4"],
        ["450101.0", "9А", "Петров", "Пётр", "", "9624", "654321", NoGeometry, NoLong, "8", "2"],
        ["450101.0", "9А", "Ли", "Анна", "", "9625", "777777", "+++++++++-----++---", NoLong, "11", "3"],
    ]);

    public static ProtocolFile OgeSparse() => new("Протокол.xls",
    [
        ["", "", "", "", "", "", "", "", "", "", OgeTitle],
        ["№", "Код ОО", "Класс", "", "Код ППЭ", "", "Аудитория", "", "Код МСУ", "", "Фамилия", "", "Имя", "Отчество", "Задания с кратким ответом", "", "", "Задания с развёрнутым ответом", "Первичный балл", "", "Оценка"],
        [1.0, 450101.0, "9А", "", 12.0, "", 3.0, "", 101.0, "", "Иванова", "", "Мария", "Ивановна", "+++++++++++++++----", "", "", "1(2)0(2)0(2)0(2)0(2)0(2)", 16.0, "", 4.0],
        [2.0, 450101.0, "9А", "", 12.0, "", 3.0, "", 101.0, "", "Петров", "", "Пётр", "Петрович", NoGeometry, "", "", NoLong, 8.0, "", 2.0],
        [3.0, 450101.0, "9А", "", 12.0, "", 3.0, "", 101.0, "", "Ли", "", "Анна", "", "+++++++++-----++---", "", "", NoLong, 11.0, "", 3.0],
    ]) { Merged = [(1, 1, 10, 11), (1, 1, 14, 16)] };

    /// <summary>Results after appeals: no answers, the exam in every row, the scores before and now under merged headers.</summary>
    public static ProtocolFile OgeAppeal() => new("Апелляции.xlsx",
    [
        ["№", "Код ОО", "Класс", "Код ППЭ", "Аудитория", "Фамилия", "Имя", "Отчество", "Экзамен", "Апелляция", "Текущие", "", "До апелляции", ""],
        ["", "", "", "", "", "", "", "", "", "", "Первичный балл", "Оценка", "Первичный балл", "Оценка"],
        [1.0, 450101.0, "9А", 12.0, 3.0, "Иванова", "Мария", "Ивановна", "Математика(2026.06.02)", "удовлетворена", 16.0, 4.0, 14.0, 3.0],
        [2.0, 450101.0, "9А", 12.0, 3.0, "Петров", "Пётр", "Петрович", "Математика(2026.06.02)", "отклонена", 8.0, 2.0, 8.0, 2.0],
        [3.0, 450101.0, "9А", 12.0, 4.0, "Ли", "Анна", "", "Математика(2026.06.02)", "", 11.0, 3.0, 11.0, 3.0],
        [4.0, 450102.0, "9Б", 12.0, 4.0, "Ким", "Олег", "", "Русский язык (2026.06.09)", "", 20.0, 3.0, 20.0, 3.0],
    ]) { Merged = [(0, 0, 10, 11), (0, 0, 12, 13)] };

    public static object[] EgeRow(int number, object school, string className, string surname, string shorts, string longs, object primary, object test) =>
        [(double)number, 12.0, school, className, 101.0, "технологический", surname, "Мария", "Ивановна", 301.0, $"00000{number}", $"31000000{number}", shorts, longs, Cell(primary), Cell(test)];

    public static object[] OgeRow(int number, object school, string className, string surname, string shorts, string longs, object primary, object mark) =>
        [(double)number, school, className, 12.0, 3.0, 101.0, $"9000{number}", surname, "Мария", "Ивановна", "9623", $"12345{number}", shorts, longs, Cell(primary), Cell(mark)];

    public Grid Grid(string? extension = null) => (extension ?? Path.GetExtension(Name)) switch
    {
        ".csv" => Parts.Read(Csv(), Path.ChangeExtension(Name, ".csv")),
        ".xls" => Parts.Read(OldOffice.Table("Лист1", Rows, Merged), Path.ChangeExtension(Name, ".xls")),
        _ => Parts.Read(Xlsx(), Path.ChangeExtension(Name, ".xlsx")),
    };

    public byte[] Xlsx() => new Workbook([new("Лист1", [.. Enumerable.Range(0, Rows.Max(r => r.Length)).Select(_ => new Column(""))], Rows.Select(r => (IReadOnlyList<Cell>)[.. r.Select(c => c is double n ? (Cell)(decimal)n : (Cell)(string)c)]))
        { Merged = [.. Merged.Select(m => $"{Address.Cell(m.First, m.FirstColumn)}:{Address.Cell(m.Last, m.LastColumn)}")] }]).ToBytes();

    /// <summary>With semicolons, codes as floats.</summary>
    public byte[] Csv() => Encoding.UTF8.GetBytes(string.Join("\r\n", Rows.Select(r => string.Join(';', r.Select(c => c is double n ? n.ToString("0.0", CultureInfo.InvariantCulture) : (string)c)))));

    private static object Cell(object value) => value is int number ? (double)number : value;
}
