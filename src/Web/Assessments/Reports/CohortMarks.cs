using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>The marks of the same pupils a grade and a year before and after a procedure, school by school.</summary>
public sealed class CohortMarks
{
    private sealed record Sums(int Schools, int Twos, int Marked);

    private readonly ProcedureKey key;
    private readonly ReportUnit? region;
    private readonly Dictionary<SchoolYear, Dictionary<Id<Organisation>, Sums>> schools = [];
    private readonly Dictionary<SchoolYear, Sums> everybody = [];
    private readonly List<ComparabilityFlag> flags;

    private CohortMarks(ProcedureKey key, ReportUnit? region, List<ComparabilityFlag> flags) => (this.key, this.region, this.flags) = (key, region, flags);

    public static async Task<CohortMarks> Of(Db db, ProcedureKey key, ReportScope scope, CancellationToken stop)
    {
        List<Id<Organisation>> shown = [.. scope.Below.Prepend(scope.Shown).Select(u => u.School).OfType<Id<Organisation>>()];
        SchoolYear[] years = [key.Year.Previous, key.Year, new(key.Year.Ends + 1)];
        var flags = await db.ComparabilityFlags.AsNoTracking().Where(f => years.Contains(f.Year) && (f.Organisation == null || shown.Contains(f.Organisation.Value))).ToListAsync(stop);
        var marks = new CohortMarks(key, scope.Region, flags);
        if (key.Kind != ProcedureKind.Vpr || shown.Count == 0) return marks;

        var (before, after) = (key.Year.Previous, new SchoolYear(key.Year.Ends + 1));
        var procedures = await db.Procedures.AsNoTracking().Where(p => p.Kind == key.Kind && p.Subject == key.Subject && p.MathLevel == key.Level && p.Session == key.Session
            && ((p.Year == before && p.Grade == key.Grade - 1) || (p.Year == after && p.Grade == key.Grade + 1))).ToDictionaryAsync(p => p.Id, p => p.Year, stop);
        var ids = procedures.Keys.ToList();
        var sheets = db.ScoreSheets.AsNoTracking().Where(s => s.State == SheetState.Current && ids.Contains(s.Procedure));
        foreach (var own in await sheets.Where(s => shown.Contains(s.Organisation)).GroupBy(s => new { s.Procedure, s.Organisation })
            .Select(g => new { g.Key.Procedure, g.Key.Organisation, Twos = g.Sum(s => s.Marks2), Marked = g.Sum(s => s.Marks2 + s.Marks3 + s.Marks4 + s.Marks5) }).ToListAsync(stop))
        {
            if (!marks.schools.TryGetValue(procedures[own.Procedure], out var year)) marks.schools[procedures[own.Procedure]] = year = [];
            year[own.Organisation] = new(1, own.Twos, own.Marked);
        }

        foreach (var all in await sheets.GroupBy(s => s.Procedure).Select(g => new { g.Key, Schools = g.Select(s => s.Organisation).Distinct().Count(), Twos = g.Sum(s => s.Marks2), Marked = g.Sum(s => s.Marks2 + s.Marks3 + s.Marks4 + s.Marks5) }).ToListAsync(stop))
            marks.everybody[procedures[all.Key]] = new(all.Schools, all.Twos, all.Marked);
        return marks;
    }

    /// <summary>The sign of a school: of the two pairs of years the one that says more.</summary>
    public BiasSign Sign(ReportUnit unit, CohortChangeRule rule)
    {
        var changes = new[] { Change(unit, key.Year.Previous, rule), Change(unit, new(key.Year.Ends + 1), rule) }.OfType<CohortChange>().OrderByDescending(c => c.Verdict).ToList();
        return changes is [var change, ..] ? new(BiasRule.CohortChange, change.Verdict, Math.Min(change.Before.Marked, change.After.Marked), []) { Cohort = change } : new(BiasRule.CohortChange, SignVerdict.NotEnough, unit.Sums.Marked, []);
    }

    private CohortChange? Change(ReportUnit unit, SchoolYear other, CohortChangeRule rule)
    {
        if (unit.School is not { } school || schools.GetValueOrDefault(other)?.GetValueOrDefault(school) is not { } sums) return null;

        var (here, there) = (Year(key.Grade, key.Year, new(1, unit.Sums.Marks2, unit.Sums.Marked), school), Year(key.Grade + other.Ends - key.Year.Ends, other, sums, school));
        (CohortYear, CohortYear)? rest = null;
        if (region is not null && everybody.GetValueOrDefault(other) is { Schools: >= RegionUnits.FewestSchools } all)
        {
            var (ours, theirs) = (new CohortYear(here.Grade, here.Year, region.Sums.Marks2 - here.Twos, region.Sums.Marked - here.Marked), new CohortYear(there.Grade, there.Year, all.Twos - there.Twos, all.Marked - there.Marked));
            rest = other < key.Year ? (theirs, ours) : (ours, theirs);
        }

        return other < key.Year ? CohortChange.Of(there, here, rest, rule) : CohortChange.Of(here, there, rest, rule);
    }

    private CohortYear Year(int grade, SchoolYear year, Sums sums, Id<Organisation> school) =>
        new(grade, year, sums.Twos, sums.Marked, flags.Where(f => (f.Organisation is null || f.Organisation == school) && f.Concerns(key with { Grade = grade, Year = year })).OrderBy(f => f.Flag).FirstOrDefault());
}
