using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>Protocols of ОГЭ, ЕГЭ and ГВЭ as РИС ГИА and РЦОИ give them: one or several exams in a sheet, answers as masks. Persons have been taken out while reading.</summary>
public sealed class ProtocolKind(Db db, ApplyResults apply, UndoResults undo) : IFileKind
{
    public string Code => "exam-protocol";

    public string Name => "Протокол ОГЭ или ЕГЭ";

    public int Order => 30;

    public Recognition? Recognise(Grid grid)
    {
        var blocks = Blocks.Of(grid).Where(b => b.HasResults).ToList();
        return blocks.Count == 0 ? null : new(blocks.Exists(b => b.Title is not null) ? 0.98 : 0.95);
    }

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var findings = new FindingList();
        var known = await Known.Load(db, stop);
        var schools = new SchoolFinder(await OrganisationIndex.Of(db, file, stop), findings);
        var planning = new Planning(db, known, schools, findings, file);
        var blocks = Blocks.Of(file.Grid).Where(b => IsWhole(b, findings)).ToList();
        var exams = blocks.Select(b => (Block: b, Exam: Exam.Of(b, file.Grid.FileName, known.Subjects, findings))).Where(e => e.Exam is not null).GroupBy(e => e.Exam!.Key).ToList();
        var tables = new List<ProcedureTable>();
        foreach (var exam in exams) tables.Add(await Read(exam.First().Exam!, [.. exam.Select(e => e.Block)], planning, schools, findings, stop));

        if (file.LinkKey is { } key) await Linked(key, blocks, findings, stop);
        foreach (var table in tables)
        {
            if (file.LinkKey is not null) await new Attempts(db, known, schools, file.Draft.Part<Drafted>(), findings).Settle(table, stop);
            table.Rows.NumberByResults();
        }

        await planning.Close(null, null, "", stop);
        var rows = tables.Sum(t => t.Rows.Count);
        if (planning.LacksThreshold) findings.Warning(new(""), new("Для части результатов нет ни отметок, ни порога в справочнике: доля ниже порога по ним посчитана не будет."), new("Добавьте порог или шкалу в справочник и загрузите файл заново."));
        if (rows == 0 && !findings.HasErrors && !schools.Names.LeavesOut) findings.Error(new(""), new("В файле нет ни одного участника с результатами."), new("Проверьте, тот ли это файл."));
        await Shrinking.Tell(known, planning.Plans, findings, stop);

        return new(string.Join("; ", planning.Plans.Select(p => p.Name)), file.Grid.Sheets.Count(s => s.Rows.Count > 0), rows, findings.All, ProtocolPreview.Of(blocks.FirstOrDefault()), findings.HasErrors ? null : new ResultsPlan(planning.Plans),
            Unchanged: !findings.HasErrors && planning.Unchanged, Changes: planning.Changes, Names: schools.Names);
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => apply.Apply((ResultsPlan)plan, import, stop);

    public Task Undo(Import import, CancellationToken stop) => undo.Undo(import, stop);

    private async Task Linked(string key, List<Block> blocks, FindingList findings, CancellationToken stop)
    {
        foreach (var block in blocks.Where(b => b.Participant < 0))
            findings.Warning(block.AtHeader(), new("Попытки не связаны: в протоколе нет кода участника."), new("Выгрузите протокол с кодами или загрузите без связывания."));
        var earlier = await db.Imports.AsNoTracking().Where(i => i.State == ImportState.Applied && i.LinkKey != null && i.LinkKey != key).OrderByDescending(i => i.Number).Select(i => (int?)i.Number).FirstOrDefaultAsync(stop);
        if (earlier is { } number) findings.Warning(new(""), new("Ключ связывания не тот, что был при импорте № {0}: с теми попытками эти не свяжутся.", number), new("Верните прежний файл ключа, если он есть в вашей копии."));
    }

    private static async Task<ProcedureTable> Read(Exam exam, List<Block> blocks, Planning planning, SchoolFinder schools, FindingList findings, CancellationToken stop)
    {
        var masks = new Masks(blocks, findings);
        ProcedureTable? table = null;
        foreach (var block in blocks)
        {
            stop.ThrowIfCancellationRequested();
            var layout = ProtocolTable.Of(block, exam, masks);
            table = await planning.Open(exam.Key, exam.Name, layout, stop);
            new ProtocolReading(block, layout, table, schools, findings).Read(stop);
        }

        return table!;
    }

    private static bool IsWhole(Block block, FindingList findings)
    {
        if (block.School < 0)
            findings.Error(block.AtHeader(block.Municipality), new("Нет столбца «Код ОО»."), new("Код МСУ — это муниципалитет, школу он не называет. Добавьте столбец с кодами школ."));
        if (!block.HasResults) findings.Error(block.AtHeader(), new("Нет ни ответов, ни баллов, ни оценок."), new("Выгрузите протокол заново, ничего в нём не удаляя."));
        foreach (var row in block.Rows.Where(r => r[0] == ProtocolWords.Shifted))
            findings.Error(new(block.Sheet.Name, row.Number), new("Ячейки строки стоят не под своими заголовками: она не прочитана и не сохранена."), new("Сдвиньте ячейки строки на место и загрузите файл заново."));
        return block is { School: >= 0, HasResults: true };
    }
}
