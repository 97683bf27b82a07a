using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Context;

/// <summary>A school's index in a version; no value where too little is known of it.</summary>
public sealed record IndexRow(Id<Organisation> Organisation, string Name, string Code, string Municipality, double? Value, int Used, bool IsHard);

/// <summary>The index of a school in a year, with what each indicator added; none of them where few families stand behind one.</summary>
public sealed record SchoolIndex(ContextIndex Index, IndexEdition Edition, IndexSchool School, int Of, IReadOnlyList<(ContextIndicator Indicator, IndexPart? Part)> Parts, bool IsHidden);

public static class IndexQueries
{
    /// <summary>The version that holds for each year: the latest.</summary>
    public static async Task<List<ContextIndex>> LatestIndices(this Db db, CancellationToken stop = default) =>
        [.. (await db.ContextIndices.AsNoTracking().ToListAsync(stop)).GroupBy(i => i.Year).Select(g => g.MaxBy(i => i.Number)!).OrderByDescending(i => i.Year)];

    /// <summary>Schools of a version among those that may be seen, by name.</summary>
    public static IQueryable<IndexRow> SchoolsOf(this Db db, Id<ContextIndex> index, IQueryable<Organisation> visible) =>
        from school in db.IndexSchools.AsNoTracking()
        where school.Index == index
        join organisation in visible on school.Organisation equals organisation.Id
        join municipality in db.Municipalities on organisation.Municipality equals municipality.Id
        orderby organisation.Name, organisation.Code
        select new IndexRow(organisation.Id, organisation.Name, organisation.Code, municipality.Name, school.Value, school.Used, school.IsHard);

    /// <summary>The index of every school of a version; none where it has none.</summary>
    public static Task<List<IndexSchool>> IndexOfSchools(this Db db, Id<ContextIndex> index, CancellationToken stop = default) => db.IndexSchools.AsNoTracking().Where(s => s.Index == index).ToListAsync(stop);

    /// <summary>The latest year's index of a school; null where none was computed.</summary>
    /// <param name="seesAll">Whether the reader knows the families anyway.</param>
    public static async Task<SchoolIndex?> IndexOf(this Db db, Id<Organisation> school, bool seesAll, CancellationToken stop = default)
    {
        foreach (var index in await db.LatestIndices(stop))
        {
            if (await db.IndexSchools.AsNoTracking().SingleOrDefaultAsync(s => s.Index == index.Id && s.Organisation == school, stop) is not { } own) continue;
            var indicators = (await db.Indicators(stop)).ToDictionary(i => i.Code);
            var weights = await db.IndexWeights.AsNoTracking().Where(w => w.Index == index.Id && w.Weight != null).Select(w => w.Indicator).ToListAsync(stop);
            var parts = await db.IndexParts.AsNoTracking().Where(p => p.Index == index.Id && p.Organisation == school).ToDictionaryAsync(p => p.Indicator, stop);
            var edition = await db.IndexEditions.AsNoTracking().SingleAsync(e => e.Id == index.Edition, stop);
            // What the others added and the index together would tell the one that is hidden.
            var hidden = !seesAll && parts.Values.Any(p => ShownCount.IsHidden(p.Count, p.Base));
            return new(index, edition, own, weights.Count, hidden ? [] : [.. weights.Select(w => indicators[w]).OrderBy(i => i.Position).Select(i => (i, parts.GetValueOrDefault(i.Code)))], hidden);
        }

        return null;
    }
}
