using Stupeni.Imports.Reading;

namespace Stupeni.Imports.Register;

/// <summary>A list of organisations: one row each, columns known by their headers.</summary>
public sealed class OrganisationsKind(Db db, OrganisationEffects effects) : IFileKind
{
    public string Code => "organisations";
    public string Name => "Список организаций";
    public int Order => 10;

    public FileTemplate Template { get; } = new(
        ["Код ОО", "Название", "Тип", "Код муниципалитета", "Муниципалитет", "Населённый пункт", "Местность", "Количество обучающихся", "Логин ФИС ОКО", "ИНН", "КПП", "ОГРН", "ОКПО", "ОКТМО"],
        ["450101", "МБОУ «Средняя школа № 1»", "Школа", "01", "город Заречный", "г. Заречный", "город", "412", "edu450101", "7707083893", "770701001", "1027700132195", "07953526", "37701000"]);

    public Recognition? Recognise(Grid grid)
    {
        if (Layouts(grid).MaxBy(l => l.Columns.Count) is not { } layout || !(layout.Has(Field.Code) || layout.Has(Field.Login) || layout.Has(Field.Name))) return null;
        if (!layout.Has(Field.Code) && !layout.Has(Field.Login)) return new(Unsure(layout), Missing: [new("Нужен столбец «{0}».", "Код ОО")]);
        if (!layout.Has(Field.Name)) return new(Unsure(layout), Missing: [new("Нужен столбец «{0}».", "Название")]);
        return new(Math.Min(0.5 + 0.1 * (layout.Columns.Count - 2), 0.95));
    }

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var index = await OrganisationIndex.Of(db, file, stop);
        var layouts = Layouts(file.Grid).Where(l => l.Has(Field.Name) && (l.Has(Field.Code) || l.Has(Field.Login))).ToList();
        var check = new OrganisationsCheck(file, index, await OrganisationsCheck.Known(db, file.Viewer, stop));
        check.PassOver(file.Grid.Sheets.Except(layouts.Select(l => l.Sheet)).Where(s => s is { Columns: > 2, Rows.Count: > 2 }));
        return check.Run(layouts, stop);
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => effects.Update(import, ((OrganisationsPlan)plan).Updates, stop);

    /// <summary>Organisations are taken back by the import itself, last of all: other kinds make them too.</summary>
    public Task Undo(Import import, CancellationToken stop) => Task.CompletedTask;

    private static double Unsure(Layout layout) => layout.Columns.Count > 2 ? 0.3 : 0.1;

    private static IEnumerable<Layout> Layouts(Grid grid) => grid.Sheets.Select(Layout.Of).OfType<Layout>();
}
