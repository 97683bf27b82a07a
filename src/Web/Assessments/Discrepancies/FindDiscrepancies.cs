using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Stupeni.Assessments.Reports;
using Stupeni.Assessments.Rules;
using Stupeni.Platform;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>Compares all that is declared with all that is counted, procedure by procedure; kept until an import, the register or a scale changes.</summary>
public sealed class FindDiscrepancies(Db db, RegionUnits region, IMemoryCache kept)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    /// <summary>Of every procedure of which there is something to compare.</summary>
    public async Task<IReadOnlyList<Discrepancy>> All(CancellationToken stop)
    {
        var stamp = await Stamp(stop);
        if (kept.Get<IReadOnlyList<Discrepancy>>((nameof(All), stamp)) is { } known) return known;

        var declared = (await db.DeclaredResults.AsNoTracking().Select(d => d.Procedure).Distinct().ToListAsync(stop)).ToHashSet();
        var scales = await db.MarkScales.AsNoTracking().ToListAsync(stop);
        List<Discrepancy> all = [];
        foreach (var procedure in await db.Procedures.AsNoTracking().ToListAsync(stop))
            if (declared.Contains(procedure.Id) || PassRule.ScaleOf(ProcedureKey.Of(procedure), scales) is { Condition: "" }) all.AddRange(await Of(procedure.Id, stamp, stop));
        return kept.Set((nameof(All), stamp), all, new MemoryCacheEntryOptions { SlidingExpiration = Idle });
    }

    public async Task<IReadOnlyList<Discrepancy>> Of(Id<AssessmentProcedure> procedure, CancellationToken stop) => await Of(procedure, await Stamp(stop), stop);

    private async Task<IReadOnlyList<Discrepancy>> Of(Id<AssessmentProcedure> id, object stamp, CancellationToken stop)
    {
        if (kept.Get<IReadOnlyList<Discrepancy>>((nameof(FindDiscrepancies), id, stamp)) is { } known) return known;

        var procedure = await db.Procedures.AsNoTracking().SingleAsync(p => p.Id == id, stop);
        var rows = await db.DeclaredRows(id, stop);
        var form = await db.TestForms.AsNoTracking().Include(f => f.Tasks).SingleOrDefaultAsync(f => f.Procedure == id, stop);
        List<TestTask> tasks = form is null ? [] : [.. form.Tasks.OrderBy(t => t.Position)];
        var scale = PassRule.ScaleOf(ProcedureKey.Of(procedure), await db.MarkScales.AsNoTracking().ToListAsync(stop));
        var units = rows.Count == 0 && scale is not { Condition: "" } ? [] : await UnitCounts.Of(db, id, tasks.Count, stop);
        var schools = await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Name, o.Municipality }).ToDictionaryAsync(o => o.Id, stop);
        var names = await db.Municipalities.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, stop);
        var sources = new PlaceSources(rows, units, schools.ToDictionary(s => s.Key, s => s.Value.Municipality), names.Count, tasks, scale);

        List<Discrepancy> found = [];
        foreach (var unit in rows.Select(r => r.Declared.Unit).Concat(units.Keys.Where(u => u.Level == DeclaredLevel.School)).Distinct())
            foreach (var report in Enum.GetValues<DeclaredReport>())
            {
                if (sources.Of(report, unit) is not { Count: > 1 } several || Discrepancy.Differing(several) is not { Count: > 0 } keys) continue;
                var school = unit.Organisation is { } own ? schools[own] : null;
                var municipality = school?.Municipality ?? unit.Municipality;
                found.Add(new(id, report, unit, school?.Name ?? (municipality is { } named ? names[named] : ""), municipality, municipality is { } of ? names[of] : "", several, keys));
            }

        return kept.Set((nameof(FindDiscrepancies), id, stamp), found, new MemoryCacheEntryOptions { SlidingExpiration = Idle });
    }

    private async Task<object> Stamp(CancellationToken stop)
    {
        var scales = await db.MarkScales.AsNoTracking().Select(s => s.Id).ToListAsync(stop);
        return (await region.Stamp(stop), scales.Count, scales.Aggregate(0, (sum, id) => sum ^ id.GetHashCode()));
    }
}

public static class DeclaredRowQueries
{
    /// <summary>All that is declared of a procedure, the latest import first.</summary>
    public static async Task<List<DeclaredRow>> DeclaredRows(this Db db, Id<AssessmentProcedure> procedure, CancellationToken stop)
    {
        var rows = await db.DeclaredResults.AsNoTracking().Where(d => d.Procedure == procedure).Join(db.Imports, d => d.Import, i => i.Id, (declared, import) => new { declared, import.Id, import.Number, At = import.AppliedAt ?? import.CreatedAt }).ToListAsync(stop);
        return [.. rows.OrderByDescending(r => r.Number).ThenBy(r => r.declared.File, StringComparer.Ordinal).ThenBy(r => r.declared.Id.Value).Select(r => new DeclaredRow(r.declared, new(r.Id, r.Number, r.At)))];
    }
}
