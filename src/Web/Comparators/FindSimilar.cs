using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Comparators.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Comparators;

/// <summary>
/// With whom a school is compared. Who sees the results of other schools has the nearest of those, by name; who sees only their own has the nearest of the region, without names.
/// </summary>
public sealed class FindSimilar(Db db, Viewer viewer, ReadCircumstances read)
{
    /// <param name="set">A set of the reader's places, instead of the nearest; one that is not theirs is not there.</param>
    public async Task<SimilarSchools> Of(Id<Organisation> school, Id<ComparatorSet>? set = null, CancellationToken stop = default)
    {
        var (of, reach) = (await read.For(school, stop), viewer.Reach(Permission.SeeResults));
        var chosen = set is { } id ? await db.ComparatorSets.AsNoTracking().Include(s => s.Schools).VisibleTo(viewer).SingleOrDefaultAsync(s => s.Id == id, stop) : null;
        var anonymous = SimilarSchools.SeesOnlyOwn(reach);
        return of.Places.TryGetValue(school, out var place) ? chosen is null ? Nearest(of, place, reach, anonymous) : Chosen(of, place, reach, anonymous, chosen) : new(school, of, chosen, anonymous, [], 0, 0, 0);
    }

    private static SimilarSchools Nearest(Circumstances of, int place, Reach reach, bool anonymous)
    {
        var own = of.Schools[place];
        var pool = of.Schools.Index().Where(s => s.Index != place && s.Item.Type == own.Type && (anonymous || SimilarSchools.Sees(reach, s.Item))).Select(s => s.Index).ToList();
        var (ranges, least) = (of.Ranges(own.Type), of.Edition.LeastKnownPercent);
        var near = ContextDistance.Nearest(of.Values[place], [.. pool.Select(p => of.Values[p])], of.Weights, ranges, of.Edition.Neighbours, least);
        var unknown = pool.Count(p => !ContextDistance.Between(of.Values[place], of.Values[p], of.Weights, ranges).IsKnown(least));
        return new(own.Id, of, null, anonymous, [.. near.Select(n => Told(of, pool[n.School], n.Nearness, reach))], pool.Count, unknown, 0);
    }

    private static SimilarSchools Chosen(Circumstances of, int place, Reach reach, bool anonymous, ComparatorSet set)
    {
        var own = of.Schools[place];
        var members = set.Schools.Where(s => s.Organisation != own.Id && of.Places.ContainsKey(s.Organisation)).Select(s => of.Places[s.Organisation]).ToList();
        var seen = members.FindAll(m => anonymous || SimilarSchools.Sees(reach, of.Schools[m]));
        var near = seen.Select(m => Told(of, m, ContextDistance.Between(of.Values[place], of.Values[m], of.Weights, of.Ranges(own.Type)), reach));
        return new(own.Id, of, set, anonymous, [.. near.OrderBy(s => double.IsNaN(s.Nearness.Distance)).ThenBy(s => s.Nearness.Distance).ThenBy(s => s.School.Code, StringComparer.Ordinal)], seen.Count, 0, members.Count - seen.Count);
    }

    private static SimilarSchool Told(Circumstances of, int place, Nearness nearness, Reach reach)
    {
        var school = of.Schools[place];
        var seesAll = reach.Municipalities.Contains(school.Municipality.Value) || reach.Organisations.Contains(school.Id.Value);
        return new(school, nearness, of.Values[place], seesAll ? new bool[of.Measures.Count] : of.Few[place]);
    }
}
