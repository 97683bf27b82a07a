using Stupeni.Analysis.Tables;
using Stupeni.Imports;
using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.Correlations;
using Stupeni.Statistics.Factors;

namespace Stupeni.Analysis.Stats;

/// <summary>Why there are no factors, column by column where a column is the reason.</summary>
internal static class FactorRefusals
{
    public static Refused Of(Table table, IReadOnlyList<string> names, double[,] data, FactorSolution solution, bool ofMatrix)
    {
        var why = solution.Absence;
        var correlations = solution.Correlations;
        if (correlations.ConstantColumns.Count > 0 && why is Absence.NoVariation or Absence.TooFewObservations or Absence.NotFinite)
        {
            var still = correlations.ConstantColumns.Where(j => ofMatrix || Enumerable.Range(0, data.GetLength(0)).Any(i => !double.IsNaN(data[i, j])));
            List<ErrorLine> lines = [.. still.Select(j => new ErrorLine(table.File, null, null, names[j], null, AbsenceWords.Refusal(Absence.NoVariation), AbsenceWords.Mend(Absence.NoVariation)))];
            if (lines.Count > 0 && why == Absence.NoVariation) return new(lines);
        }

        if (ofMatrix && why == Absence.OutOfDomain) return new(table.File, Texts.Say("Матрица не симметрична или в ней корреляция больше 1 по величине."), Texts.Say("Проверьте матрицу."));
        if (names.Count < 2) return new(table.File, Texts.Say("Нужно не меньше двух столбцов."), Texts.Say("Назовите их в --columns."));
        for (var j = 0; why is Absence.OutOfDomain && j < names.Count; j++)
        {
            var answers = Enumerable.Range(0, data.GetLength(0)).Select(i => data[i, j]).Where(x => !double.IsNaN(x)).Distinct().Count();
            if (answers > Polychoric.MostCategories) return new(table.File, Texts.Say("Разных ответов {0}, а для полихорической корреляции можно не больше {1}.", answers, Polychoric.MostCategories), Texts.Say("Возьмите --correlation pearson или уберите этот столбец."), column: names[j]);
        }

        for (var i = 0; why is Absence.NotFinite && i < data.GetLength(0); i++)
        {
            for (var j = 0; j < names.Count; j++)
            {
                if (double.IsInfinity(data[i, j])) return Refusals.Of(table, names, Refusal.Of(why, j, i));
            }
        }

        return why == Absence.TooFewObservations
            ? new(table.File, Texts.Say("Строк без пропусков {0}, этого мало.", solution.Observations), AbsenceWords.Mend(why))
            : Refusals.Of(table, names, Refusal.Of(why));
    }
}
