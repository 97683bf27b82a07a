using Stupeni.Assessments.Rules;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>Makes the plan of a file: opens a table per procedure against the known form, and turns what was read into sheets.</summary>
internal sealed class Planning(Db db, Known known, SchoolFinder schools, FindingList findings, FileToCheck file)
{
    private readonly Drafted drafted = file.Draft.Part<Drafted>();
    private readonly SpareRows spare = file.Draft.Part<SpareRows>();
    private readonly Dictionary<ProcedureKey, ProcedureTable> tables = [];
    private List<Packing>? packings;

    public List<ProcedurePlan> Plans { get; } = [];
    public List<PlannedChange> Changes { get; } = [];
    public bool Unchanged { get; private set; } = true;

    /// <summary>Whether nothing tells who is below the threshold: neither marks nor a scale nor a minimum.</summary>
    public bool LacksThreshold { get; private set; }

    /// <summary>The procedure's table in this file, to which the sheet's rows are added; its tasks are those the procedure is known by.</summary>
    public async Task<ProcedureTable> Open(ProcedureKey key, string name, Layout layout, CancellationToken stop)
    {
        if (tables.TryGetValue(key, out var open))
        {
            FormAgreement.Agree(layout, open.Tasks, open.ObservedTasks, findings);
            return open;
        }

        var form = await known.Form(await known.Procedure(key, stop), stop);
        var before = form is { Tasks.Count: > 0 } ? FormAgreement.TasksOf(form) : drafted.TasksOf(key);
        var observed = form?.ObservedTasks ?? (before is null ? 0 : FormAgreement.ObservedOf(before));
        var tasks = FormAgreement.Agree(layout, before, observed, findings);
        return tables[key] = new(key, name, tasks, form) { Totals = layout.Totals, Rows = spare.Take(tasks.Count) };
    }

    /// <summary>Begins to pack what was read; it goes on beside the caller. Nothing more may be read into the tables.</summary>
    /// <param name="minimum">The minimum that a person set with the file; none if nobody did.</param>
    public async Task Pack(double? minimum, CancellationToken stop)
    {
        packings = [];
        var places = schools.All;
        foreach (var table in tables.Values)
        {
            var procedure = await known.Procedure(table.Key, stop);
            var rule = known.Rule(table.Key, table.Totals, minimum ?? procedure?.Minimum, [.. table.Tasks.Select(t => t.Code)]);
            packings.Add(new(table, procedure, rule, minimum, Task.Run(() => table.Sheets(places, rule), stop)));
        }
    }

    public async Task Close(Subject? newSubject, double? minimum, string minimumSource, CancellationToken stop)
    {
        if (packings is null) await Pack(minimum, stop);
        foreach (var packing in packings!) await Close(packing, newSubject?.Code == packing.Table.Key.Subject ? newSubject : null, minimumSource, stop);
    }

    private async Task Close(Packing packing, Subject? newSubject, string minimumSource, CancellationToken stop)
    {
        var (table, procedure, rule, minimum, packed) = packing;
        table.Mismatches.Tell(findings, table.Rows.Count);
        var marked = table.Rows.Marks.Exists(m => m > 0);
        LacksThreshold |= !marked && !rule.JudgesTotals && table.Rows.Count > 0;
        if (!marked && rule is { Threshold.ConditionMinimum: not null, ConditionTasks.Length: 0 } && table.Rows.Count > 0)
            findings.Warning(new(""), new("Второе условие порога не проверено, потому что нужных заданий в файле нет: {0}.", rule.Threshold!.Condition), new("Если есть столбец отметок, загрузите файл с ним."));

        var current = await known.Sheets(procedure, stop);
        var sheets = (await packed).Where(s => !Elsewhere(table, s)).ToList();
        CheckMinimum(procedure, minimum, current, sheets);
        var fresh = sheets.Where(s => current.GetValueOrDefault((s.School.Id, s.Class))?.Sha256 != s.Sha256).ToList();
        var stale = await StaleSheets.Find(db, sheets, current, findings, stop);
        var retakes = await Retakes(table, procedure, rule, stop);
        Unchanged &= fresh.Count == 0 && stale.Count == 0 && retakes.Count == 0;
        drafted.Add(table.Key, table.Tasks);
        Changes.AddRange(fresh.GroupBy(s => s.School).Select(g => new PlannedChange(g.Key.Name, What(table, [.. g], current))));
        Plans.Add(new(table.Key, table.Name, newSubject, [.. table.Tasks.Zip(table.Maxima(), (t, max) => new PlannedTask(t.Code, max, t.Difficulty))],
            table.Observed, Short(table.ObservedTasks is > 0 and var first ? first == int.MaxValue ? TestForm.Observed : TestForm.ObservedUpTo(first) : $"заголовки файла {file.Grid.FileName}"), minimum, minimumSource, sheets, stale) { FileSha256 = file.Sha256, Retakes = retakes });
        spare.Give(table.Rows);
    }

