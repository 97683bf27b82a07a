using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Accounts;

/// <summary>Roles as they are shipped; an installation's own roles and changes stay as they are.</summary>
public static class ShippedRoles
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private static readonly Pack pack = Read();

    /// <summary>A role in words where only its code is kept, as in the record; a code of one's own as it is.</summary>
    public static string Name(string code) => pack.Roles.Find(r => r.Code == code)?.Name is { } name ? Texts.Say(name) : code;

    public static async Task Ship(Db db)
    {
        var known = await db.Roles.Select(r => r.Code).ToListAsync();
        foreach (var (role, position) in pack.Roles.Select((r, i) => (r, i)).Where(r => !known.Contains(r.r.Code)))
        {
            var row = new Role { Code = role.Code, Name = role.Name, Scope = role.Scope, Position = position, Source = $"{pack.Source}; {pack.Edition}" };
            row.Permissions.AddRange(role.Permissions.Select(p => new RolePermission { Role = role.Code, Permission = p }));
            db.Add(row);
        }

        await db.SaveChangesAsync();
    }

    private static Pack Read()
    {
        using var file = typeof(ShippedRoles).Assembly.GetManifestResourceStream("Stupeni.Accounts.roles.json")!;
        return JsonSerializer.Deserialize<Pack>(file, Json)!;
    }

    private sealed record Pack(string Source, string Edition, List<Shipped> Roles);

    private sealed record Shipped(string Code, string Name, ScopeKind Scope, List<Permission> Permissions);
}
