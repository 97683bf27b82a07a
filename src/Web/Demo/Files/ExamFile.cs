using Stupeni.Demo.Sample;
using Stupeni.Documents;

namespace Stupeni.Demo.Files;

/// <summary>Results of an exam over the whole region: a row per participant, a column per task. ОГЭ has a mark, ЕГЭ a test score.</summary>
internal static class ExamFile
{
    public static void Write(Stream to, Sitting sitting, bool asCsv)
    {
        var paper = sitting.Paper;
        var columns = new List<Column> { new("Муниципалитет", Width: 30), new("Код ОО"), new("Наименование ОО", Width: 40), new("Код участника"), new("Класс"), new("Вариант") };
        columns.AddRange(paper.Tasks.Select(t => new Column($"{t.Code} ({t.Max}б)", ColumnKind.Whole, 8)));
        columns.AddRange([new("Первичный балл", ColumnKind.Whole), new(paper.Kind == ExamKind.Oge ? "Отметка" : "Тестовый балл", ColumnKind.Whole)]);
        var sheet = new Sheet("Результаты", columns, sitting.Region.Schools.SelectMany(school => sitting.Works(school).Select(work => Row(school, work)))) { Title = [$"{paper.Exam} {sitting.Year}. {paper.Subject}. {paper.Grade} класс"] };
        if (asCsv) Csv.Write(to, sheet);
        else new Workbook([sheet]).WriteTo(to);
    }

    private static Cell[] Row(InventedSchool school, Work work)
    {
        var last = work.Paper.Kind == ExamKind.Oge ? work.Mark : work.Paper.TestScoreOf(work.Total);
        return [school.Municipality.Name, school.Code, school.Name, work.Pupil.Code, work.Pupil.Class, work.Variant, .. work.Scores.Select(s => (Cell)s), work.Total, last];
    }
}