    private async Task<IReadOnlyList<SheetDraft>> Retakes(ProcedureTable table, AssessmentProcedure? procedure, PassRule rule, CancellationToken stop)
    {
        if (table.Retakes is not { Count: > 0 }) return [];
        var before = procedure is null ? [] : await db.Sheets(procedure.Id, SheetState.Retakes, stop);
        List<SheetDraft> fresh = [.. table.RetakeSheets(schools.All, rule).Where(s => before.GetValueOrDefault((s.School.Id, s.Class))?.Sha256 != s.Sha256)];
        Changes.AddRange(fresh.GroupBy(s => s.School).Select(g => new PlannedChange(g.Key.Name, new("{0}: повторных попыток {1}, в доли они не входят", table.Name, g.Sum(s => s.Sums.Participants)))));
        return fresh;
    }

    /// <summary>The same class of the same school in two files of an import: once if they agree, together if their attempts are linked, else an error.</summary>
    private bool Elsewhere(ProcedureTable table, SheetDraft sheet)
    {
        var brought = table.Brought.GetValueOrDefault((sheet.School.Id, sheet.Class));
        var own = new DraftedSheet(table.Key, sheet.School.Id, sheet.Class, sheet.Sha256, file.Grid.FileName, brought?.Pack(), brought is null ? null : sheet.Scores);
        if (drafted.Met(own) is not { } first || first.File == file.Grid.FileName) return false;
        if (first.Sha256 == sheet.Sha256) return true;

        // Linked attempts of both files are in the sheet already; it takes the place of the one that the first file brings.
        if (first.Brought is not null && brought is not null)
        {
            drafted.Join(own);
            Unchanged = false;
            return false;
        }

        findings.Error(new(""), new("{0}, класс «{1}»: другие результаты той же процедуры уже есть в файле «{2}» этого импорта.", sheet.School.Name, sheet.Class, first.File), Apart(table.Key.Kind));
        return true;
    }

    private Message Apart(ProcedureKind kind) => kind is not (ProcedureKind.Oge or ProcedureKind.Ege or ProcedureKind.Gve) ? new("Оставьте один из двух файлов.")
        : file.LinkKey is null ? new("Оставьте один из двух файлов. Если это разные дни экзамена, загрузите их со связыванием попыток: они соединятся.")
        : new("Соединить их нельзя: код есть не у всех участников. Выгрузите оба протокола с кодами или оставьте один.");

    /// <summary>One procedure has one minimum; it may change only with all of its sheets.</summary>
    private void CheckMinimum(AssessmentProcedure? procedure, double? minimum, IReadOnlyDictionary<(Id<Organisation> Organisation, string Class), CurrentSheet> current, List<SheetDraft> sheets)
    {
        if (minimum is null || procedure?.Minimum is not { } before || before == minimum || current.Count == 0) return;
        var covered = sheets.Select(s => (s.School.Id, s.Class)).ToHashSet();
        if (!current.Keys.All(covered.Contains))
            findings.Error(new(""), new("У этой процедуры уже задан минимум {0}, а для файла указан {1}.", Numbers.Score(before), Numbers.Score(minimum.Value)), new("Укажите тот же минимум, назовите другую сессию или загрузите все результаты процедуры заново."));
    }

    private static Message What(ProcedureTable table, SheetDraft[] sheets, IReadOnlyDictionary<(Id<Organisation> Organisation, string Class), CurrentSheet> current)
    {
        var (people, replaced) = (sheets.Sum(s => s.Sums.Participants), sheets.Count(s => current.ContainsKey((s.School.Id, s.Class))));
        return replaced == 0 ? new("{0}: участников {1}, листов {2}", table.Name, people, sheets.Length) : new("{0}: участников {1}, листов {2}, из них заменяют прежние {3}", table.Name, people, sheets.Length, replaced);
    }

    private sealed record Packing(ProcedureTable Table, AssessmentProcedure? Procedure, PassRule Rule, double? Minimum, Task<IReadOnlyList<SheetDraft>> Sheets);

    private static string Short(string text) => text.Length <= 300 ? text : text[..300];
}
