using Stupeni.Demo.Sample;
using Stupeni.Documents;

namespace Stupeni.Demo.Files;

/// <summary>The tasks of a year's papers with what they check.</summary>
internal static class CatalogueFile
{
    public static void Write(Stream to, int year)
    {
        Column[] columns = [new("Процедура"), new("Год", ColumnKind.Whole), new("Предмет", Width: 24), new("Класс", ColumnKind.Whole), new("Задание"), new("Макс. балл", ColumnKind.Whole), new("Уровень"), new("Раздел", Width: 24), new("Умение", Width: 28), new("Планируемый результат", Width: 60), new("Источник", Width: 40)];
        var rows = InventedPaper.All.Where(paper => NotWritten.Of(paper, year) is null).SelectMany(paper => paper.Tasks.Index().Select(t => Row(paper, year, t.Item, InventedSkill.Of(paper, t.Index))));
        new Workbook([new("Каталог заданий", columns, rows)]).WriteTo(to);
    }

    private static IReadOnlyList<Cell> Row(InventedPaper paper, int year, InventedTask task, InventedSkill skill) =>
        [paper.Exam, year, paper.Subject, paper.Grade, task.Code, task.Max, $"{task.Level}", skill.Section, skill.Skill, skill.Outcome, "придумано для демонстрации"];
}
