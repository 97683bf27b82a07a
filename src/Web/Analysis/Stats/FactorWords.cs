using Stupeni.Platform;
using Stupeni.Statistics.Factors;

namespace Stupeni.Analysis.Stats;

/// <summary>What a reader of a factor analysis has to be told.</summary>
internal static class FactorWords
{
    public static string Of(FactorNotice notice, IReadOnlyList<string> names, FactorSolution solution)
    {
        var columns = string.Join(", ", notice.Columns.Select(j => names[j]));
        return notice.Warning switch
        {
            FactorWarning.Heywood => Texts.Say("Случай Хейвуда: единственность лежит на границе 0,005, нагрузки этих столбцов не толковать: {0}.", columns),
            FactorWarning.Smoothed => Texts.Say("Матрица корреляций не положительно определена и сглажена; наибольшее изменение {0}.", Prose.Said(solution.Correlations.Smoothing?.LargestChange)),
            FactorWarning.ExtractionNotConverged => Texts.Say("Извлечение не сошлось: {0}.", Texts.Count(solution.Extraction.Stopping.Iterations, "шаг|шага|шагов")),
            FactorWarning.RotationNotConverged => Texts.Say("Вращение не сошлось."),
            FactorWarning.LocalOptima => Texts.Say("Вращение из разных начал кончается по-разному ({0}); показано лучшее.", Texts.Count(solution.Rotation.Optima.Count, "исход|исхода|исходов")),
            FactorWarning.NotIdentified => Texts.Say("Параметров больше, чем корреляций: нагрузки — одно из многих решений, проверить согласие нельзя."),
            FactorWarning.Singular => Texts.Say("Матрица корреляций вырождена: KMO, критерия Бартлетта и регрессионных оценок нет."),
            FactorWarning.RowsDropped => Texts.Say("Из-за пропусков не вошло: {0}.", Texts.Count(solution.Correlations.IncompleteRows, "строка|строки|строк")),
            FactorWarning.FewObservations => Texts.Say("Наблюдений меньше пяти на столбец."),
            FactorWarning.NoFactors => Texts.Say("Параллельный анализ не нашёл ни одного фактора сверх случайного."),
            FactorWarning.ConstantColumns or _ => Texts.Say("В этих столбцах все значения одинаковы: {0}.", columns),
        };
    }
}
