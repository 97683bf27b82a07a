using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Assessments.Mapping;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>A list of pupils' codes with their school and class: names are not asked and not kept.</summary>
public sealed class PupilsKind(Db db, Clock clock, ApplyPupils apply) : IFileKind
{
    private static readonly SubjectIndex NoSubjects = new([]);

    public string Code => "pupils";

    public string Name => "Список обучающихся: код, школа, класс";

    public int Order => 20;

    public bool TakesSettings => true;

    public FileTemplate Template => new(["Код участника", "Код ОО", "Класс"], ["60001", "450101", "6А"]);

    public Recognition? Recognise(Grid grid) =>
        TableGuess.Of(grid, NoSubjects) is { HasResults: false, Layout: { Participant: >= 0, School: >= 0 } table } ? new(table.Class >= 0 ? 0.85 : 0.4, Missing: table.Class >= 0 ? null : [new("Не найден столбец с классом.")]) : null;

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var findings = new FindingList();
        if (TableGuess.Of(file.Grid, NoSubjects) is not { Layout: { Participant: >= 0, School: >= 0 } table } guess)
        {
            findings.Error(new(""), new("Нужны столбцы «Код участника», «Код ОО» и «Класс»."), new("Назовите столбцы так в первой строке."));
            return new("", file.Grid.Sheets.Count, 0, findings.All, Preview.Nothing, null);
        }

        var year = ResultsMapping.Parse(file.Mapping)?.Year is { } said ? ProcedureGuess.YearOf(said) : guess.Procedure.Year;
        if (year is null) findings.Warning(new(table.Sheet.Name), new("Год в файле не назван: взят {0} учебный год.", SchoolYear.Of(clock.Today).ToString()), new("Если это не так, впишите год в название файла."));
        var schools = new SchoolFinder(await OrganisationIndex.Of(db, file, stop), findings);
        var rows = Read(table, schools, findings, stop);
        if (rows.Count == 0 && !findings.HasErrors && !schools.Names.LeavesOut) findings.Error(new(table.Sheet.Name), new("В списке нет ни одного обучающегося."));

        var listed = file.Draft.Part<ListedPupils>();
        foreach (var (code, place) in rows) listed.Add(code, new(schools[place.School].Code, place.Class));
        var plan = new PupilsPlan(year ?? SchoolYear.Of(clock.Today), [.. rows.Select(r => new PlannedPupil(r.Key, schools[r.Value.School], r.Value.Class))]);
        return new($"Список обучающихся, {plan.Year}", 1, rows.Count, findings.All, Previews.Of(table), findings.HasErrors ? null : plan,
            Unchanged: !findings.HasErrors && await apply.ChangesNothing(plan, stop),
            Changes: [.. plan.Pupils.GroupBy(p => p.School).Select(g => new PlannedChange(g.Key.Name, new("Обучающихся в списке: {0}", g.Count())))], Names: schools.Names);
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => apply.Apply((PupilsPlan)plan, import, stop);

    public Task Undo(Import import, CancellationToken stop) => apply.Undo(import, stop);

    private static Dictionary<string, (int School, string Class)> Read(Layout table, SchoolFinder schools, FindingList findings, CancellationToken stop)
    {
        var rows = new Dictionary<string, (int School, string Class)>();
        foreach (var row in table.Body)
        {
            if ((row.Number & 0xFF) == 0) stop.ThrowIfCancellationRequested();
            var code = Cells.NormaliseCode(row[table.Participant]);
            if (row.Count == 0 || Meanings.Of(row[table.Participant]) == Meaning.Participant) continue;
            var name = table.Class < 0 ? "" : ClassName.Of(row[table.Class], 0);
            if (Cells.IsMissing(code)) findings.Error(table.At(row, table.Participant), new("Код участника не указан."), new("Впишите код или удалите строку."));
            else if (code.Length > 40) findings.Error(table.At(row, table.Participant), new("Код длиннее {0} знаков.", 40));
            else if (name.Length > ClassName.Longest) findings.Error(table.At(row, table.Class), new("Класс «{0}» записан слишком длинно.", row[table.Class]), new("Напишите коротко: 6А."));
            else if (schools.Find(new OrganisationAsked(row[table.School], Name: table.SchoolName < 0 ? "" : row[table.SchoolName]), table.At(row, table.School)) is var school and not SchoolFinder.None && !rows.TryAdd(code, (school, name)))
                findings.Error(table.At(row, table.Participant), new("Код {0} встречается дважды.", code), new("Оставьте одну строку."));
        }

        return rows;
    }
}

internal sealed record PlannedPupil(string Code, KnownOrganisation School, string Class);

internal sealed record PupilsPlan(SchoolYear Year, IReadOnlyList<PlannedPupil> Pupils) : IFilePlan;
