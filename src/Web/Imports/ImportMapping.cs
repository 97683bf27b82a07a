using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>A mapping of columns that a person made once and everyone who imports may use: found again by the fingerprint of the headers, or by name.</summary>
public sealed class ImportMapping : IRecorded
{
    public const int LongestName = 100;

    public Id<ImportMapping> Id { get; init; } = Id<ImportMapping>.New();
    public required string Name { get; set; }
    public required string Kind { get; init; }
    public required string Fingerprint { get; set; }

    /// <summary>A retired one is offered to no new file; what was read by it stays.</summary>
    public DateTime? RetiredAt { get; private set; }
    public int Token { get; init; }

    public string Label => Name;
    Guid? IRecorded.Organisation => null;

    public void Rename(string? name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new RuleBroken("Назовите образец.", nameof(name));
        if (name.Trim().Length > LongestName) throw new RuleBroken("Не длиннее {0} знаков.", nameof(name), LongestName);
        Name = name.Trim();
    }

    public void Retire(DateTime now) => RetiredAt ??= now;

    public void UseAgain() => RetiredAt = null;
}

/// <summary>What the mapping said at one time; never changed, a change is the next version.</summary>
public sealed class MappingVersion
{
    public Id<MappingVersion> Id { get; init; } = Id<MappingVersion>.New();
    public required Id<ImportMapping> Mapping { get; init; }
    public required int Number { get; init; }

    /// <summary>JSON of the kind's own shape.</summary>
    public required string Columns { get; init; }
    public required DateTime SavedAt { get; init; }
    public required string SavedBy { get; init; }
}
