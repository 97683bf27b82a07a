using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments.Reports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>The sheets of one unit summed up, the imports they came by, and participants class by class.</summary>
internal sealed record UnitCounts(ReportUnit Unit, IReadOnlyList<SourceImport> Imports, IReadOnlyDictionary<string, int> Classes)
{
    /// <summary>Every unit of a procedure that has sheets: schools, municipalities, the region.</summary>
    public static async Task<Dictionary<DeclaredUnit, UnitCounts>> Of(Db db, Id<AssessmentProcedure> procedure, int tasks, CancellationToken stop)
    {
        var sheets = await db.CurrentSheets(procedure, db.Organisations).Counts(db).ToListAsync(stop);
        var imports = (await db.ScoreSheets.AsNoTracking().Where(s => s.Procedure == procedure && s.State == SheetState.Current).Select(s => new { s.Organisation, s.Import }).Distinct()
            .Join(db.Imports, s => s.Import, i => i.Id, (s, i) => new { s.Organisation, Import = new SourceImport(i.Id, i.Number, i.AppliedAt ?? i.CreatedAt) }).ToListAsync(stop)).ToLookup(s => s.Organisation, s => s.Import);
        var schools = sheets.GroupBy(s => (s.Organisation, s.Municipality)).ToDictionary(g => g.Key, g => new UnitCounts(ReportUnit.Of(UnitKind.School, "", null, tasks, [.. g]), Ordered(imports[g.Key.Organisation]),
            g.GroupBy(s => s.Class).ToDictionary(c => c.Key, c => c.Sum(s => s.Participants))));
        var units = schools.ToDictionary(s => new DeclaredUnit(DeclaredLevel.School, null, s.Key.Organisation), s => s.Value);
        var municipalities = schools.GroupBy(s => s.Key.Municipality).ToDictionary(g => g.Key, g => Sum(UnitKind.Municipality, tasks, [.. g.Select(s => s.Value)]));
        foreach (var (id, counts) in municipalities) units[new(DeclaredLevel.Municipality, id)] = counts;
        if (municipalities.Count > 0) units[new(DeclaredLevel.Region)] = Sum(UnitKind.Region, tasks, municipalities.Values);
        return units;
    }

    private static UnitCounts Sum(UnitKind kind, int tasks, IReadOnlyCollection<UnitCounts> parts) =>
        new(ReportUnit.Of(kind, "", null, tasks, [.. parts.Select(p => p.Unit)]), Ordered(parts.SelectMany(p => p.Imports)), new Dictionary<string, int>());

    private static List<SourceImport> Ordered(IEnumerable<SourceImport> imports) => [.. imports.DistinctBy(i => i.Id).OrderByDescending(i => i.Number)];
}
