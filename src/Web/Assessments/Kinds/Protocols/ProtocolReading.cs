using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>Reads the participants of one block into its procedure's table.</summary>
internal sealed class ProtocolReading(Block block, Layout layout, ProcedureTable table, SchoolFinder schools, FindingList findings)
{
    private readonly ClassNames classes = new(layout, table, findings);
    private readonly Dictionary<int, GridRow> sources = block.Rows.ToDictionary(r => r.Number);

    public void Read(CancellationToken stop)
    {
        if (table.Tasks.Any(t => !layout.Tasks.Any(own => own.Code == t.Code))) return;

        var reader = new RowReader(table, layout, findings, PlaceOf);
        foreach (var row in layout.Body)
        {
            if ((row.Number & 0xFF) == 0) stop.ThrowIfCancellationRequested();
            reader.Read(row);
        }

        if (layout.Totals == ScoreKind.Test && block.Primary >= 0)
            foreach (var row in layout.Body) Compare(row);
    }

    private RowPlace PlaceOf(GridRow row)
    {
        var (name, grade) = classes.Of(row);
        var asked = new OrganisationAsked(row[layout.School], MunicipalityCode: Cells.NormaliseCode(block.Cell(sources[row.Number], block.Municipality)));
        return new(schools.Find(asked, layout.At(row, layout.School)), name, grade, layout.Class);
    }

    /// <summary>ЕГЭ is judged by its test score; that the primary one is the sum of the tasks is still looked at.</summary>
    private void Compare(GridRow row)
    {
        if (Scores.Read(block.Cell(sources[row.Number], block.Primary)) is not { } primary || double.IsNaN(primary) || layout.Tasks.Count == 0) return;
        var scores = layout.Tasks.Select(t => Scores.Read(row[t.Column])).OfType<double>().Where(s => !double.IsNaN(s)).ToList();
        if (scores.Count > 0 && Math.Abs(scores.Sum() - primary) > 0.001) table.Mismatches.Add(block.At(sources[row.Number], block.Primary), scores.Sum());
    }
}
