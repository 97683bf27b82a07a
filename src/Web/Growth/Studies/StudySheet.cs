using Stupeni.Documents;
using Stupeni.Platform;
using Stupeni.Statistics;

namespace Stupeni.Growth.Studies;

/// <summary>The page as a file: schools in the order of their names, and the model.</summary>
public static class StudySheet
{
    public static Workbook Of(StudyView view, string codeVersion) => new([Schools(view, codeVersion), Model(view)]);

    private static Sheet Schools(StudyView view, string codeVersion) => new(Texts.Say("Школы"),
    [
        new(Texts.Say("Школа"), Width: 40), new(Texts.Say("Учеников"), ColumnKind.Whole), new(Texts.Say("Сверх ожидаемого"), ColumnKind.Decimal, 18), new(Texts.Say("95 % интервал, от"), ColumnKind.Decimal, 18), new(Texts.Say("95 % интервал, до"), ColumnKind.Decimal, 18),
        new(Texts.Say("Отклонение"), ColumnKind.Decimal), new(Texts.Say("Вероятность, что прибавляет"), ColumnKind.Percent, 18), new(Texts.Say("Оставлено после сжатия"), ColumnKind.Percent, 18), new(Texts.Say("Вывод"), Width: 40),
    ], view.Schools.Select(s => (IReadOnlyList<Cell>)[s.Name, (long)s.Pupils, s.Effect.Value, s.Low, s.High, s.Effect.StandardError, s.Adds, s.Kept, StudyWords.Verdict(s) + (s.IsFew ? "; " + Texts.Say("учеников мало: меньше {0}", SchoolGrowth.Few) : "")]))
    {
        Title =
        [
            $"{view.Study.Title}, {view.Study.Year}", StudyWords.Finding(view), Texts.Say("По названиям, не по величине: места здесь нет."),
            Texts.Say("Файл «{0}», SHA-256: {1}. Код: {2}. Случайных чисел в расчёте нет.", view.Study.File, view.Study.Sha256, codeVersion),
        ],
    };

    private static Sheet Model(StudyView view)
    {
        var fit = view.Model.Fit;
        var rows = new List<IReadOnlyList<Cell>> { Line(Texts.Say("Постоянная"), view.Model.Intercept) };
        rows.AddRange(view.Model.Terms.Select(t => Line(StudyWords.Term(t), t.Effect)));
        rows.Add(Line(Texts.Say("Дисперсия между школами"), fit.InterceptVariance));
        if (fit.SlopeVariance.IsPresent) rows.AddRange([Line(Texts.Say("Дисперсия наклона между школами"), fit.SlopeVariance), Line(Texts.Say("Ковариация"), fit.Covariance)]);
        rows.Add(Line(Texts.Say("Дисперсия между учениками одной школы"), fit.ResidualVariance));
        rows.Add(Line(Texts.Say("Доля между школами"), fit.IntraclassCorrelation));
        rows.Add([Texts.Say("Объясняет учтённое (R²)"), view.Model.Explained.Value]);
        rows.Add([Texts.Say("Учеников в модели"), (long)fit.Rows]);
        return new(Texts.Say("Модель"), [new(Texts.Say("Что"), Width: 44), new(Texts.Say("Значение"), Width: 20), new(Texts.Say("Стандартная ошибка"), Width: 20)], rows);
    }

    private static IReadOnlyList<Cell> Line(string what, Estimate estimate) => [what, estimate.Value, estimate.StandardError];
}
