using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Accounts;

public static class ViewerQueries
{
    public static async Task<Viewer> ViewerOf(this Db db, ClaimsPrincipal user, CancellationToken stop = default) =>
        Id<Person>.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? await db.ViewerOf(id, stop) : Viewer.Nobody;

    /// <summary>The person with the grants of today; nobody, if the person is gone or blocked.</summary>
    public static async Task<Viewer> ViewerOf(this Db db, Id<Person> id, CancellationToken stop = default)
    {
        var person = await db.Users.AsNoTracking().Where(p => p.Id == id && p.BlockedAt == null).Select(p => new { p.Name, p.Position }).SingleOrDefaultAsync(stop);
        if (person is null) return Viewer.Nobody;

        var grants = await (from grant in db.Grants.AsNoTracking()
                            where grant.Person == id
                            join role in db.Roles on grant.Role equals role.Code
                            orderby role.Position
                            select new { grant.Role, role.Name, grant.ScopeKind, grant.Scope, Permissions = role.Permissions.Select(p => p.Permission).ToList() }).ToListAsync(stop);
        return new(id, person.Name, person.Position, [.. grants.Select(g => new ViewerGrant(g.Role, g.Name, g.ScopeKind, g.Scope, g.Permissions))]);
    }
}
