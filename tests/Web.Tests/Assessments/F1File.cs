using Stupeni.Imports.Reading;

namespace Stupeni.Assessments;

/// <summary>An F1 workbook as ФИС ОКО gives it, to be spoilt by tests.</summary>
internal sealed record F1File
{
    public string SheetName { get; init; } = "Ф1_Индивидуальные результаты";
    public string Title { get; init; } = "ВПР 2026 Математика 6 класс";
    public string School { get; init; } = "Берёзовская школа (edu450101) | Северный район | Кол-во участников: 3";
    public string[] Tasks { get; init; } = ["1 (2б)", "2 (1б)", "3К1 (3б)"];
    public string[] Difficulty { get; init; } = ["Б", "Б", "П"];
    public List<string[]> Rows { get; init; } = [];

    /// <summary>Three participants, 6А and 6Б: totals 6, 2 and 0; marks 5, 3, 2.</summary>
    public static F1File Good() => new() { Rows = [Row("60001", "6А", "5", "2", "1", "3"), Row("60002", "6А", "3", "1", "1", "0"), Row("60003", "6Б", "2", "0", "0", "0")] };

    public static string[] Row(string code, string className, string mark, params string[] scores) =>
        ["edu450101", "Северный район", "Берёзовская школа", code, className, "1", .. scores, scores.Sum(s => decimal.TryParse(s, out var n) ? n : 0).ToString(System.Globalization.CultureInfo.InvariantCulture), mark, mark];

    public GridSheet Sheet() => GridSheet.Of(SheetName,
    [
        [Title], ["Предмет", "Математика"], ["Максимальный первичный балл", "6"], ["Дата проведения", "21.04.2026"], [School],
        ["", "", "", "", "", "", .. Difficulty],
        ["ОО", "Муниципалитет", "Название ОО", "Код участника", "Класс", "Вариант", .. Tasks, "Первичный балл", "Отметка", "Отметка по журналу"],
        .. Rows,
    ]);

    public Grid Grid() => new("Ф1_МА_6.xlsx", Container.Xlsx, [Sheet()], []);
}
