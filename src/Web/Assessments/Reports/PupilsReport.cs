using Stupeni.Documents;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Participants of one school by their codes: for the school's own people, each look is recorded.</summary>
public static class PupilsReport
{
    public static Report Of(IReadOnlyList<ScoreSheet> sheets, IReadOnlyList<TestTask> tasks)
    {
        var classes = sheets.Select(s => (s.Class, Scores: SheetScores.Unpack(s.Scores))).ToList();
        var rows = from c in classes from row in Enumerable.Range(0, c.Scores.Participants) select Row(c.Class, c.Scores, row, tasks.Count);
        var table = new ReportTable(
            [
                new(Texts.Say("Код"), Width: 16), new(Texts.Say("Класс"), Width: 8), new(Texts.Say("Вариант"), ColumnKind.Whole, 8), .. tasks.Select(t => new ReportColumn(t.Code, Width: 6)),
                new(Texts.Say("Балл")), new(Texts.Say("Отметка"), ColumnKind.Whole, 9), new(Texts.Say("По журналу"), ColumnKind.Whole, 9),
            ], [.. rows], IsWide: true);
        return new(ReportKind.Pupils, [new(Texts.Say("{0}: коды без имён, их видит только ваша организация.", Texts.Count(table.Rows.Count, "участник|участника|участников")), Texts.Say("Просмотр и выгрузка записываются."))], [new(ReportKind.Pupils.Title(), table)]);
    }

    private static ReportRow Row(string className, SheetScores scores, int row, int tasks) => new(
        [
            scores.Shown(row), className, scores.Variants[row] == 0 ? default(ReportCell) : scores.Variants[row],
            .. Enumerable.Range(0, tasks).Select(task => scores.Tasks == tasks ? Score(scores[row, task]) : default),
            Score(scores.Totals[row]), Mark(scores.Marks[row]), Mark(scores.JournalMarks[row]),
        ]);

    private static ReportCell Score(double score) => double.IsNaN(score) ? default : (ReportCell)(double?)score;

    private static ReportCell Mark(byte mark) => mark == 0 ? default : (ReportCell)mark;
}
