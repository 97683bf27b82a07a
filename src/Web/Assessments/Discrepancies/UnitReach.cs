using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>The units a permission of the viewer reaches: a municipality only when all of it is theirs, the region and the country's sample only with the whole region.</summary>
public sealed record UnitReach(bool Everywhere, IReadOnlySet<Guid> Municipalities, IReadOnlySet<Guid> Organisations)
{
    public static async Task<UnitReach> Of(Db db, Viewer viewer, Permission permission, CancellationToken stop)
    {
        var reach = viewer.Reach(permission);
        if (reach.Everywhere) return new(true, new HashSet<Guid>(), new HashSet<Guid>());

        var own = await db.Organisations.AsNoTracking().VisibleTo(viewer, permission).Select(o => o.Id).ToListAsync(stop);
        return new(false, reach.Municipalities.ToHashSet(), own.Select(o => o.Value).ToHashSet());
    }

    public bool Reaches(DeclaredUnit unit) => Everywhere
        || (unit.Organisation is { } school && Organisations.Contains(school.Value)) || (unit is { Organisation: null, Municipality: { } municipality } && Municipalities.Contains(municipality.Value));
}
