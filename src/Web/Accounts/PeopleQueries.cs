using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Accounts;

public sealed record PersonRow(Id<Person> Id, string Name, string Position, string? Login, DateTime? BlockedAt, bool IsDemo, IReadOnlyList<PersonGrant> Grants);

public sealed record PersonGrant(Id<Grant> Id, string Role, string RoleName, ScopeKind Kind, Guid? Scope);

public static class PeopleQueries
{
    /// <summary>People whose every role lies within the viewer's right to manage people; those without roles belong to whoever manages the region.</summary>
    public static IQueryable<Person> Managed(this Db db, Viewer viewer)
    {
        var reach = viewer.Reach(Permission.ManagePeople);
        if (reach.Everywhere) return db.Users;

        return db.Users.Where(p => db.Grants.Any(g => g.Person == p.Id) && !db.Grants.Any(g => g.Person == p.Id && (g.Scope == null || (!reach.Municipalities.Contains(g.Scope.Value) && !reach.Organisations.Contains(g.Scope.Value)))));
    }

    public static async Task<List<PersonRow>> People(this Db db, IQueryable<Person> people, CancellationToken stop)
    {
        var rows = await people.AsNoTracking().Select(p => new { p.Id, p.Name, p.Position, p.UserName, p.BlockedAt, p.IsDemo }).ToListAsync(stop);
        var ids = rows.Select(r => r.Id).ToList();
        var grants = await (from g in db.Grants.AsNoTracking()
                            where ids.Contains(g.Person)
                            join r in db.Roles on g.Role equals r.Code
                            orderby r.Position
                            select new { g.Person, Grant = new PersonGrant(g.Id, g.Role, r.Name, g.ScopeKind, g.Scope) }).ToListAsync(stop);
        var byPerson = grants.ToLookup(g => g.Person, g => g.Grant);
        return [.. rows.Select(r => new PersonRow(r.Id, r.Name, r.Position, r.UserName, r.BlockedAt, r.IsDemo, [.. byPerson[r.Id]]))];
    }
}
