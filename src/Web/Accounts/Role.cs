using Stupeni.Platform;

namespace Stupeni.Accounts;

/// <summary>A part that people play, with what it may do: data, shipped in roles.json with its source.</summary>
public sealed class Role
{
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required ScopeKind Scope { get; init; }
    public required int Position { get; init; }
    public required string Source { get; init; }
    public List<RolePermission> Permissions { get; } = [];
}

public sealed class RolePermission
{
    public required string Role { get; init; }
    public required Permission Permission { get; init; }
}

/// <summary>A role given to a person in a scope: the whole region, one municipality or one organisation.</summary>
public sealed class Grant : IRecorded
{
    public Id<Grant> Id { get; init; } = Id<Grant>.New();
    public required Id<Person> Person { get; init; }
    public required string Role { get; init; }
    public required ScopeKind ScopeKind { get; init; }

    /// <summary>The municipality or organisation; none for the whole region.</summary>
    public Guid? Scope { get; init; }
    public DateTime GivenAt { get; init; }

    public string Label => Role;
    public Guid? Organisation => ScopeKind == ScopeKind.Organisation ? Scope : null;
}
