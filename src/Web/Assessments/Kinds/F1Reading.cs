using Stupeni.Assessments.Kinds.Aggregates;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds;

/// <summary>Reads the participants of one F1 sheet.</summary>
internal sealed class F1Reading(F1Sheet sheet, ProcedureTable table, SchoolFinder schools, FindingList findings)
{
    private readonly Layout layout = sheet.Table!;
    private readonly ClassNames classes = new(sheet.Table!, table, findings);
    private readonly HashSet<int> met = [];

    /// <summary>What the sheet says of its participants, for the classes it holds; none where it says nothing, or not of one school.</summary>
    public AggregateLine? Declared { get; private set; }

    /// <returns>How many participants were read.</returns>
    public int Read(CancellationToken stop)
    {
        table.MaxTotal = sheet.MaxTotal;
        var missing = layout.Tasks.Count != table.Tasks.Count || table.Tasks.Any(t => !layout.Tasks.Any(own => own.Code == t.Code));
        if (missing && findings.HasErrors) return 0;

        var before = table.Rows.Count;
        var reader = new RowReader(table, layout, findings, PlaceOf);
        foreach (var row in layout.Body)
        {
            if ((row.Number & 0xFF) == 0) stop.ThrowIfCancellationRequested();
            reader.Read(row);
        }

        var read = table.Rows.Count - before;
        if (sheet.Declared is { } said && read > 0 && met.Count == 1 && met.Single() is var only and not SchoolFinder.None)
            Declared = new(table.Key, DeclaredReport.Participants, new(DeclaredLevel.School, null, schools[only].Id), schools[only].Name, said, null, 0,
                [.. table.Rows.Classes.Skip(before).GroupBy(c => c).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new DeclaredValue(g.Key, Count: g.Count()))]);
        if (sheet.Declared is { } declared && declared != read && met.Count <= 1 && read > 0)
            findings.Warning(sheet.DeclaredAt, new("Указано участников {0}, строк с результатами {1}.", declared, read), new("Будет учтено {0}. Если кого-то нет, добавьте строки и загрузите файл заново.", read));
        return read;
    }

    private RowPlace PlaceOf(GridRow row)
    {
        var (name, grade) = classes.Of(row);
        var school = schools.Find(Asked(row), layout.School >= 0 && row[layout.School].Length > 0 ? layout.At(row, layout.School) : new(sheet.Sheet.Name, row.Number));
        met.Add(school);
        return new(school, name, grade, layout.Class);
    }

    private OrganisationAsked Asked(GridRow row)
    {
        var (code, name) = (Cell(row, layout.School), Cell(row, layout.SchoolName));
        if (code.Length == 0) return new(Login: sheet.Login, Name: name.Length > 0 ? name : sheet.SchoolName, Municipality: Cell(row, layout.Municipality));
        return new(code, Name: name.Length == 0 && code.Equals(sheet.Login, StringComparison.OrdinalIgnoreCase) ? sheet.SchoolName : name, Municipality: Cell(row, layout.Municipality));
    }

    private static string Cell(GridRow row, int column) => column < 0 || Cells.IsMissing(row[column]) ? "" : row[column];
}
