using Stupeni.Assessments.Mapping;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>A table of results: a row per participant, a column per task or a total or a mark only; columns found by headers or mapped in the wizard.</summary>
/// <remarks>Keys of <c>--set key=value</c>: see <see cref="ResultsMapping"/>.</remarks>
public sealed class ResultsTableKind(Db db, Clock clock, Mappings mappings, ApplyResults apply, UndoResults undo) : IFileKind
{
    private static readonly SubjectIndex ShippedNames = new([]);

    public string Code => KindCode;

    public const string KindCode = "results-table";

    public string Name => "Результаты таблицей: строка на участника";

    public int Order => 30;

    public string MapPage => "map";

    public Task<IReadOnlyList<(string Question, string Answer)>> Answers(string columns, CancellationToken stop) => AnswerWords.Of(ResultsMapping.Parse(columns) ?? new(), db, stop);

    public FileTemplate Template => new(["Код участника", "Код ОО", "Класс", "Вариант", "Задание 1 (2б)", "Задание 2 (1б)", "Первичный балл", "Отметка"], ["60001", "450101", "6А", "1", "2", "0", "2", "3"]);

    public Recognition? Recognise(Grid grid)
    {
        if (TableGuess.Of(grid, ShippedNames) is not { } table) return null;
        if (table is { HasWho: true, HasResults: true }) return table.Procedure.Kind is null ? new(0.7, NeedsMapping: true) : new(0.9);
        if (table.Layout is { School: >= 0 } && HasNumbers(table.Layout)) return new(0.5, NeedsMapping: true);
        if (!table.HasWho && !table.HasResults) return null;
        return new(0.3, NeedsMapping: true, Missing: [table.HasWho ? new("Не найден столбец с баллом, отметкой или заданиями.") : new("Не найден столбец с кодом школы или участника.")]);
    }

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var known = await Known.Load(db, stop);
        if (TableGuess.Of(file.Grid, known.Subjects) is not { } table)
            return new("", file.Grid.Sheets.Count, 0, [new(FindingKind.Error, "", null, "", "", "", new("В файле нет таблицы с заголовками."), new("Первая строка таблицы должна называть столбцы."))], Preview.Nothing, null);

        var findings = new FindingList();
        var kept = await mappings.Find(Code, table.Fingerprint, file.Version, stop);
        var mapping = (ResultsMapping.Parse(file.Mapping) ?? new()).Or(table.Mapping()).Or(ResultsMapping.Parse(kept?.Columns));
        var resolved = ResolvedTable.Of(mapping, table.Layout, known.Subjects, clock.Today);
        var layout = resolved.Layout;
        if (resolved.Problems.Count > 0)
        {
            foreach (var problem in resolved.Problems) findings.Error(new(layout.Sheet.Name, layout.Header.Number), problem.What, new("Назовите столбцы на сайте или ответьте ключом --set {0}=…", char.ToLowerInvariant(problem.Field[0]) + problem.Field[1..]));
            return new("", 1, layout.Body.Count(), findings.All, Previews.Of(layout), null, NeedsMapping: true);
        }

        return await Read(file, resolved, known, findings, stop) with { Version = file.Mapping is null ? kept?.Id : file.Version };
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => apply.Apply((ResultsPlan)plan, import, stop);

    public Task Undo(Import import, CancellationToken stop) => undo.Undo(import, stop);

    private async Task<FileCheck> Read(FileToCheck file, ResolvedTable resolved, Known known, FindingList findings, CancellationToken stop)
    {
        var schools = new SchoolFinder(await OrganisationIndex.Of(db, file, stop), findings);
        var planning = new Planning(db, known, schools, findings, file);
        var name = ProcedureName.InRussian(resolved.Key, resolved.Subject!.Name);
        if (resolved.YearIsAssumed) findings.Warning(new(resolved.Layout.Sheet.Name), new("Год в файле не назван: взят {0} учебный год.", resolved.Key.Year.ToString()), new("Если это не так, укажите год в сопоставлении столбцов."));

        var places = resolved.Layout.School >= 0 ? null : await PupilPlaces.Load(db, file.Draft, resolved.Key.Year, stop);
        var table = await planning.Open(resolved.Key, name, resolved.Layout, stop);
        var rows = new TableReading(resolved, table, schools, places, findings).Read(stop);
        await planning.Close(resolved.IsNewSubject ? resolved.Subject : null, resolved.Minimum, resolved.MinimumSource, stop);
        if (rows == 0 && !findings.HasErrors && !schools.Names.LeavesOut) findings.Error(new(resolved.Layout.Sheet.Name), new("В файле нет ни одного участника с результатами."), new("Проверьте, тот ли это файл."));

        var asks = planning.LacksThreshold && !resolved.WithoutThreshold;
        if (asks) findings.Error(new(resolved.Layout.Sheet.Name), new("Не сказано, какой балл считать порогом: отметок в файле нет, в справочнике порога нет."), new("Укажите наименьший балл, который преодолевает порог, и откуда он взят; или скажите, что порога нет."));
        if (planning.Plans.Exists(p => p.Observed)) findings.Warning(new(resolved.Layout.Sheet.Name, resolved.Layout.Header.Number), new("Максимумы заданий не названы: взяты наибольшие баллы в файлах."), new("Впишите максимум в заголовок, например: Задание 1 (2б)."));
        return new(name, 1, rows, findings.All, Previews.Of(resolved.Layout), findings.HasErrors ? null : new ResultsPlan(planning.Plans), NeedsMapping: asks,
            Unchanged: !findings.HasErrors && planning.Unchanged, Changes: planning.Changes, Names: schools.Names);
    }

    /// <summary>Whether some column without a known meaning holds numbers: it may be the total.</summary>
    /// <summary>Numbers that tell of organisations, not of participants.</summary>
    private static readonly HashSet<string> OfOrganisations = [.. new[] { "инн", "кпп", "огрн", "окпо", "октмо", "окато", "телефон", "индекс" }.Select(Cells.FoldHeader)];

    private static bool HasNumbers(Layout table)
    {
        var rows = table.Body.Take(20).ToList();
        return Enumerable.Range(0, table.Header.Count).Any(c => c != table.School && c != table.Participant && c != table.Class && !OfOrganisations.Contains(Cells.FoldHeader(table.Header[c])) && rows.Count(r => Cells.ParseDecimal(r[c]) is not null) * 2 > rows.Count);
    }
}
