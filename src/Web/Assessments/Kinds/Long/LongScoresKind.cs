using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Imports.Reading.Texts;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Long;

/// <summary>A long table of results, as data bases give it: a row for each score. One file may hold all works of a region, of millions of rows.</summary>
public sealed class LongScoresKind(Db db, Clock clock, WholeFiles whole, ApplyResults apply, UndoResults undo) : IFileKind
{
    public string Code => "scores-long";

    public string Name => "Баллы за задания: строка на балл";

    public int Order => 30;

    public bool ReadsWhole => true;

    public bool TakesSettings => true;

    public FileTemplate Template => new(["Работа", "Код участника", "Код ОО", "Класс", "Вариант", "Номер задания", "Балл"], ["ВПР 2026 Математика 6 класс", "60001", "450101", "6А", "1", "1", "2"]);

    public Recognition? Recognise(Grid grid) => Find(grid) is null ? null : new(0.95);

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var findings = new FindingList();
        if (Find(file.Grid) is not var (sheet, at, columns))
        {
            findings.Error(new(""), new("Нужны столбцы «Код участника», «Номер задания» и «Балл»."), new("Назовите столбцы так в первой строке."));
            return new("", file.Grid.Sheets.Count, 0, findings.All, Preview.Nothing, null);
        }

        var scores = whole.Find(file.Sha256) is { } path ? LongScores.Of(LargeText.Open(path), columns, stop) : LongScores.Of(sheet.Rows.Skip(at + 1), columns, stop);
        if (scores.Short > 0) findings.Error(new(sheet.Name, scores.FirstShort), new("Строк, в которых не хватает столбцов: {0}.", scores.Short), new("Проверьте, целиком ли выгружен файл и одинаков ли разделитель."));

        var plans = new LongPlans(db, clock, file, sheet, sheet.Rows[at], columns, scores, findings);
        foreach (var form in scores.Forms) await plans.Add(form, stop);
        await plans.Close(stop);
        if (scores.Forms.Count == 0) findings.Error(new(sheet.Name), new("В файле нет ни одного балла."), new("Проверьте, тот ли это файл."));
        var preview = Preview.Of(sheet.Rows[at], sheet.Rows.Skip(at + 1));
        return new(plans.Title, 1, plans.Participants, findings.All, preview, findings.HasErrors ? null : new ResultsPlan(plans.Plans), Unchanged: !findings.HasErrors && plans.Unchanged, Changes: plans.Changes, Names: plans.Names);
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => apply.Apply((ResultsPlan)plan, import, stop);

    public Task Undo(Import import, CancellationToken stop) => undo.Undo(import, stop);

    private static (GridSheet Sheet, int At, LongColumns Columns)? Find(Grid grid)
    {
        foreach (var sheet in grid.Sheets)
        {
            for (var at = 0; at < Math.Min(sheet.Rows.Count - 1, 10); at++)
                if (LongColumns.Of(sheet.Rows[at]) is { } columns) return (sheet, at, columns);
        }

        return null;
    }
}
