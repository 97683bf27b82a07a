using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Home;

/// <summary>Where the viewer stands: the region, a municipality or an organisation; shown in the same place on every page.</summary>
public sealed class Place(Db db, Viewer viewer, IScopes scopes)
{
    private string? name;
    private IReadOnlyList<PlaceChoice>? choices;

    public async Task<string> Name() => name ??= await Find() ?? Texts.Say("Область не названа");

    /// <summary>The places among which the person may choose, from the widest; none where there is nothing to choose.</summary>
    public async Task<IReadOnlyList<PlaceChoice>> Choices() => choices ??= await Places();

    private async Task<IReadOnlyList<PlaceChoice>> Places()
    {
        var places = viewer.Held.GroupBy(g => g.Place).OrderBy(p => p.First().Kind).ToList();
        if (places.Count < 2) return [];

        var names = await scopes.Names([.. viewer.Held.Where(g => g.Scope is not null).Select(g => g.Scope!.Value)]);
        var region = await db.Regions.AsNoTracking().Select(r => r.Name).SingleOrDefaultAsync() ?? Texts.Say("Область не названа");
        var all = viewer.Grants.Count == viewer.Held.Count;
        return
        [
            new("", Texts.Say("Везде, где у меня есть роль"), Texts.Count(places.Count, "место|места|мест"), all),
            .. places.Select(p => new PlaceChoice(p.Key, p.First().Scope is { } scope ? names.GetValueOrDefault(scope, Texts.Say("место закрыто")) : region, string.Join(", ", p.Select(g => Texts.Say(g.RoleName))), !all && viewer.Grants[0].Place == p.Key)),
        ];
    }

    private async Task<string?> Find() => viewer.Reach(Permission.SeeOrganisations) switch
    {
        { Everywhere: true } => await db.Regions.AsNoTracking().Select(r => r.Name).SingleOrDefaultAsync(),
        { Municipalities: [var id], Organisations: [] } => await db.Municipalities.AsNoTracking().Where(m => m.Id == new Id<Municipality>(id)).Select(m => m.Name).FirstOrDefaultAsync(),
        { Municipalities: [], Organisations: [var id] } => await db.Organisations.AsNoTracking().Where(o => o.Id == new Id<Organisation>(id)).Select(o => o.Name).FirstOrDefaultAsync(),
        { Municipalities: [_, ..] some, Organisations: [_, ..] more } => Texts.Count(some.Length + more.Length, "место|места|мест"),
        { Municipalities: { Length: > 1 } several } => Texts.Count(several.Length, "муниципалитет|муниципалитета|муниципалитетов"),
        { Organisations: { Length: > 1 } several } => Texts.Count(several.Length, "организация|организации|организаций"),
        _ => await db.Regions.AsNoTracking().Select(r => r.Name).SingleOrDefaultAsync(),
    };
}

/// <summary>One place to work in: its key, name, and the roles held there.</summary>
public sealed record PlaceChoice(string Key, string Name, string Roles, bool IsHere);
