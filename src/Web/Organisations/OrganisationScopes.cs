using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations;

public sealed class OrganisationScopes(Db db) : IScopes
{
    public async Task<Guid?> Find(ScopeKind kind, string code, Viewer viewer) => kind switch
    {
        ScopeKind.Region => null,
        ScopeKind.Municipality => (await db.Municipalities.VisibleTo(viewer, db.Organisations, Permission.ManagePeople).Where(m => m.Code == code).Select(m => (Id<Municipality>?)m.Id).SingleOrDefaultAsync())?.Value,
        ScopeKind.Organisation => (await db.Organisations.VisibleTo(viewer, Permission.ManagePeople).Where(o => o.Code == code).Select(o => (Id<Organisation>?)o.Id).SingleOrDefaultAsync())?.Value,
    };

    public async Task<IReadOnlyDictionary<Guid, string>> Names(IReadOnlyCollection<Guid> scopes)
    {
        var (municipalities, organisations) = (scopes.Select(s => new Id<Municipality>(s)).ToList(), scopes.Select(s => new Id<Organisation>(s)).ToList());
        var names = await db.Municipalities.Where(m => municipalities.Contains(m.Id)).ToDictionaryAsync(m => m.Id.Value, m => m.Name);
        foreach (var organisation in await db.Organisations.Where(o => organisations.Contains(o.Id)).Select(o => new { o.Id, o.Name }).ToListAsync()) names[organisation.Id.Value] = organisation.Name;
        return names;
    }
}
