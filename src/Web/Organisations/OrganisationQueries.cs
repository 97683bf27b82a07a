using System.Linq.Expressions;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations;

public static class OrganisationQueries
{
    /// <summary>The organisations that the viewer's permission reaches; everything about an organisation is found through them.</summary>
    public static IQueryable<Organisation> VisibleTo(this IQueryable<Organisation> organisations, Viewer viewer, Permission permission = Permission.SeeOrganisations)
    {
        var reach = viewer.Reach(permission);
        if (reach.Everywhere) return organisations;

        var (municipalities, own) = (reach.Municipalities.Select(id => new Id<Municipality>(id)).ToList(), reach.Organisations.Select(id => new Id<Organisation>(id)).ToList());
        return organisations.Where(o => municipalities.Contains(o.Municipality) || own.Contains(o.Id));
    }

    /// <summary>The municipalities in which the viewer sees anything.</summary>
    public static IQueryable<Municipality> VisibleTo(this IQueryable<Municipality> municipalities, Viewer viewer, IQueryable<Organisation> organisations, Permission permission = Permission.SeeOrganisations)
    {
        var reach = viewer.Reach(permission);
        if (reach.Everywhere) return municipalities;

        var (whole, own) = (reach.Municipalities.Select(id => new Id<Municipality>(id)).ToList(), reach.Organisations.Select(id => new Id<Organisation>(id)).ToList());
        return municipalities.Where(m => whole.Contains(m.Id) || organisations.Any(o => own.Contains(o.Id) && o.Municipality == m.Id));
    }

    public static Expression<Func<Organisation, bool>> IsSchool => o => o.Type == OrganisationType.School;
}
