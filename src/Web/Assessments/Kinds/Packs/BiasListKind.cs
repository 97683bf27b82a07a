using System.Text.RegularExpressions;
using Stupeni.Accounts;
using Stupeni.Assessments.Mapping;
using Stupeni.Imports;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>The official list of schools with signs of biased results of ВПР: a login, a column per grade and subject («4 РУ»), the number of markers.</summary>
public sealed partial class BiasListKind(Db db, ApplyBiasList apply) : IFileKind
{
    private const int HeaderRows = 30;

    /// <summary>The list shortens subjects in its own way.</summary>
    private static readonly Dictionary<string, string> Short = new() { ["РУ"] = "RU", ["МА"] = "MA" };

    public string Code => "bias-list";

    public string Name => "Список школ с признаками необъективных результатов ВПР";

    public int Order => 26;

    public FileTemplate Template => new(["Год", "Логин", "Муниципалитет", "ОО", "4 РУ", "4 МА", "5 РУ", "5 МА", "Количество маркеров"], ["2025", "edu450101", "город Заречный", "Заречная СОШ № 1", "1", "0", "0", "1", "2"]);

    public Recognition? Recognise(Grid grid) => Tables(grid).Any() ? new(0.97) : null;

    public async Task<FileCheck> Check(FileToCheck file, CancellationToken stop)
    {
        var (findings, known) = (new FindingList(), await Known.Load(db, stop));
        if (!file.Viewer.MayEverywhere(Permission.EditReference)) findings.Error(new(""), new("Список с признаками загружает тот, кто ведёт справочники области."), new("Передайте файл региональному координатору."));
        var schools = new SchoolFinder(await OrganisationIndex.Of(db, file, stop), findings);
        var (marks, rows, tables) = (new Dictionary<(int School, SchoolYear Year, int Grade, string Subject), bool>(), 0, Tables(file.Grid).ToList());
        foreach (var table in tables)
        {
            var around = ProcedureGuess.Around(file.Grid, table.Sheet, table.HeaderIndex, known.Subjects).Year;
            foreach (var row in table.Body)
            {
                rows++;
                Read(table, row, around, schools, marks, findings);
            }
        }

        if (rows == 0 && !findings.HasErrors) findings.Error(new(""), new("В списке нет ни одной школы."));
        var plan = new BiasPlan([.. marks.Select(m => new BiasMark(schools[m.Key.School].Id, m.Key.Year, m.Key.Grade, m.Key.Subject, m.Value))]);
        return new($"Признаки необъективных результатов ВПР, школ: {schools.Count}", tables.Count, rows, findings.All, tables is [var first, ..] ? Previews.Of(first.Sheet.Rows[first.HeaderIndex], first.Body) : Preview.Nothing, findings.HasErrors ? null : plan,
            Unchanged: !findings.HasErrors && await apply.ChangesNothing(plan, stop),
            Changes: [.. marks.GroupBy(m => m.Key.School).Select(g => new PlannedChange(schools[g.Key].Name, new("Маркеров в списке: {0}", g.Count(m => m.Value))))], Names: schools.Names);
    }

    public Task Apply(IFilePlan plan, Import import, CancellationToken stop) => apply.Apply((BiasPlan)plan, import, stop);

    public Task Undo(Import import, CancellationToken stop) => apply.Undo(import, stop);

    private static void Read(BiasTable table, GridRow row, SchoolYear? around, SchoolFinder schools, Dictionary<(int, SchoolYear, int, string), bool> marks, FindingList findings)
    {
        var year = table.Year < 0 ? around : ProcedureGuess.YearOf(row[table.Year]) ?? around;
        if (year is null)
        {
            findings.Error(table.At(row, table.Year), new("Не сказано, какой это год."), new("Добавьте столбец «Год» или впишите год в название файла."));
            return;
        }

        var school = schools.Find(new(Cells.NormaliseCode(row[table.School])), table.At(row, table.School));
        var marked = 0;
        foreach (var (column, grade, subject) in table.Markers)
        {
            if (Marker(row[column]) is not { } value)
            {
                findings.Error(table.At(row, column), new("Маркер «{0}» не понят.", row[column]), new("Напишите 1, если признак есть, и 0, если нет."));
                continue;
            }

            marked += value ? 1 : 0;
            if (school != SchoolFinder.None && !marks.TryAdd((school, year.Value, grade, subject), value)) findings.Error(table.At(row, table.School), new("Школа за этот год стоит в списке дважды."), new("Оставьте одну строку."));
        }

        if (table.Count >= 0 && Cells.ParseWhole(row[table.Count]) is { } said && said != marked)
            findings.Warning(table.At(row, table.Count), new("Количество маркеров {0}, а единиц в строке {1}.", said, marked), new("Учтены единицы. Если верно количество, исправьте столбцы."));
    }

    private static bool? Marker(string cell) => cell.Trim() is var text && Cells.IsMissing(text) || text is "0" ? false : text is "1" or "+" ? true : null;

    private static IEnumerable<BiasTable> Tables(Grid grid) => grid.Sheets.Select(Table).OfType<BiasTable>();

    private static BiasTable? Table(GridSheet sheet)
    {
        for (var at = 0; at < Math.Min(HeaderRows, sheet.Rows.Count); at++)
        {
            var (school, year, count, markers) = (-1, -1, -1, new List<(int, int, string)>());
            for (var column = 0; column < sheet.Rows[at].Count; column++)
            {
                var header = sheet.Rows[at][column];
                var folded = Cells.FoldHeader(header);
                if (school < 0 && folded is "логин" or "логин оо" or "код оо" or "login") school = column;
                else if (folded is "год" or "учебный год" or "year") year = column;
                else if (folded is "количество маркеров" or "маркеров") count = column;
                else if (MarkerHeader().Match(header.Trim().ToUpperInvariant()) is { Success: true } marker) markers.Add((column, marker.Groups[1].ValueSpan[0] - '0', Short[marker.Groups[2].Value]));
            }

            if (school >= 0 && markers.Count > 0) return new(sheet, at, school, year, count, markers);
        }

        return null;
    }

    [GeneratedRegex(@"^([4-9])\s*(РУ|МА)$")]
    private static partial Regex MarkerHeader();

    private sealed record BiasTable(GridSheet Sheet, int HeaderIndex, int School, int Year, int Count, IReadOnlyList<(int Column, int Grade, string Subject)> Markers)
    {
        public IEnumerable<GridRow> Body => Sheet.Rows.Skip(HeaderIndex + 1).Where(r => r[School].Length > 0);

        public Spot At(GridRow row, int column) => column < 0 ? new(Sheet.Name, row.Number) : new(Sheet.Name, row.Number, column, Sheet.Rows[HeaderIndex][column], row[column]);
    }
}

/// <summary>What the list says of one school, grade and subject.</summary>
internal sealed record BiasMark(Id<Organisations.Organisation> School, SchoolYear Year, int Grade, string Subject, bool Marked);

internal sealed record BiasPlan(IReadOnlyList<BiasMark> Marks) : IFilePlan;
