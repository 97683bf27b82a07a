using System.Text.RegularExpressions;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>The official list of schools with signs of biased results of ВПР: a login, a column per grade and subject («4 РУ»), the number of markers.</summary>
public sealed partial class BiasListKind(Db db, ApplyBiasList apply) : IFileKind
{
    private static readonly SubjectIndex NoSubjects = new([]);

    /// <summary>The list shortens subjects in its own way.</summary>
    private static readonly Dictionary<string, string> Short = new() { ["РУ"] = "RU", ["МА"] = "MA" };

    public string Code => "bias-list";

    public string Name => "Список школ с признаками необъективных результатов ВПР";

    public int Order => 26;

    public FileTemplate Template => new(["Год", "Логин", "Муниципалитет", "ОО", "4 РУ", "4 МА", "5 РУ", "5 МА", "Количество маркеров"], ["2025", "edu450101", "город Заречный", "Заречная СОШ № 1", "1", "0", "0", "1", "2"]);

    public Recognition? Recognise(Grid grid) => Tables(grid, NoSubjects).Count > 0 ? new(0.97) : null;

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var (findings, known) = (new FindingList(), await Known.Load(db, stop));
        ReferenceRight.Ask(file.Viewer, findings);
        var schools = new SchoolFinder(await OrganisationIndex.Of(db, file, stop), findings);
        var (marks, rows, tables) = (new Dictionary<(int School, SchoolYear Year, int Grade, string Subject), bool>(), 0, Tables(file.Grid, known.Subjects));
        foreach (var table in tables)
        {
            foreach (var row in table.Body.Where(r => table.Text(r, PackField.School) is not ""))
            {
                rows++;
                Read(table, row, schools, marks, findings);
            }
        }

        if (rows == 0 && !findings.HasErrors) findings.Error(new(""), new("В списке нет ни одной школы."));
        var plan = new BiasPlan([.. marks.Select(m => new BiasMark(schools[m.Key.School].Id, m.Key.Year, m.Key.Grade, m.Key.Subject, m.Value))]);
        return new($"Признаки необъективных результатов ВПР, школ: {schools.Count}", tables.Count, rows, findings.All, tables is [var first, ..] ? Preview.Of(first.Header, first.Body) : Preview.Nothing, findings.HasErrors ? null : plan,
            Unchanged: !findings.HasErrors && await apply.ChangesNothing(plan, stop),
            Changes: [.. marks.GroupBy(m => m.Key.School).Select(g => new PlannedChange(schools[g.Key].Name, new("Маркеров в списке: {0}", g.Count(m => m.Value))))], Names: schools.Names);
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => apply.Apply((BiasPlan)plan, import, stop);

    public Task Undo(Import import, CancellationToken stop) => apply.Undo(import, stop);

    private static void Read(PackTable table, GridRow row, SchoolFinder schools, Dictionary<(int, SchoolYear, int, string), bool> marks, FindingList findings)
    {
        if ((SchoolYear.In(table.Text(row, PackField.Year)) ?? table.Around.Year) is not { } year)
        {
            findings.Error(table.At(row, PackField.Year), new("Не сказано, какой это год."), new("Добавьте столбец «Год» или впишите год в название файла."));
            return;
        }

        var school = schools.Find(new(Cells.NormaliseCode(table.Text(row, PackField.School))), table.At(row, PackField.School));
        var marked = 0;
        foreach (var (column, grade, subject) in Markers(table.Header))
        {
            if (Marker(row[column]) is not { } value)
            {
                findings.Error(new(table.Sheet.Name, row.Number, column, table.Header[column], row[column]), new("Маркер «{0}» не понят.", row[column]), new("Напишите 1, если признак есть, и 0, если нет."));
                continue;
            }

            marked += value ? 1 : 0;
            if (school != SchoolFinder.None && !marks.TryAdd((school, year, grade, subject), value)) findings.Error(table.At(row, PackField.School), new("Школа за этот год стоит в списке дважды."), new("Оставьте одну строку."));
        }

        if (Cells.ParseWhole(table.Text(row, PackField.Count)) is { } said && said != marked)
            findings.Warning(table.At(row, PackField.Count), new("Количество маркеров {0}, а единиц в строке {1}.", said, marked), new("Учтены единицы. Если верно количество, исправьте столбцы."));
    }

    private static bool? Marker(string cell) => cell.Trim() is var text && Cells.IsMissing(text) || text is "0" ? false : text is "1" or "+" ? true : null;

    private static IReadOnlyList<PackTable> Tables(Grid grid, SubjectIndex subjects) =>
        [.. PackTable.Of(grid, subjects, c => c.ContainsKey(PackField.School), ofSchools: true).Where(t => Markers(t.Header).Any())];

    private static IEnumerable<(int Column, int Grade, string Subject)> Markers(GridRow header) =>
        from column in Enumerable.Range(0, header.Count)
        let marker = MarkerHeader().Match(header[column].Trim().ToUpperInvariant())
        where marker.Success
        select (column, marker.Groups[1].ValueSpan[0] - '0', Short[marker.Groups[2].Value]);

    [GeneratedRegex(@"^([4-9])\s*(РУ|МА)$")]
    private static partial Regex MarkerHeader();
}

/// <summary>What the list says of one school, grade and subject.</summary>
internal sealed record BiasMark(Id<Organisations.Organisation> School, SchoolYear Year, int Grade, string Subject, bool Marked);

internal sealed record BiasPlan(IReadOnlyList<BiasMark> Marks) : IFilePlan;
