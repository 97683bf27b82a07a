using Stupeni.Imports.Reading;

namespace Stupeni.Assessments;

/// <summary>Reports as ФИС ОКО gives them, made by hand: title lines, a header of two rows, groups of participants from the country down to a school.</summary>
internal static class AggregateFile
{
    public const string North = "Северный район", Berezovka = "edu450101 - Берёзовская школа", Anino = "Анинская школа (edu450102)";

    private static readonly string[][] About = [["Предмет: Математика"], ["ВПР 2026. 6 класс"], ["Дата: 21.04.2026"]];

    public static Grid Of(string report, params IEnumerable<string[]> rows) => new($"{report}.xlsx", Container.Xlsx, [GridSheet.Of("Лист1", [[report], .. About, .. rows])], []);

    /// <summary>The header spans «Распределение групп баллов в %» over the marks.</summary>
    public static Grid Marks(params IEnumerable<string[]> rows) =>
        Of("Статистика по отметкам", [["Группы участников", "Кол-во ОО", "Кол-во участников", "Распределение групп баллов в %"], ["", "", "", "2", "3", "4", "5"], .. rows]);

    public static Grid Journal(params IEnumerable<string[]> rows) => Of("Сравнение отметок с отметками по журналу", [["Группы участников", "Кол-во участников", "%"], .. rows]);

    public static Grid Scores(params IEnumerable<string[]> rows) =>
        Of("Распределение первичных баллов", [["Группы участников", "Кол-во ОО", "Кол-во участников", "Распределение первичных баллов участников, %"], ["", "", "", "0", "1", "2", "3", "4", "5", "6"], .. rows]);

    public static Grid Tasks(params IEnumerable<string[]> rows) =>
        Of("Выполнение заданий", [["Группы участников", "Кол-во ОО", "Кол-во участников", "1", "2", "3K1"], ["Макс балл", "", "", "2", "1", "3"], .. rows]);

    public static Grid Groups(params IEnumerable<string[]> rows) => Of("Выполнение заданий группами участников", [["Группы участников", "Кол-во участников", "1", "2", "3К1"], ["Макс балл", "", "2", "1", "3"], .. rows]);

    public static Grid Outcomes(params IEnumerable<string[]> rows) => Of("Достижение планируемых результатов",
        [["Муниципалитет: Северный район"], ["ОО: edu450101"], ["№", "Блоки ПООП обучающийся научится / проверяемые требования (умения)", "Макс балл", "Регион", "Муниципалитет", "ОО", "РФ"], ["", "", "", "6 120 уч.", "640 уч.", "3 уч.", "1 234 567 уч."], .. rows]);

    public static Grid Flat(params IEnumerable<string[]> rows) => new("сводная.csv", Container.Text, [GridSheet.Of("", [["Год", "Класс", "Предмет", "Муниципалитет", "Логин", "ОО", "Кол-во участников", "2", "3", "4", "5"], .. rows])], []);
}
