using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Accounts;

/// <summary>Roles as they are shipped; an installation's own roles and changes stay as they are.</summary>
public static class ShippedRoles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task Ship(Db db)
    {
        var known = await db.Roles.Select(r => r.Code).ToListAsync();
        using var file = typeof(ShippedRoles).Assembly.GetManifestResourceStream("Stupeni.Accounts.roles.json")!;
        var pack = (await JsonSerializer.DeserializeAsync<Pack>(file, Json))!;
        foreach (var (role, position) in pack.Roles.Select((r, i) => (r, i)).Where(r => !known.Contains(r.r.Code)))
        {
            var row = new Role { Code = role.Code, Name = role.Name, Scope = role.Scope, Position = position, Source = $"{pack.Source}; {pack.Edition}" };
            row.Permissions.AddRange(role.Permissions.Select(p => new RolePermission { Role = role.Code, Permission = p }));
            db.Add(row);
        }

        await db.SaveChangesAsync();
    }

    private sealed record Pack(string Source, string Edition, List<Shipped> Roles);

    private sealed record Shipped(string Code, string Name, ScopeKind Scope, List<Permission> Permissions);
}
