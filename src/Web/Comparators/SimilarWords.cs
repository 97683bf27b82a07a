using Stupeni.Platform;

namespace Stupeni.Comparators;

/// <summary>With whom a school is compared, in sentences.</summary>
public static class SimilarWords
{
    private const int ShownAtMost = 3;

    /// <summary>«10 школ, похожих по условиям, из 47 школ области, 2025/26».</summary>
    public static string Who(this SimilarSchools similar) => similar.Set is { } set
        ? Texts.Say("Сравнение с набором «{0}»: {1}.", set.Name, Texts.Count(similar.Schools.Count, "школа|школы|школ"))
        : Texts.Say(similar.IsAnonymous ? "Ближайшие по условиям: {0} из {1} того же вида в области." : "Ближайшие по условиям: {0} из {1} того же вида, чьи результаты вам видны.", Texts.Count(similar.Schools.Count, "школа|школы|школ"), similar.Pool);

    /// <summary>By what and of which year.</summary>
    public static string ByWhat(this SimilarSchools similar) => similar.Of.Year is { } year
        ? Texts.Say("Показатели за {0}: {1}.", year.ToString(), string.Join(", ", similar.Of.Measures.Select(m => Small(m.Name))))
        : Texts.Say("Социальных паспортов в системе нет: известны только размер и местность.");

    /// <summary>What makes the comparison weaker; nothing where nothing does.</summary>
    public static IEnumerable<string> Doubts(this SimilarSchools similar)
    {
        var least = Numbers.Percent(similar.Edition.LeastKnownPercent, 0);
        if (100 * similar.Known < similar.Edition.LeastKnownPercent && similar.Set is null)
        {
            yield return Texts.Say("О самой школе известно {0} веса показателей, а нужно не меньше {1}. Дополните социальный паспорт.", Numbers.Percent(100 * similar.Known, 0), least);
            yield break;
        }

        if (similar.Known < 1) yield return Texts.Say("О школе известно {0} веса показателей, за остальные говорят известные. Неизвестны: {1}.", Numbers.Percent(100 * similar.Known, 0), string.Join(", ", similar.Of.Measures.Where((_, m) => double.IsNaN(similar.Own[m])).Select(m => Small(m.Name))));
        if (similar.IsFew && similar.Pool < similar.Edition.Neighbours) yield return Texts.Say("Школ того же вида мало: {0}, а берётся {1} ближайших. Не все они близки: смотрите расстояние.", similar.Pool, similar.Edition.Neighbours);
        if (similar.TooLittle > 0) yield return Texts.Say("{0}: вместе с этой о них известно меньше {1} веса показателей.", Texts.Count(similar.TooLittle, "школа не сравнивается|школы не сравниваются|школ не сравниваются"), least);
        if (similar.Left > 0) yield return Texts.Say("Из набора не показано: {0}. Их результаты вам не видны.", Texts.Count(similar.Left, "школа|школы|школ"));
    }

    /// <summary>In what another school differs most: «Отличается: число обучающихся 412 (здесь 230)».</summary>
    public static string Differs(this SimilarSchools similar, SimilarSchool other)
    {
        var most = similar.Differences(other).Take(ShownAtMost).Select(m => Texts.Say("{0} {1} (здесь {2})", Small(similar.Of.Measures[m].Name), similar.Of.Measures[m].Say(other.Values[m]), similar.Of.Measures[m].Say(similar.Own[m]))).ToList();
        return most.Count == 0 ? Texts.Say("Близка по всем известным показателям.") : Texts.Say("Отличается: {0}.", string.Join("; ", most));
    }

    private static string Small(string name) => char.ToLower(name[0], System.Globalization.CultureInfo.CurrentUICulture) + name[1..];
}
