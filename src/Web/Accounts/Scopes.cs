namespace Stupeni.Accounts;

/// <summary>Where roles may be given; Organisations knows the places, Accounts only that they are there.</summary>
public interface IScopes
{
    /// <summary>The municipality or organisation with the code, if the viewer may give roles in it.</summary>
    Task<Guid?> Find(ScopeKind kind, string code, Viewer viewer);

    /// <summary>Names of scopes, for those that are still there.</summary>
    Task<IReadOnlyDictionary<Guid, string>> Names(IReadOnlyCollection<Guid> scopes);
}
