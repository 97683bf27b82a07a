using Stupeni.Documents;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Runs;

/// <summary>The list as a file: the columns of the page, every page of it, in its order.</summary>
public static class ListSheet
{
    public static Workbook Of(IdentificationRun run, ListWords words, IReadOnlyList<ShownRow> rows, IReadOnlyDictionary<Id<Organisation>, SchoolEstimate> estimates, bool isApproved) => new([new(Texts.Say("Запуск № {0}", run.Number), Columns, rows.Select(r => Cells(r, estimates.GetValueOrDefault(r.Row.Organisation))))
    {
        Title =
        [
            isApproved ? Texts.Say("Школы, которым нужна поддержка: {0}", run.Year) : Texts.Say("Школы, которым нужна поддержка: проект списка {0}", run.Year),
            Texts.Say("Запуск № {0} от {1}. Правило {2}.", run.Number, Numbers.Moment(run.At), words.Order.Edition()) + " " + words.Order.Condition(),
            Texts.Say("Список закрытый. Доля — в той процедуре из причин, где она выше всех; это повод предложить поддержку, а не оценка школы или учителей."),
            Texts.Count(rows.Count, "школа|школы|школ"),
        ],
    }]);

    private static Column[] Columns =>
    [
        new(Texts.Say("Школа"), Width: 36), new(Texts.Say("Код"), Width: 10), new(Texts.Say("Муниципалитет"), Width: 24), new(Texts.Say("Состояние"), Width: 18),
        new(Texts.Say("Процедура"), Width: 34), new(Texts.Say("Доля ниже порога"), ColumnKind.Percent), new(Texts.Say("95 % интервал, от"), ColumnKind.Percent), new(Texts.Say("95 % интервал, до"), ColumnKind.Percent),
        new(Texts.Say("Ниже порога"), ColumnKind.Whole), new("N", ColumnKind.Whole), new(Texts.Say("Почему"), Width: 80), new(Texts.Say("Решение"), Width: 24), new(Texts.Say("Акт"), Width: 18), new(Texts.Say("Дата акта"), ColumnKind.Date),
        new(Texts.Say("Оценка"), Width: 30), new(Texts.Say("Вероятность низкого результата"), ColumnKind.Percent), new(Texts.Say("Уровень (среднее области 500)"), ColumnKind.Whole), new(Texts.Say("Расхождение"), Width: 80),
    ];

    private static IReadOnlyList<Cell> Cells(ShownRow shown, SchoolEstimate? estimate)
    {
        var row = shown.Row;
        return
        [
            row.Name, row.Code, row.Municipality, row.State.Name(), shown.Procedure, shown.Share.Value / 100, shown.Share.Lower / 100, shown.Share.Upper / 100,
            (long)row.BelowThreshold, (long)row.Participants, shown.Why, row.Decision?.Name(), row.ActNumber, row.ActDate,
            estimate is null ? null : EstimateWords.Name(estimate.State), estimate?.Low, estimate is null ? (long?)null : (long)Math.Round(LevelMark.Scaled(estimate.Level)), estimate is null ? null : EstimateWords.Differs(row.State, row.Participants, estimate),
        ];
    }
}
