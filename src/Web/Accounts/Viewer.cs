using Stupeni.Platform;

namespace Stupeni.Accounts;

/// <summary>Who is looking, and how far each permission of theirs reaches.</summary>
public sealed record Viewer(Id<Person>? Person, string Name, string Position, IReadOnlyList<ViewerGrant> Grants)
{
    public static readonly Viewer Nobody = new(null, "", "", []);

    /// <summary>The program itself: the command line and jobs that nobody started.</summary>
    public static readonly Viewer Program = new(null, "Программа", "", [new("program", "Программа", ScopeKind.Region, null, Enum.GetValues<Permission>())]);

    public bool May(Permission permission) => Grants.Any(g => g.Permissions.Contains(permission));

    public bool MayEverywhere(Permission permission) => Reach(permission).Everywhere;

    public Reach Reach(Permission permission)
    {
        var grants = Grants.Where(g => g.Permissions.Contains(permission)).ToList();
        return new(grants.Any(g => g.Kind == ScopeKind.Region), Ids(ScopeKind.Municipality), Ids(ScopeKind.Organisation));

        Guid[] Ids(ScopeKind kind) => [.. grants.Where(g => g.Kind == kind).Select(g => g.Scope!.Value).Distinct()];
    }
}

public sealed record ViewerGrant(string Role, string RoleName, ScopeKind Kind, Guid? Scope, IReadOnlyCollection<Permission> Permissions);

/// <summary>How far one permission goes: the region, or these municipalities and organisations.</summary>
public sealed record Reach(bool Everywhere, Guid[] Municipalities, Guid[] Organisations);
