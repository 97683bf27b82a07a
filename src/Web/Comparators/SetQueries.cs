using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Comparators;

/// <summary>A set as a choice.</summary>
public sealed record SetChoice(Id<ComparatorSet> Id, string Name, int Schools);

public static class SetQueries
{
    /// <summary>The sets that hold, of the places in which the viewer sees results.</summary>
    public static IQueryable<ComparatorSet> VisibleTo(this IQueryable<ComparatorSet> sets, Viewer viewer)
    {
        var places = viewer.Grants.Where(g => g.Permissions.Contains(Permission.SeeResults)).Select(g => g.Place).Distinct().ToList();
        return sets.Where(s => s.State == SetState.Current && places.Contains(s.Place));
    }

    public static Task<List<SetChoice>> SetChoices(this Db db, Viewer viewer, CancellationToken stop = default) =>
        db.ComparatorSets.AsNoTracking().VisibleTo(viewer).OrderBy(s => s.Name).Select(s => new SetChoice(s.Id, s.Name, s.Schools.Count)).ToListAsync(stop);

    /// <summary>Working schools that the viewer may put into a set: those whose results they see, or all of the region where they see none by name.</summary>
    public static IQueryable<Organisation> Comparable(this Db db, Viewer viewer)
    {
        var schools = db.Organisations.AsNoTracking().Where(o => o.State == OrganisationState.Active && o.Type == OrganisationType.School);
        return SimilarSchools.SeesOnlyOwn(viewer.Reach(Permission.SeeResults)) ? schools : schools.VisibleTo(viewer, Permission.SeeResults);
    }
}
