using Stupeni.Demo.Sample;
using Stupeni.Documents;

namespace Stupeni.Demo.Files;

/// <summary>From which scores the marks of a year's ВПР begin.</summary>
internal static class ScalesFile
{
    public static void Write(Stream to, int year)
    {
        Column[] columns = [new("Процедура"), new("Год", ColumnKind.Whole), new("Предмет", Width: 24), new("Класс", ColumnKind.Whole), new("«3» с", ColumnKind.Whole), new("«4» с", ColumnKind.Whole), new("«5» с", ColumnKind.Whole), new("Макс. балл", ColumnKind.Whole), new("Источник", Width: 40), new("Редакция")];
        var rows = InventedPaper.All.Where(p => p.Kind == ExamKind.Vpr).Select(p => (IReadOnlyList<Cell>)[p.Exam, year, p.Subject, p.Grade, p.From3, p.From4, p.From5, p.MaxTotal, "придумано для демонстрации", $"{year}"]);
        new Workbook([new("Шкалы отметок", columns, rows)]).WriteTo(to);
    }
}
