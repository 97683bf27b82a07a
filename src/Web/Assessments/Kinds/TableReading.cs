using Stupeni.Assessments.Mapping;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds;

/// <summary>Reads the participants of a table; where it has no school, the list of pupils says where they learn.</summary>
internal sealed class TableReading(ResolvedTable resolved, ProcedureTable table, SchoolFinder schools, PupilPlaces? places, FindingList findings)
{
    private readonly Layout layout = resolved.Layout;
    private readonly ClassNames classes = new(resolved.Layout, table, findings);

    public int Read(CancellationToken stop)
    {
        if (table.Tasks.Any(t => !layout.Tasks.Any(own => own.Code == t.Code))) return 0;
        table.Expect(layout.Sheet.Rows.Count);
        var reader = new RowReader(table, layout, findings, PlaceOf);
        foreach (var row in layout.Body)
        {
            if ((row.Number & 0xFF) == 0) stop.ThrowIfCancellationRequested();
            reader.Read(row);
        }

        if (places is { Unknown: > 0 })
            findings.Error(places.FirstUnknown, new("Школа участника не известна: таких строк {0}.", places.Unknown), new("Добавьте столбец с кодом школы или загрузите вместе с файлом список обучающихся с их школами."));
        return table.Rows.Count;
    }

    private RowPlace PlaceOf(GridRow row)
    {
        var (asked, listedClass) = places is null ? (Named(row), "") : Listed(row);
        var (name, grade) = classes.Of(row, listedClass);
        return new(asked is null ? SchoolFinder.None : schools.Find(asked, layout.At(row, Math.Max(layout.School, layout.Participant))), name, grade, layout.Class);
    }

    private OrganisationAsked Named(GridRow row) =>
        new(Cells.IsMissing(row[layout.School]) ? "" : row[layout.School], Name: layout.SchoolName < 0 ? "" : row[layout.SchoolName], Municipality: layout.Municipality < 0 ? "" : row[layout.Municipality]);

    private (OrganisationAsked? Asked, string Class) Listed(GridRow row)
    {
        if (places!.Find(Cells.NormaliseCode(row[layout.Participant])) is { } place) return (new(place.School), place.Class);
        places.Miss(layout.At(row, layout.Participant));
        return (null, "");
    }
}
