using System.Globalization;
using Stupeni.Demo.Sample;
using Stupeni.Documents;

namespace Stupeni.Demo.Files;

/// <summary>«Ф1 Индивидуальные результаты» of a municipality, with what such workbooks are known for: labels, login rows, levels above the header, marks as texts, X and — for nothing.</summary>
internal static class F1File
{
    /// <summary>The header stands among the first thirty rows: a large municipality has one row for all its schools.</summary>
    private const int MostSchoolRows = 14;

    private static readonly string[] Missing = ["X", "Х", "—", "-"];

    public static void Write(Stream to, Sitting sitting, InventedMunicipality municipality)
    {
        var columns = new double[] { 14, 30, 40, 14, 8, 9 }.Concat(sitting.Paper.Tasks.Select(_ => 8.0)).Concat([12, 12, 12]).Select(width => new Column("", ColumnKind.Text, width)).ToList();
        var schools = sitting.Region.ByMunicipality[municipality.Number].Select(s => (School: s, Works: sitting.Works(s).ToList())).Where(s => s.Works.Count > 0).ToList();
        new Workbook([new("Индивидуальные результаты", columns, Rows(sitting, municipality, schools))]).WriteTo(to);
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(Sitting sitting, InventedMunicipality municipality, List<(InventedSchool School, List<Work> Works)> schools)
    {
        var paper = sitting.Paper;
        yield return [Bold($"ВПР {sitting.Year} {paper.Subject} {paper.Grade} класс")];
        yield return ["Предмет", paper.Subject];
        yield return ["Максимальный первичный балл", paper.MaxTotal];
        yield return ["Дата", $"{10 + paper.Code.Length + municipality.Number % 9:00}.04.{sitting.Year}"];
        yield return ["Муниципалитет", municipality.Name];
        if (schools.Count > MostSchoolRows) yield return [$"Все ОО муниципалитета: {schools.Count} | Кол-во участников: {schools.Sum(s => s.Works.Count)}"];
        else foreach (var (school, works) in schools) yield return [$"{school.Name} ({school.Login}) | {municipality.Name} | Кол-во участников: {works.Count}"];
        yield return [];
        yield return [default, default, default, default, default, default, .. paper.Tasks.Select(t => (Cell)t.Level.ToString())];
        yield return [.. Header(paper, latin: municipality.Number % 3 == 1).Select(Bold)];
        foreach (var (school, works) in schools)
        {
            var journal = new Journal(sitting, school);
            foreach (var work in works) yield return Row(school, work, journal);
        }
    }

    private static IEnumerable<string> Header(InventedPaper paper, bool latin)
    {
        var tasks = paper.Tasks.Select(t => $"{(latin ? t.Code.Replace('К', 'K') : t.Code)} ({t.Max}б)");
        return ["ОО", "Муниципалитет", "Название ОО", "Код участника", "Класс", "Вариант", .. tasks, "Первичный балл", "Отметка", "Отметка по журналу"];
    }

    private static Cell[] Row(InventedSchool school, Work work, Journal journal)
    {
        var scores = work.Scores.Select(score => score == 0 && journal.Chance.Happens(0.03) ? (Cell)journal.Chance.OneOf(Missing) : score);
        return [school.Login, school.Municipality.Name, school.Name, work.Pupil.Code, work.Pupil.Class, work.Variant, .. scores, work.Total, work.Mark.ToString(CultureInfo.InvariantCulture), journal.Of(work)];
    }

    private static Cell Bold(string text) => (Cell)text with { Bold = true };
}
