using Microsoft.AspNetCore.Identity;
using Stupeni.Platform;

namespace Stupeni.Accounts;

/// <summary>Someone who signs in: a worker of the region, a municipality or an organisation. Pupils and respondents never do.</summary>
public sealed class Person : IdentityUser<Id<Person>>, IRecorded
{
    public Person() => Id = Id<Person>.New();

    /// <summary>Surname and initials, or the position where the person is not to be named.</summary>
    public required string Name { get; set; }
    public string Position { get; set; } = "";
    public DateTime CreatedAt { get; init; }

    /// <summary>An invented person of the demo region: offered on the sign-in page, without a password.</summary>
    public bool IsDemo { get; init; }
    public DateTime? BlockedAt { get; private set; }

    public string Label => Name;
    public Guid? Organisation => null;

    public void Block(DateTime now, bool self)
    {
        if (self) throw new RuleBroken("Нельзя закрыть вход самому себе.");
        BlockedAt ??= now;
        SecurityStamp = Guid.CreateVersion7().ToString("N");
    }

    public void Unblock() => BlockedAt = null;
}
