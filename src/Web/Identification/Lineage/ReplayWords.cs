using Stupeni.Platform;

namespace Stupeni.Identification.Lineage;

/// <summary>What came of computing again, in sentences.</summary>
public static class ReplayWords
{
    public static string Words(this Replayed replayed) => replayed.Differences.Count == 0
        ? Texts.Say("Пересчитано из сохранённых данных: {0}, различий нет.", Texts.Count(replayed.Schools, "школа|школы|школ"))
        : Texts.Say("Пересчитано из сохранённых данных: {0}, различий {1}.", Texts.Count(replayed.Schools, "школа|школы|школ"), replayed.Differences.Count);

    public static string Words(this TracedInputs traced) => traced.Agree == traced.Inputs
        ? Texts.Say("Все входные числа ({0}) сходятся с листами, которые действовали в момент запуска.", Numbers.Whole(traced.Inputs))
        : Texts.Say("Из {0} входных чисел {1} не сходятся с листами того времени: их импорты с тех пор отменены или пересмотрены. Сохранённые с запуском числа остались.", Numbers.Whole(traced.Inputs), Numbers.Whole(traced.Inputs - traced.Agree));

    public static string Words(this ReplayedEstimate estimate) =>
        !estimate.AreInputsKept ? Texts.Say("Оценка от {0} посчитана до того, как её данные стали храниться: пересчитать её нельзя.", Numbers.Moment(estimate.Estimate.At))
        : estimate.Differences.Count == 0 ? Texts.Say("Оценка от {0} пересчитана, различий нет; наибольшее относительное расхождение {1}.", Numbers.Moment(estimate.Estimate.At), estimate.Farthest.ToString("0.#e0", System.Globalization.CultureInfo.InvariantCulture))
        : Texts.Say("Оценка от {0} пересчитана, различий {1}.", Numbers.Moment(estimate.Estimate.At), estimate.Differences.Count);
}
