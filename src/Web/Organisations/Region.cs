using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations;

/// <summary>The region whose database this is; one row.</summary>
public sealed class Region : IRecorded
{
    public Id<Region> Id { get; init; } = Id<Region>.New();

    /// <summary>The two digits of the subject of the federation: 45, 24.</summary>
    public required string Code { get; set; }
    public required string Name { get; set; }

    /// <summary>Its clock, as the tz database names it: Asia/Yekaterinburg.</summary>
    public required string TimeZone { get; set; }

    public string Label => Name;
    Guid? IRecorded.Organisation => null;
}

public sealed class Municipality : IRecorded
{
    public Id<Municipality> Id { get; init; } = Id<Municipality>.New();
    public required string Code { get; init; }
    public required string Name { get; set; }
    public string SearchName { get; private set; } = "";
    public int Token { get; init; }

    public string Label => Name;
    Guid? IRecorded.Organisation => null;

    public static Municipality Open(string code, string name, Id<Municipality>? id = null) => new() { Id = id ?? Id<Municipality>.New(), Code = code, Name = name, SearchName = NameMatch.Key(name) };

    public void Rename(string name) => (Name, SearchName) = (name, NameMatch.Key(name));
}
