using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Stupeni.Assessments.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>
/// The municipalities and the region of a procedure, with which every school is compared. They are summed once and kept until an import or the register changes,
/// which a stamp of both tells; so a page of one school never reads the sheets of all.
/// </summary>
public sealed class RegionUnits(Db db, IMemoryCache kept)
{
    /// <summary>Sums over fewer schools would tell the results of a neighbour.</summary>
    public const int FewestSchools = 3;

    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(20);

    public async Task<RegionCounts> Of(Id<AssessmentProcedure> procedure, int tasks, CancellationToken stop)
    {
        var key = (nameof(RegionUnits), procedure, tasks, await Stamp(stop));
        if (kept.Get<RegionCounts>(key) is { } known) return known;

        var sheets = await db.CurrentSheets(procedure, db.Organisations).Counts(db).ToListAsync(stop);
        var names = await db.Municipalities.AsNoTracking().ToDictionaryAsync(m => m.Id, m => m.Name, stop);
        var municipalities = sheets.GroupBy(s => s.Municipality).ToDictionary(g => g.Key, g => ReportUnit.Of(UnitKind.Municipality, names[g.Key], null, tasks, [.. g]));
        return kept.Set(key, new RegionCounts(municipalities, ReportUnit.Of(UnitKind.Region, "", null, tasks, [.. municipalities.Values])), new MemoryCacheEntryOptions { SlidingExpiration = Idle });
    }

    /// <summary>The tasks of a procedure over the whole region.</summary>
    public async Task<ItemQuality> Quality(Id<AssessmentProcedure> procedure, IReadOnlyList<TestTask> tasks, CancellationToken stop)
    {
        var key = (nameof(Quality), procedure, tasks.Count, await Stamp(stop));
        if (kept.Get<ItemQuality>(key) is { } known) return known;

        var packed = await db.CurrentSheets(procedure, db.Organisations).OrderBy(s => s.Organisation).ThenBy(s => s.Class).Select(s => s.Scores).ToListAsync(stop);
        List<SheetScores> sheets = [.. packed.Select(SheetScores.Unpack).Where(s => s.Tasks == tasks.Count)];
        return kept.Set(key, await Task.Run(() => ItemQuality.Of(sheets, tasks, stop), stop), new MemoryCacheEntryOptions { SlidingExpiration = Idle });
    }

    /// <summary>Tasks by group of test scores over the whole region.</summary>
    public async Task<Tallies> ByScore(Id<AssessmentProcedure> procedure, int tasks, ScoreGroups groups, CancellationToken stop)
    {
        var key = (nameof(ByScore), procedure, tasks, groups.Minimum, await Stamp(stop));
        if (kept.Get<Tallies>(key) is { } known) return known;

        var packed = await db.CurrentSheets(procedure, db.Organisations).Select(s => s.Scores).ToListAsync(stop);
        return kept.Set(key, Tallies.Sum([.. packed.Select(SheetScores.Unpack).Where(s => s.Tasks == tasks).Select(groups.Of)]), new MemoryCacheEntryOptions { SlidingExpiration = Idle });
    }

    /// <summary>Changes whenever an import or the register does.</summary>
    private async Task<(int, int, int)> Stamp(CancellationToken stop)
    {
        var imports = await db.Imports.GroupBy(_ => 1).Select(g => new { Count = g.Count(), Tokens = g.Sum(i => i.Token) }).SingleOrDefaultAsync(stop);
        return (imports?.Count ?? 0, imports?.Tokens ?? 0, await db.Organisations.SumAsync(o => o.Token, stop));
    }
}

public sealed record RegionCounts(IReadOnlyDictionary<Id<Municipality>, ReportUnit> Municipalities, ReportUnit Region)
{
    /// <summary>What a school or municipality is compared with: no unit of so few schools that it would tell a neighbour's results.</summary>
    public IEnumerable<ReportUnit> Above(Id<Municipality>? municipality)
    {
        if (Region.Sums.Schools >= RegionUnits.FewestSchools) yield return Region with { Name = Texts.Say("Область") };
        if (municipality is { } id && Municipalities.GetValueOrDefault(id) is { } unit && unit.Sums.Schools >= RegionUnits.FewestSchools) yield return unit;
    }
}

public static class SheetCountQueries
{
    public static IQueryable<SheetCounts> Counts(this IQueryable<ScoreSheet> sheets, Db db) =>
        from s in sheets
        join o in db.Organisations on s.Organisation equals o.Id
        select new SheetCounts(s.Id, s.Organisation, o.Municipality, s.Class, s.Participants, s.Judged, s.BelowThreshold, s.Marks2, s.Marks3, s.Marks4, s.Marks5, s.Scored, s.ScoreSum, s.Tasks, s.Tallies);
}
