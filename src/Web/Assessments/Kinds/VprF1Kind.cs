using Stupeni.Assessments.Kinds.Aggregates;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds;

/// <summary>ВПР, «Ф1 Индивидуальные результаты», as ФИС ОКО gives it: one or several sheets, one or several schools.</summary>
public sealed class VprF1Kind(Db db, ApplyResults apply, UndoResults undo, ApplyDeclared declared) : IFileKind
{
    public string Code => "vpr-f1";

    public string Name => "ВПР, Ф1: индивидуальные результаты";

    public int Order => 30;

    public Recognition? Recognise(Grid grid)
    {
        var sheets = grid.Sheets.Select(F1Sheet.Of).OfType<F1Sheet>().ToList();
        if (sheets.Count == 0) return null;
        if (sheets.Exists(s => s is { Title: not null, Table: not null })) return new(0.97);
        return new(sheets.Exists(s => s.Table is not null) ? 0.75 : 0.6);
    }

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var findings = new FindingList();
        var known = await Known.Load(db, stop);
        var schools = new SchoolFinder(await OrganisationIndex.Of(db, file, stop), findings);
        var planning = new Planning(db, known, schools, findings, file);
        var rows = 0;
        var said = new List<AggregateLine>();
        Subject? newSubject = null;
        Layout? first = null;
        var sheets = file.Grid.Sheets.Select(s => (Sheet: s, F1: F1Sheet.Of(s))).Where(s => s.Sheet.Rows.Count > 0).ToList();
        foreach (var (_, sheet) in sheets)
        {
            stop.ThrowIfCancellationRequested();
            if (sheet is null || !IsWhole(sheet, findings)) continue;
            var subject = known.Subjects.Named(sheet.Title!.Subject) ?? (newSubject = SubjectIndex.Own(sheet.Title.Subject));
            if (subject == newSubject) findings.Warning(new(sheet.Sheet.Name, sheet.Title.Row, 0, "", sheet.Title.Subject), new("Предмета «{0}» нет в справочнике: он будет добавлен.", subject.Name), new("Если это описка в заголовке, исправьте его."));
            var key = new ProcedureKey(ProcedureKind.Vpr, subject.Code, sheet.Title.Grade, MathLevel.None, sheet.Title.Year, "");
            var table = await planning.Open(key, ProcedureName.InRussian(key, subject.Name), sheet.Table!, stop);
            var reading = new F1Reading(sheet, table, schools, findings);
            rows += reading.Read(stop);
            if (reading.Declared is { } line) said.Add(line);
            first ??= sheet.Table;
        }

        if (sheets.Where(s => s.F1 is null).Select(s => s.Sheet.Name).ToList() is { Count: > 0 } others)
            findings.Warning(new(""), new("Листы без индивидуальных результатов не прочитаны: {0}.", string.Join(", ", others)));
        await planning.Close(newSubject, null, "", stop);
        if (planning.LacksThreshold) findings.Warning(new(""), new("Отметок в файле нет: доля ниже порога посчитана не будет."), new("Выгрузите Ф1 после того, как отметки внесены, и загрузите файл заново."));
        if (rows == 0 && !findings.HasErrors && !schools.Names.LeavesOut) findings.Error(new(""), new("В файле нет ни одного участника с результатами."), new("Проверьте, тот ли это файл."));

        var plan = new ResultsPlan(planning.Plans) { File = file.Grid.FileName, Declared = said };
        return new(string.Join("; ", planning.Plans.Select(p => p.Name)), sheets.Count(s => s.F1 is not null), rows, findings.All, Previews.Of(first), findings.HasErrors ? null : plan,
            Unchanged: !findings.HasErrors && planning.Unchanged && await declared.ChangesNothing(said, stop), Changes: planning.Changes, Names: schools.Names);
    }

    public async Task Apply(IFilePlan plan, Import import, CancellationToken stop)
    {
        var results = (ResultsPlan)plan;
        await apply.Apply(results, import, stop);
        await declared.Apply(results.File, results.Declared, [], import, stop);
    }

    public async Task Undo(Import import, CancellationToken stop)
    {
        await undo.Undo(import, stop);
        await declared.Undo(import, stop);
    }

    private static bool IsWhole(F1Sheet sheet, FindingList findings)
    {
        if (sheet.Title is null)
            findings.Error(new(sheet.Sheet.Name), new("Нет заголовка с процедурой, предметом и классом."), new("Впишите в одну из первых 15 строк, например: ВПР 2026 Математика 6 класс."));
        if (sheet.Table is null)
            findings.Error(new(sheet.Sheet.Name), new("Нет строки с названиями столбцов «Код участника» и «Первичный балл»."), new("Она должна быть среди первых 30 строк: выгрузите Ф1 заново, ничего в ней не удаляя."));
        else if (sheet.Table.Tasks.Count == 0)
            findings.Error(new(sheet.Sheet.Name, sheet.Table.Header.Number), new("Нет столбцов заданий."), new("Заголовок задания выглядит так: 1 (2б) или 1К1 (4б)."));
        return sheet is { Title: not null, Table.Tasks.Count: > 0 };
    }
}
