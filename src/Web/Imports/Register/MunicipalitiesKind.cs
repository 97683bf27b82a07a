using Stupeni.Accounts;
using Stupeni.Imports.Reading;

namespace Stupeni.Imports.Register;

/// <summary>A list of municipalities: code and name.</summary>
public sealed class MunicipalitiesKind(Db db, OrganisationEffects effects) : IFileKind
{
    public string Code => "municipalities";
    public string Name => "Список муниципалитетов";
    public int Order => 5;
    public FileTemplate Template { get; } = new(["Код муниципалитета", "Муниципалитет"], ["01", "город Заречный"]);

    public Recognition? Recognise(Grid grid) => Layouts(grid).Any() ? new(0.8) : null;

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var index = (await OrganisationIndex.Of(db, file, stop)).Municipalities;
        var (findings, changes, names, preview) = (new List<Finding>(), new List<PlannedChange>(), new List<MunicipalityName>(), new List<IReadOnlyList<string>>());
        var (codes, rows, sheets) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), 0, Layouts(file.Grid).ToList());
        foreach (var row in sheets.SelectMany(l => l.Rows.Select(r => new RegisterRow(file.Grid, l, r, findings))))
        {
            rows++;
            var (code, name) = (row.Code(Field.MunicipalityCode), Named(row));
            if (preview.Count < 30) preview.Add([code, name]);
            if (code.Length == 0) row.Wrong(Field.MunicipalityCode, new("Код обязателен."), new("Впишите код муниципалитета."));
            else if (!codes.Add(code)) row.Wrong(Field.MunicipalityCode, new("Код {0} стоит в файле дважды.", code), new("Оставьте одну из строк."));
            else if (name.Length is 0 or > 200) row.Wrong(Field.Municipality, new("Нужно название не длиннее {0} знаков.", 200), new("Впишите название муниципалитета."));
            else if (index.Find(code, "") is not { } known) Add(index.Ask(code, name, make: true), row, changes);
            else if (known.Name != name && !known.IsNew) Rename(file.Viewer, known, name, row, changes, names);
        }

        if (rows == 0) findings.Add(new(FindingKind.Error, "", null, "", "", "", new("В файле нет ни одного муниципалитета."), new("Под строкой с названиями столбцов нужен хотя бы один.")));
        var unchanged = findings.Count == 0 && changes.Count == 0;
        var plan = unchanged || findings.Any(f => f.Kind == FindingKind.Error) ? null : new MunicipalitiesPlan(names);
        return new($"новых {changes.Count - names.Count}, переименуются {names.Count}, всего {rows}", sheets.Count, rows, findings, new(["Код муниципалитета", "Муниципалитет"], preview), plan, Unchanged: unchanged, Changes: changes);
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => effects.Rename(import, ((MunicipalitiesPlan)plan).Names, stop);

    /// <summary>Municipalities are taken back by the import itself, last of all: other kinds make them too.</summary>
    public Task Undo(Import import, CancellationToken stop) => Task.CompletedTask;

    private static void Add(MunicipalityAnswer answer, RegisterRow row, List<PlannedChange> changes)
    {
        if (answer.Municipality is not { } made)
        {
            if (answer.Error is { } error) row.Wrong(Field.MunicipalityCode, error, answer.Mend!);
            return;
        }

        if (answer.Warning is not null) row.Doubt(Field.Municipality, answer.Warning, new("Если это другой муниципалитет, так и должно быть; если опечатка, исправьте её."));
        if (made.IsNew) changes.Add(new($"{made.Code} {made.Name}", new("Новый муниципалитет")));
    }

    private static void Rename(Viewer viewer, KnownMunicipality known, string name, RegisterRow row, List<PlannedChange> changes, List<MunicipalityName> names)
    {
        if (!viewer.MayEverywhere(Permission.EditOrganisations))
        {
            row.Wrong(Field.Municipality, new("Переименовать муниципалитет может только координатор области."), new("Оставьте прежнее название: «{0}».", known.Name));
            return;
        }

        names.Add(new(known.Id, known.Name, name));
        changes.Add(new($"{known.Code} {known.Name}", new("{0}: {1} → {2}", new Message("Название"), known.Name, name)));
    }

    private static string Named(RegisterRow row) => row[Field.Municipality] is { Length: > 0 } name ? name : row[Field.Name];

    private static IEnumerable<Layout> Layouts(Grid grid) =>
        grid.Sheets.Select(Layout.Of).OfType<Layout>().Where(l => l.Has(Field.MunicipalityCode) && (l.Has(Field.Municipality) || l.Has(Field.Name)) && !l.Has(Field.Code) && !l.Has(Field.Login) && l.Columns.Count == 2);
}
