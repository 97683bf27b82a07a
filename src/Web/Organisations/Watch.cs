using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations;

/// <summary>A person keeps an eye on an organisation: it stands on their first page.</summary>
public sealed class Watch
{
    public required Id<Person> Person { get; init; }
    public required Id<Organisation> Organisation { get; init; }
    public required DateTime Since { get; init; }
}
