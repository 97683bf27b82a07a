using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>A catalogue of tasks: which skill and planned outcome each checks, by the description of the paper.</summary>
public sealed class CatalogueKind(Db db, ApplyCatalogue apply) : IFileKind
{
    private const int LongestText = 1000, LongestSkill = 300, LongestSource = 300;

    private static readonly SubjectIndex NoSubjects = new([]);

    public string Code => "task-catalogue";

    public string Name => "Каталог заданий: умения и планируемые результаты";

    public int Order => 25;

    public FileTemplate Template => new(["Процедура", "Год", "Предмет", "Класс", "Задание", "Макс. балл", "Уровень", "Раздел", "Умение", "Планируемый результат", "Источник"],
        ["ВПР", "2026", "Математика", "6", "9.1", "1", "Б", "Числа и вычисления", "Находить часть числа", "Решать задачи на части и проценты", "Описание КИМ ВПР 2026"]);

    public Recognition? Recognise(Grid grid) => Tables(grid, NoSubjects).Count > 0 ? new(0.9) : null;

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var (findings, known) = (new FindingList(), await Known.Load(db, stop));
        ReferenceRight.Ask(file.Viewer, findings);
        var tables = Tables(file.Grid, known.Subjects);
        var rows = new Dictionary<(ProcedureKey Key, string Code), PlannedTask>();
        foreach (var sheet in tables)
            foreach (var row in sheet.Body) Read(sheet, new(sheet, known.Subjects, findings), row, rows, findings);
        if (rows.Count == 0 && !findings.HasErrors) findings.Error(new(""), new("В каталоге нет ни одного задания."));

        var procedures = rows.Values.GroupBy(r => r.Key).ToList();
        foreach (var procedure in procedures) await Compare(procedure.Key, [.. procedure], known, findings, stop);
        var plan = new CataloguePlan([.. rows.Values]);
        var titles = procedures.ConvertAll(p => ProcedureName.InRussian(p.Key, known.Subjects.All.First(s => s.Code == p.Key.Subject).Name));
        return new(titles is [var only] ? $"Каталог заданий: {only}" : $"Каталог заданий, процедур: {titles.Count}", tables.Count, rows.Count, findings.All, tables is [var table, ..] ? Preview.Of(table.Header, table.Body) : Preview.Nothing, findings.HasErrors ? null : plan,
            Unchanged: !findings.HasErrors && await apply.ChangesNothing(plan, stop),
            Changes: [.. procedures.Zip(titles, (p, title) => new PlannedChange(title, new("Заданий в каталоге: {0}", p.Count())))]);
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => apply.Apply((CataloguePlan)plan, import, stop);

    public Task Undo(Import import, CancellationToken stop) => apply.Undo(import, stop);

    private static IReadOnlyList<PackTable> Tables(Grid grid, SubjectIndex subjects) =>
        PackTable.Of(grid, subjects, c => c.ContainsKey(PackField.Task) && (c.ContainsKey(PackField.Skill) || c.ContainsKey(PackField.Outcome)));

    private static void Read(PackTable table, PackRows reader, GridRow row, Dictionary<(ProcedureKey, string), PlannedTask> rows, FindingList findings)
    {
        var code = Cells.NormaliseTask(Cells.NormaliseCode(table.Text(row, PackField.Task)));
        if (code.Length is 0 or > 20) findings.Error(table.At(row, PackField.Task), new("Нужен номер задания не длиннее {0} знаков.", 20), new("Впишите номер, как в работе: 9.1, 1К1."));
        if (reader.Key(row) is not { } key || code.Length is 0 or > 20) return;

        var difficulty = DifficultyOf(table.Text(row, PackField.Difficulty));
        if (difficulty is null) findings.Error(table.At(row, PackField.Difficulty), new("Уровень «{0}» не понят.", table.Text(row, PackField.Difficulty)), new("Напишите Б, П или В."));
        var max = table.Text(row, PackField.Max) is "" ? null : reader.Score(row, PackField.Max);
        var task = new PlannedTask(key, code, max, difficulty ?? Difficulty.Unknown, Short(PackField.Section, LongestSkill), Short(PackField.Skill, LongestSkill), Short(PackField.Outcome, LongestText), Short(PackField.Source, LongestSource));
        if (task is { Skill: "", PlannedOutcome: "" }) findings.Warning(table.At(row, PackField.Skill), new("У задания {0} нет ни умения, ни планируемого результата.", code), new("Впишите их из описания работы."));
        if (!rows.TryAdd((key, code), task)) findings.Error(table.At(row, PackField.Task), new("Задание {0} встречается дважды.", code), new("Оставьте одну строку."));

        string Short(PackField field, int most)
        {
            var text = table.Text(row, field);
            if (text.Length > most) findings.Error(table.At(row, field), new("Не длиннее {0} знаков.", most), new("Сократите текст."));
            return text;
        }
    }

    /// <summary>What the results that are here already say otherwise: both are shown, and the results hold.</summary>
    private static async Task Compare(ProcedureKey key, IReadOnlyList<PlannedTask> tasks, Known known, FindingList findings, CancellationToken stop)
    {
        if (await known.Form(await known.Procedure(key, stop), stop) is not { Tasks.Count: > 0 } form) return;

        var held = form.Tasks.ToDictionary(t => t.Code);
        foreach (var task in tasks)
        {
            if (!held.TryGetValue(task.Code, out var result)) findings.Warning(new("", Value: task.Code), new("В загруженных результатах нет задания {0}.", task.Code), new("Проверьте номер: в результатах есть {0}.", string.Join(", ", form.Tasks.Take(40).Select(t => t.Code))));
            else if (task.Max is { } max && max != result.Max) findings.Warning(new("", Value: task.Code), new("Задание {0}: максимум в каталоге {1}, в результатах {2}.", task.Code, max, result.Max), new("Считать будем по результатам. Если прав каталог, исправьте и загрузите результаты."));
        }

        var missing = form.Tasks.Where(t => tasks.All(own => own.Code != t.Code)).Select(t => t.Code).ToList();
        if (missing.Count > 0) findings.Warning(new(""), new("В каталоге нет заданий, которые есть в результатах: {0}.", string.Join(", ", missing)), new("О них отчёты скажут только выполнение."));
    }

    private static Difficulty? DifficultyOf(string text) => text.ToLowerInvariant() switch
    {
        "" => Difficulty.Unknown,
        ['б', ..] or ['b', ..] => Difficulty.Basic,
        ['п', ..] or ['a', 'd', ..] => Difficulty.Advanced,
        ['в', ..] or ['h', ..] => Difficulty.High,
        _ => null,
    };
}

internal sealed record PlannedTask(ProcedureKey Key, string Code, double? Max, Difficulty Difficulty, string Section, string Skill, string PlannedOutcome, string Source)
{
    public TaskDescription Description(Id<Import> import) => new()
    {
        Import = import, Kind = Key.Kind, Subject = Key.Subject, Grade = Key.Grade, MathLevel = Key.Level, Year = Key.Year, Code = Code, Max = Max, Difficulty = Difficulty,
        Section = Section, Skill = Skill, PlannedOutcome = PlannedOutcome, Source = Source,
    };
}

internal sealed record CataloguePlan(IReadOnlyList<PlannedTask> Tasks) : IFilePlan;
