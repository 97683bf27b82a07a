using Stupeni.Platform;
using Stupeni.Statistics;

namespace Stupeni.Analysis;

/// <summary>Why there is no figure, and what a person can do about it.</summary>
internal static class AbsenceWords
{
    public static string Of(Absence why) => Texts.Say(why switch
    {
        Absence.TooFewObservations => "слишком мало наблюдений",
        Absence.NoVariation => "все значения одинаковы",
        Absence.Singular => "столбцы повторяют друг друга, матрица вырождена",
        Absence.NotFinite => "бесконечность или переполнение",
        Absence.OutOfDomain => "значение вне допустимых пределов",
        Absence.NotIdentified => "данные её не определяют",
        Absence.Unbounded => "правдоподобие растёт без предела",
        Absence.NotConverged => "поиск не сошёлся",
        Absence.None or Absence.NotComputed or _ => "этот способ её не даёт",
    });

    public static string Refusal(Absence why) => Texts.Say(why switch
    {
        Absence.TooFewObservations => "Слишком мало строк без пропусков.",
        Absence.NoVariation => "Все значения одинаковы, считать нечего.",
        Absence.Singular => "Столбцы повторяют друг друга: один складывается из других, матрица вырождена.",
        Absence.NotFinite => "Вместо числа бесконечность.",
        Absence.OutOfDomain => "Значение вне допустимых пределов.",
        Absence.NotIdentified => "Строк или групп не хватает, чтобы определить столько величин.",
        Absence.Unbounded => "Правдоподобие растёт без предела: ответы разделены начисто.",
        Absence.NotConverged => "Поиск не сошёлся.",
        Absence.None or Absence.NotComputed or _ => "Этого вычислить нельзя.",
    });

    public static string Mend(Absence why) => Texts.Say(why switch
    {
        Absence.TooFewObservations => "Добавьте строки или уберите столбцы, в которых много пропусков.",
        Absence.NoVariation or Absence.Singular => "Уберите лишний столбец: --columns или --predictors без него.",
        Absence.NotFinite => "Исправьте ячейку или оставьте её пустой.",
        Absence.OutOfDomain => "Исправьте значение.",
        Absence.NotIdentified => "Уберите часть столбцов или добавьте строки.",
        Absence.Unbounded => "Уберите столбцы, на которые все ответили одинаково.",
        Absence.None or Absence.NotComputed or Absence.NotConverged or _ => "Проверьте данные.",
    });
}
