using Stupeni.Platform;

namespace Stupeni.Accounts;

/// <summary>Who is looking, and how far each permission of theirs reaches.</summary>
public sealed record Viewer(Id<Person>? Person, string Name, string Position, IReadOnlyList<ViewerGrant> Grants)
{
    public static readonly Viewer Nobody = new(null, "", "", []);

    /// <summary>The program itself: the command line and jobs that nobody started.</summary>
    public static readonly Viewer Program = new(null, "Программа", "", [new("program", "Программа", ScopeKind.Region, null, Enum.GetValues<Permission>())]);

    /// <summary>Every role of the person. <see cref="Grants"/> are those that count now: all, or those of the place in which the person has chosen to work.</summary>
    public IReadOnlyList<ViewerGrant> Held { get; init; } = Grants;

    /// <summary>The same person working in one place. Only their own roles there remain, so a place they have no role in changes nothing.</summary>
    public Viewer In(string? place) => Held.Where(g => g.Place == place).ToList() is { Count: > 0 } here ? this with { Grants = here } : this;

    public bool May(Permission permission) => Grants.Any(g => g.Permissions.Contains(permission));

    public bool MayEverywhere(Permission permission) => Reach(permission).Everywhere;

    public Reach Reach(Permission permission)
    {
        var grants = Grants.Where(g => g.Permissions.Contains(permission)).ToList();
        return new(grants.Any(g => g.Kind == ScopeKind.Region), Ids(ScopeKind.Municipality), Ids(ScopeKind.Organisation));

        Guid[] Ids(ScopeKind kind) => [.. grants.Where(g => g.Kind == kind).Select(g => g.Scope!.Value).Distinct()];
    }
}

public sealed record ViewerGrant(string Role, string RoleName, ScopeKind Kind, Guid? Scope, IReadOnlyCollection<Permission> Permissions)
{
    /// <summary>Where the role is held, as a choice of the place names it.</summary>
    public string Place => Scope?.ToString() ?? "region";
}

/// <summary>How far one permission goes: the region, or these municipalities and organisations.</summary>
public sealed record Reach(bool Everywhere, Guid[] Municipalities, Guid[] Organisations);
