using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Accounts;

public static class RoleQueries
{
    /// <summary>Roles the viewer may give: nobody gives a right in a wider scope than their own.</summary>
    public static async Task<List<SelectListItem>> RolesToGive(this Db db, Viewer viewer)
    {
        var everywhere = viewer.MayEverywhere(Permission.ManagePeople);
        var roles = await db.Roles.AsNoTracking().Where(r => everywhere || r.Scope == ScopeKind.Organisation).OrderBy(r => r.Position).ToListAsync();
        return [.. roles.Select(r => new SelectListItem($"{Texts.Say(r.Name)} — {r.Scope.Word()}", r.Code))];
    }

    /// <summary>The scope that a code names for a role, among those the viewer may give it in.</summary>
    public static async Task<Guid?> PlaceOf(this Db db, IScopes scopes, Viewer viewer, string? role, string? place)
    {
        var known = (await db.RolesToGive(viewer)).Any(r => r.Value == role) ? await db.Roles.AsNoTracking().SingleAsync(r => r.Code == role) : throw new RuleBroken("Выберите роль.", nameof(role));
        if (known.Scope == ScopeKind.Region) return null;
        if (string.IsNullOrWhiteSpace(place)) throw new RuleBroken("Для роли «{0}» укажите, где она действует.", nameof(place), Texts.Say(known.Name));
        return await scopes.Find(known.Scope, place.Trim(), viewer) ?? throw new RuleBroken(known.Scope == ScopeKind.Municipality ? "Муниципалитета с кодом {0} нет." : "Организации с кодом {0} нет.", nameof(place), place.Trim());
    }
}
