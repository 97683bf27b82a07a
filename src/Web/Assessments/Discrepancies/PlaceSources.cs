using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>All that says something of one report of one unit: what may be compared, and nothing else.</summary>
/// <param name="rows">Declared rows of the procedure, the latest import first.</param>
/// <param name="municipalities">How many the region has: its sum is whole only with all of them.</param>
internal sealed class PlaceSources(IReadOnlyList<DeclaredRow> rows, IReadOnlyDictionary<DeclaredUnit, UnitCounts> units, IReadOnlyDictionary<Id<Organisation>, Id<Municipality>> municipalityOf, int municipalities, IReadOnlyList<TestTask> tasks, MarkScale? scale)
{
    private readonly ILookup<DeclaredUnit, DeclaredRow> byUnit = rows.ToLookup(r => r.Declared.Unit);
    private readonly ILookup<(DeclaredReport, Id<Imports.Import>, string), DeclaredRow> byFile = rows.ToLookup(r => (r.Declared.Report, r.Import.Id, r.Declared.File));

    public IReadOnlyList<FigureSource> Of(DeclaredReport report, DeclaredUnit unit)
    {
        List<FigureSource> sources = [];
        var counts = Comparable(unit);
        if (report == DeclaredReport.Participants) Participants(unit, counts, sources);
        else
        {
            var declared = byUnit[unit].Where(r => r.Declared.Report == report).ToList();
            if (counts is not null && SheetFigures.Of(report, counts.Unit, tasks) is { Count: > 0 } figures) sources.Add(new(SourceKind.Sheets, "sheets", "", counts.Imports, figures));
            sources.AddRange(declared.Select(r => new FigureSource(SourceKind.Report, $"report:{r.Declared.Id}", r.Declared.File, [r.Import], r.Figures())).DistinctBy(s => string.Join(';', s.Values.OrderBy(v => v.Key, StringComparer.Ordinal))));
            sources.AddRange(declared.Select(Sum).OfType<FigureSource>());
            if (report == DeclaredReport.Marks && unit.Level == DeclaredLevel.School && counts is not null && ByScale(counts) is { } expected && Discrepancy.Differing([sources[0], expected]).Count > 0) sources.Add(expected);
        }

        return sources;
    }

    /// <summary>Sheets of a municipality or region count only when they are of all its schools that the report counts.</summary>
    private UnitCounts? Comparable(DeclaredUnit unit)
    {
        if (!units.TryGetValue(unit, out var counts)) return null;
        return unit.Level == DeclaredLevel.School || byUnit[unit].Any(r => r.Declared.Schools is { } schools ? schools == counts.Unit.Sums.Schools : r.Declared.Participants == counts.Unit.Sums.Participants) ? counts : null;
    }

    private void Participants(DeclaredUnit unit, UnitCounts? counts, List<FigureSource> sources)
    {
        var own = new Dictionary<string, SourceValue>();
        if (counts is not null) own[""] = new(counts.Unit.Sums.Participants, IsCount: true);
        HashSet<string> covered = [];
        foreach (var row in byUnit[unit].Where(r => r.Declared is { Report: DeclaredReport.Participants, Participants: not null }))
        {
            var classes = row.Declared.Values.Select(v => v.Key).ToList();
            // A later file says what holds for its classes.
            if (classes.Exists(covered.Contains) || counts is null || !classes.TrueForAll(counts.Classes.ContainsKey)) continue;
            covered.UnionWith(classes);
            var key = classes.Count == counts.Classes.Count ? "" : string.Join(", ", classes);
            own[key] = new(classes.Sum(c => counts.Classes[c]), IsCount: true);
            sources.Add(new(SourceKind.Form, $"form:{row.Declared.Id}", row.Declared.File, [row.Import], new Dictionary<string, SourceValue> { [key] = new(row.Declared.Participants!.Value, IsCount: true) }));
        }

        var reports = byUnit[unit].Where(r => r.Declared is { Report: not DeclaredReport.Participants, Participants: not null }).ToList();
        sources.AddRange(reports.DistinctBy(r => r.Declared.Participants).Select(r => new FigureSource(SourceKind.Report, $"report:{r.Declared.Id}", r.Declared.File, [r.Import], Count(r.Declared.Participants!.Value))));
        sources.AddRange(reports.Select(Sum).OfType<FigureSource>().Where(s => s.Values.ContainsKey("#")).DistinctBy(s => s.Values["#"].Number).Select(s => s with { Values = new Dictionary<string, SourceValue> { [""] = s.Values["#"] } }));
        if (own.Count > 0) sources.Insert(0, new(SourceKind.Sheets, "sheets", "", counts!.Imports, own));
    }

    /// <summary>The rows of schools in the same file, weighted by participants, where they are all of the unit's schools.</summary>
    private FigureSource? Sum(DeclaredRow total)
    {
        if (total.Declared.Level is not (DeclaredLevel.Municipality or DeclaredLevel.Region)) return null;
        var inFile = byFile[(total.Declared.Report, total.Import.Id, total.Declared.File)].ToList();
        var parts = inFile.FindAll(r => r.Declared.Organisation is { } school && (total.Declared.Municipality is null || municipalityOf.GetValueOrDefault(school) == total.Declared.Municipality));
        if (total.Declared.Schools is { } schools ? parts.Count != schools : total.Declared.Level == DeclaredLevel.Region) parts = total.Declared.Level == DeclaredLevel.Region ? inFile.FindAll(r => r.Declared.Level == DeclaredLevel.Municipality) : [];
        if (parts.Count < 2 || (parts[0].Declared.Level == DeclaredLevel.Municipality && parts.Count != municipalities) || parts.Exists(p => p.Declared.Participants is not > 0)) return null;

        var all = parts.Sum(p => p.Declared.Participants!.Value);
        // «#» is the number of participants: a comparison of its own.
        var values = Weighted(parts, all);
        values["#"] = new(all, IsCount: true);
        return new(SourceKind.Rows, $"rows:{total.Declared.Id}", total.Declared.File, [total.Import], values);
    }

    internal static Dictionary<string, SourceValue> Weighted(IReadOnlyList<DeclaredRow> parts, int all)
    {
        var figures = parts.Select(p => (p.Declared.Participants, Values: p.Figures())).ToList();
        return figures[0].Values.Where(v => !v.Value.IsCount && figures.TrueForAll(f => f.Values.ContainsKey(v.Key)))
            .ToDictionary(v => v.Key, v => new SourceValue(figures.Sum(f => f.Values[v.Key].Number * f.Participants!.Value) / all, parts.Max(p => p.Rounded)));
    }

    /// <summary>The marks that the scale gives to the totals of the sheets; not where it has a second condition.</summary>
    private FigureSource? ByScale(UnitCounts counts)
    {
        var (sums, tallies) = (counts.Unit.Sums, counts.Unit.Tallies);
        if (scale is null || scale.Condition is not "" || sums.Marked == 0 || tallies.Placed != sums.Marked || sums.Marked != sums.Participants || tallies.OtherTotals > 0) return null;
        var marks = tallies.Totals.Index().GroupBy(t => scale.MarkOf(t.Index)).ToDictionary(g => g.Key, g => g.Sum(t => t.Item));
        return new(SourceKind.Scale, "scale", $"{scale.Source}, {scale.Edition}", [], Enumerable.Range(2, 4).ToDictionary(m => $"{m}", m => new SourceValue(100.0 * marks.GetValueOrDefault(m) / sums.Marked)));
    }

    private static Dictionary<string, SourceValue> Count(int number) => new() { [""] = new(number, IsCount: true) };
}
