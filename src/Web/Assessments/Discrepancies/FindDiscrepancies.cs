using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>Compares all that is declared with all that is counted, procedure by procedure; each is kept until something of its own, the register or its scale changes.</summary>
public sealed class FindDiscrepancies(Db db, IMemoryCache kept)
{
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    private Places? places;

    /// <summary>Of every procedure of which there is something to compare.</summary>
    public async Task<IReadOnlyList<Discrepancy>> All(CancellationToken stop)
    {
        List<Discrepancy> all = [];
        foreach (var procedure in (await ComparedProcedure.Of(db, null, stop)).Where(p => p.IsDeclared || p.HasScale)) all.AddRange(await Of(procedure, stop));
        return all;
    }

    public async Task<IReadOnlyList<Discrepancy>> Of(Id<AssessmentProcedure> procedure, CancellationToken stop) => await Of((await ComparedProcedure.Of(db, procedure, stop)).Single(), stop);

    private async Task<IReadOnlyList<Discrepancy>> Of(ComparedProcedure compared, CancellationToken stop)
    {
        var id = compared.Procedure.Id;
        if (kept.Get<IReadOnlyList<Discrepancy>>((nameof(FindDiscrepancies), id, compared.Stamp)) is { } known) return known;

        var rows = await db.DeclaredRows(id, stop);
        var form = await db.TestForms.AsNoTracking().Include(f => f.Tasks).SingleOrDefaultAsync(f => f.Procedure == id, stop);
        List<TestTask> tasks = form is null ? [] : [.. form.Tasks.OrderBy(t => t.Position)];
        var units = rows.Count == 0 && !compared.HasScale ? [] : await UnitCounts.Of(db, id, tasks.Count, stop);
        var (schools, names) = places ??= await Places.Of(db, stop);
        var sources = new PlaceSources(rows, units, schools.ToDictionary(s => s.Key, s => s.Value.Municipality), names.Count, tasks, compared.Scale);

        List<Discrepancy> found = [];
        foreach (var unit in rows.Select(r => r.Declared.Unit).Concat(units.Keys.Where(u => u.Level == DeclaredLevel.School)).Distinct())
            foreach (var report in Enum.GetValues<DeclaredReport>())
            {
                if (sources.Of(report, unit) is not { Count: > 1 } several || Discrepancy.Differing(several) is not { Count: > 0 } keys) continue;
                var school = unit.Organisation is { } own ? schools[own] : default;
                var municipality = unit.Organisation is null ? unit.Municipality : school.Municipality;
                found.Add(new(id, report, unit, school.Name ?? (municipality is { } named ? names[named] : ""), municipality, municipality is { } of ? names[of] : "", several, keys));
            }

        return kept.Set((nameof(FindDiscrepancies), id, compared.Stamp), found, new MemoryCacheEntryOptions { SlidingExpiration = Idle });
    }

    private sealed record Places(Dictionary<Id<Organisation>, (string Name, Id<Municipality> Municipality)> Schools, Dictionary<Id<Municipality>, string> Municipalities)
    {
        public static async Task<Places> Of(Db db, CancellationToken stop) => new(
            (await db.Organisations.AsNoTracking().Select(o => new { o.Id, o.Name, o.Municipality }).ToListAsync(stop)).ToDictionary(o => o.Id, o => (o.Name, o.Municipality)),
            await db.Municipalities.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, stop));
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
