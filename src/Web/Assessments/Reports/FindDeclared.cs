using Stupeni.Accounts;
using Stupeni.Assessments.Discrepancies;

namespace Stupeni.Assessments.Reports;

/// <summary>What reports declare of the unit that is shown and of those it is compared with, and where sources about it disagree.</summary>
public sealed class FindDeclared(Db db, Viewer viewer, FindDiscrepancies find)
{
    public async Task<DeclaredSide> Of(ReportScope scope, CancellationToken stop)
    {
        var rows = await db.DeclaredRows(scope.At.Procedure, stop);
        var unit = scope.Shown.Kind switch
        {
            UnitKind.School => new DeclaredUnit(DeclaredLevel.School, null, scope.At.School),
            UnitKind.Municipality when scope.At.Municipality is { } municipality => new DeclaredUnit(DeclaredLevel.Municipality, municipality),
            UnitKind.Region => new DeclaredUnit(DeclaredLevel.Region),
            _ => (DeclaredUnit?)null,
        };
        var whole = await UnitReach.Of(db, viewer, Permission.SeeResults, stop);
        if (unit is not { } shown || !whole.Reaches(shown)) return new([], [], null);

        var disagreements = await db.DiscrepanciesOf(find, scope.At.Procedure, shown, stop);
        return new([.. rows.Where(r => r.Declared.Report != DeclaredReport.Participants && IsBeside(r.Declared, scope, whole))], disagreements, shown);
    }

    private static bool IsBeside(DeclaredResult declared, ReportScope scope, UnitReach whole) => declared.Level switch
    {
        DeclaredLevel.School => declared.Organisation == scope.At.School || (scope.At.School is null && whole.Reaches(declared.Unit) && (scope.Shown.Kind == UnitKind.Region || scope.Choices.Schools.Any(s => s.Id == declared.Organisation))),
        // A school sees the whole report of its municipality only where that would not tell the results of a neighbour.
        DeclaredLevel.Municipality => declared.Municipality == scope.At.Municipality && (whole.Reaches(declared.Unit) || declared.Schools >= RegionUnits.FewestSchools),
        _ => true,
    };
}

/// <param name="Rows">Of the unit, of schools within it, and of what it belongs to; the latest import first.</param>
/// <param name="Discrepancies">About the unit itself.</param>
public sealed record DeclaredSide(IReadOnlyList<DeclaredRow> Rows, IReadOnlyList<DiscrepancyRow> Discrepancies, DeclaredUnit? Unit)
{
    /// <summary>Declared of the unit by whatever report says it.</summary>
    public int? Participants => Unit is { } unit ? Rows.Where(r => r.Declared.Unit == unit).Select(r => r.Declared.Participants).FirstOrDefault(p => p is not null) ?? Own(DeclaredReport.Marks)?.Participants : null;

    /// <summary>The unit's own figures; put together of its schools' rows where no report has it as a whole.</summary>
    public DeclaredColumn? Own(DeclaredReport report)
    {
        if (Unit is not { } unit) return null;
        if (Latest(report, unit.Level, unit.Key) is { } own) return DeclaredColumn.Of(own);

        var schools = Rows.Where(r => r.Declared.Report == report && r.Declared.Level == DeclaredLevel.School).DistinctBy(r => r.Declared.Organisation).ToList();
        return unit.Level == DeclaredLevel.School || schools.Count == 0 || schools.Exists(s => s.Declared.Participants is not > 0) ? null : DeclaredColumn.Of(schools);
    }

    public DeclaredColumn? Beside(DeclaredReport report, DeclaredLevel level) =>
        Unit is { } unit && level < unit.Level && Rows.FirstOrDefault(r => r.Declared.Report == report && r.Declared.Level == level) is { } row ? DeclaredColumn.Of(row) : null;

    private DeclaredRow? Latest(DeclaredReport report, DeclaredLevel level, Guid? key) => Rows.FirstOrDefault(r => r.Declared.Report == report && r.Declared.Level == level && r.Declared.Unit.Key == key);
}

/// <summary>Declared figures as a column: of one row, or of many weighted by participants.</summary>
public sealed record DeclaredColumn(IReadOnlyList<DeclaredValue> Values, IReadOnlyDictionary<string, SourceValue> Figures, int? Participants, int? Schools, FigureSource Source)
{
    public static DeclaredColumn Of(DeclaredRow row) => new(row.Declared.Values, row.Figures(), row.Declared.Participants, row.Declared.Schools, new(SourceKind.Report, "", row.Declared.File, [row.Import], row.Figures()));

    public static DeclaredColumn Of(IReadOnlyList<DeclaredRow> schools)
    {
        var all = schools.Sum(s => s.Declared.Participants!.Value);
        var figures = PlaceSources.Weighted(schools, all);
        return new(schools[0].Declared.Values, figures, all, schools.Count, new(SourceKind.Rows, "", "", [.. schools.Select(s => s.Import).DistinctBy(i => i.Id)], figures));
    }
}
