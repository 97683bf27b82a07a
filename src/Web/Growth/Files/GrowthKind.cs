using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Growth.Files;

/// <summary>A row per pupil: the school, the result, the prior result of the same pupil, what else to adjust for. Codes and names of pupils are not taken.</summary>
public sealed class GrowthKind(Db db, Mappings mappings, Clock clock) : IFileKind
{
    public const string KindCode = "growth";

    public string Code => KindCode;

    public string Name => "Таблица прироста: результат и прежний результат учеников";

    public int Order => 35;

    public string MapPage => "growth";

    public string MappingOf(IReadOnlyDictionary<string, string> settings) => GrowthMapping.Of(settings).Json();

    public FileTemplate Template => new(["Код ОО", "Результат", "Прежний результат", "Пол", "Посещает кружок"], ["450101", "62", "58", "ж", "да"]);

    public Task<IReadOnlyList<(string Question, string Answer)>> Answers(string columns, CancellationToken stop)
    {
        var mapping = GrowthMapping.Parse(columns) ?? new();
        var said = mapping.Labels.Where(l => l.Value != GrowthField.Skip).Select(l => (Texts.Say("Столбец «{0}»", l.Key), GrowthFieldWords.Of(l.Value) + (mapping.References.TryGetValue(l.Key, out var level) ? Texts.Say(", сравнивать с «{0}»", level) : "")));
        return Task.FromResult<IReadOnlyList<(string, string)>>([.. said, .. new[] { ("Предмет", mapping.Subject), ("Источник", mapping.Source) }.Where(a => a.Item2 is { Length: > 0 }).Select(a => (Texts.Say(a.Item1), a.Item2!))]);
    }

    public Recognition? Recognise(Grid grid)
    {
        if (GrowthSheet.Of(grid) is not { } sheet || !sheet.Columns.Any(c => GrowthField.Schools.Contains(c.Field))) return null;
        if (sheet.Find(GrowthField.Result) is not null && sheet.Find(GrowthField.Prior) is not null) return new(0.95, NeedsMapping: true);

        // Standardised results of many pupils of a school: nothing else that comes in looks so.
        return sheet.Fractions > 1 && sheet.HasPupils ? new(0.6, NeedsMapping: true) : null;
    }

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var findings = new FindingList();
        var said = GrowthMapping.Parse(file.Mapping);
        var kept = GrowthSheet.Of(file.Grid) is { } plain ? await mappings.Find(Code, plain.Fingerprint, file.Version, stop) : null;
        var mapping = said ?? GrowthMapping.Parse(kept?.Columns) ?? new();
        if (GrowthSheet.Of(file.Grid, mapping) is not { } sheet)
        {
            findings.Error(new(""), new("В файле нет таблицы с заголовками."), new("Первая строка таблицы должна называть столбцы."));
            return new("", 1, 0, findings.All, Preview.Nothing, null);
        }

        var procedure = mapping.Procedure is { } id ? await db.Procedures.AsNoTracking().SingleOrDefaultAsync(p => p.Id == new Id<AssessmentProcedure>(id), stop) : null;
        foreach (var (_, what) in GrowthQuestions.Open(mapping, sheet, procedure)) findings.Error(new(sheet.Sheet.Name, sheet.Header.Number), what, new("Назовите столбцы на сайте."));
        if (findings.HasErrors) return new("", 1, sheet.Body.Count(), findings.All, Preview.Of(sheet.Header, sheet.Body), null, NeedsMapping: true);

        if (sheet.Find(GrowthField.Label) is not null && !file.Viewer.MayEverywhere(Permission.ImportFiles)) findings.Error(new(sheet.Sheet.Name), new("Школы, которых нет в реестре, загружает только область: никому другому они не принадлежат."));
        var finder = new SchoolFinder(await OrganisationIndex.Of(db, file, stop), findings);
        var reading = new GrowthReading(sheet, finder, findings);
        reading.Read();
        var plan = findings.HasErrors ? null : GrowthPlan.Of(file, mapping, sheet, reading);
        var unchanged = plan is not null && await Known(plan, findings, file.Draft, stop);
        return new(plan is null ? "" : $"{plan.Title}, {plan.Year}: учеников {plan.Pupils}, школ {plan.Schools.Count}", 1, reading.Rows, findings.All, Shown(sheet), findings.HasErrors ? null : plan, Unchanged: unchanged,
            Changes: plan?.OfRegister == true ? [.. plan.Schools.Select(s => new PlannedChange(s.Label, new("Таблица прироста: учеников {0}", s.Pupils)))] : [], Names: finder.Names, Version: said is null ? kept?.Id : file.Version);
    }

    public async Task Apply(IFilePlan plan, Import import, CancellationToken stop)
    {
        var growth = (GrowthPlan)plan;
        var study = growth.Study(import, 1 + (await db.GrowthStudies.MaxAsync(s => (int?)s.Number, stop) ?? 0), clock.Now);
        db.Add(study);
        db.AddRange(growth.Schools.Select((s, at) => new GrowthSchool { Study = study.Id, Position = at, Organisation = s.Organisation, Label = s.Label, Pupils = s.Pupils, Rows = s.Rows }));
        await db.SaveChangesAsync(stop);
        await db.ForgetOthers(import, growth, stop);
    }

    public async Task Undo(Import import, CancellationToken stop)
    {
        foreach (var study in await db.GrowthStudies.Where(s => s.Import == import.Id).ToListAsync(stop))
        {
            study.State = StudyState.Undone;
            await db.GrowthSchools.Where(s => s.Study == study.Id).ExecuteDeleteAsync(stop);
        }
    }

    /// <summary>Whether just this study is there; another of its title and year is an error.</summary>
    private async Task<bool> Known(GrowthPlan plan, FindingList findings, ImportDraft draft, CancellationToken stop)
    {
        var held = await db.GrowthStudies.AsNoTracking().SingleOrDefaultAsync(s => s.State == StudyState.Current && s.Title == plan.Title && s.Year == plan.Year, stop);
        if (held is not null && plan.Is(held)) return true;
        if (held is not null || !draft.Part<DraftedStudies>().Titles.Add((plan.Title, plan.Year)))
            findings.Error(new(""), new("Исследование «{0}» за {1} уже есть.", plan.Title, plan.Year.ToString()), new("Назовите это иначе или отмените импорт прежнего."));
        return false;
    }

    /// <summary>Only what is taken: codes of pupils are not shown either.</summary>
    private static Preview Shown(GrowthSheet sheet)
    {
        var taken = sheet.Columns.Where(c => c.Field != GrowthField.Skip).ToList();
        return new([.. taken.Select(c => c.Header)], [.. sheet.Body.Take(5).Select(r => (IReadOnlyList<string>)[.. taken.Select(c => r[c.Place])])]);
    }
}
