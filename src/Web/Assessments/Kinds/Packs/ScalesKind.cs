using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>Mark scales of the region: from which primary score «3», «4» and «5» begin.</summary>
public sealed class ScalesKind(Db db, ApplyScales apply) : IFileKind
{
    private static readonly SubjectIndex NoSubjects = new([]);

    public string Code => "mark-scales";

    public string Name => "Шкалы отметок: с какого балла «3», «4» и «5»";

    public int Order => 24;

    public FileTemplate Template => new(["Процедура", "Год", "Предмет", "Класс", "«3» с", "«4» с", "«5» с", "Макс. балл", "Условие", "Источник", "Редакция"], ["ВПР", "2026", "Математика", "6", "6", "10", "14", "16", "", "Описание КИМ ВПР 2026", "2026"]);

    public Recognition? Recognise(Grid grid) => Tables(grid, NoSubjects).Count > 0 ? new(0.9) : null;

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var (findings, known) = (new FindingList(), await Known.Load(db, stop));
        ReferenceRight.Ask(file.Viewer, findings);
        var tables = Tables(file.Grid, known.Subjects);
        var scales = new Dictionary<ProcedureKey, MarkScale>();
        foreach (var sheet in tables)
            foreach (var row in sheet.Body) Read(sheet, new(sheet, known.Subjects, findings), row, scales, findings);
        if (scales.Count == 0 && !findings.HasErrors) findings.Error(new(""), new("В файле нет ни одной шкалы."));

        var plan = new ScalesPlan([.. scales.Values]);
        return new($"Шкалы отметок, процедур: {scales.Count}", tables.Count, scales.Count, findings.All, tables is [var table, ..] ? Preview.Of(table.Header, table.Body) : Preview.Nothing, findings.HasErrors ? null : plan,
            Unchanged: !findings.HasErrors && await apply.ChangesNothing(plan, stop),
            Changes: [.. scales.Select(s => new PlannedChange(ProcedureName.InRussian(s.Key, known.Subjects.All.First(x => x.Code == s.Key.Subject).Name), new("«3» с {0}, «4» с {1}, «5» с {2}", s.Value.From3, s.Value.From4, s.Value.From5)))]);
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => apply.Apply((ScalesPlan)plan, import, stop);

    public Task Undo(Import import, CancellationToken stop) => apply.Undo(import, stop);

    private static IReadOnlyList<PackTable> Tables(Grid grid, SubjectIndex subjects) =>
        PackTable.Of(grid, subjects, c => c.ContainsKey(PackField.From3) && c.ContainsKey(PackField.From4) && c.ContainsKey(PackField.From5));

    private static void Read(PackTable table, PackRows reader, GridRow row, Dictionary<ProcedureKey, MarkScale> scales, FindingList findings)
    {
        var before = findings.ErrorCount;
        var key = reader.Key(row);
        var (from3, from4, from5) = (reader.Score(row, PackField.From3), reader.Score(row, PackField.From4), reader.Score(row, PackField.From5));
        var max = table.Text(row, PackField.Max) is "" ? null : reader.Score(row, PackField.Max);
        if (findings.ErrorCount > before) return;

        var source = table.Text(row, PackField.Source) is { Length: > 0 } said ? said : table.Sheet.Name;
        var edition = table.Text(row, PackField.Edition) is { Length: > 0 } named ? named : $"{key!.Value.Year.Ends}";
        try
        {
            var scale = MarkScale.Own(key!.Value, from3!.Value, from4!.Value, from5!.Value, max, table.Text(row, PackField.Condition), source, edition, RuleOrigin.Regional);
            if (!scales.TryAdd(key.Value, scale)) findings.Error(table.At(row, PackField.From3), new("Шкала этой процедуры уже есть в файле."), new("Оставьте одну строку."));
        }
        catch (RuleBroken refusal)
        {
            findings.Error(table.At(row, PackField.From3), Messages.Of(refusal), new("Исправьте баллы в строке."));
        }
    }
}

internal sealed record ScalesPlan(IReadOnlyList<MarkScale> Scales) : IFilePlan;
