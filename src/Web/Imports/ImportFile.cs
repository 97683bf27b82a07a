using Stupeni.Platform;

namespace Stupeni.Imports;

/// <summary>One file of an import. Its cells are kept without personal data as a packed grid; the file itself is not kept.</summary>
public sealed class ImportFile
{
    public Id<ImportFile> Id { get; init; } = Id<ImportFile>.New();
    public required Id<Import> Import { get; init; }
    public required int Position { get; init; }
    public required string Name { get; init; }

    /// <summary>SHA-256 of the file as it came, in hex: the same file twice changes nothing.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The code of the kind it was taken for; empty while nobody knows.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What it holds, in words: «ВПР 2026, математика, 6 класс».</summary>
    public string Title { get; set; } = "";
    public FileState State { get; set; }
    public int Sheets { get; set; }
    public int Rows { get; set; }
    public int Errors { get; set; }
    public int Warnings { get; set; }

    /// <summary>Whether someone has read every warning of the file and goes on.</summary>
    public bool WarningsAccepted { get; set; }

    /// <summary>How many values of personal columns were dropped while reading.</summary>
    public int DroppedValues { get; set; }

    /// <summary>The mapping chosen in the wizard, as JSON of the kind's own shape.</summary>
    public string? Mapping { get; set; }

    /// <summary>The version of a kept mapping by which it was read; it stays with it whatever is saved later.</summary>
    public Id<MappingVersion>? MappingVersion { get; set; }

    /// <summary>How many cells were mended here since the file came: it is then no longer what its hash says.</summary>
    public int Mended { get; set; }
}

/// <summary>Received: read, not yet checked. Unknown: read, but of no known kind. NeedsNames: somebody has to say whose the names in it are.</summary>
public enum FileState { Received, Unreadable, Unknown, NeedsMapping, NeedsNames, HasErrors, HasWarnings, Ready, Unchanged, Applied }

/// <summary>The packed, name-free grid of a file, apart so that lists do not load it.</summary>
public sealed class ImportContent
{
    public required Id<ImportFile> File { get; init; }
    public required byte[] Grid { get; set; }

    /// <summary>What the last check showed of it, as JSON of <see cref="FileView"/>.</summary>
    public string? View { get; set; }

    /// <summary>What the last check found that later files rest on, as <see cref="ImportDraft.Told"/> gave it.</summary>
    public string? Brought { get; set; }
}

/// <summary>One thing found while checking: where it is, what it is and how to mend it. Texts are keys with arguments as JSON.</summary>
public sealed class ImportFinding
{
    public Id<ImportFinding> Id { get; init; } = Id<ImportFinding>.New();
    public required Id<ImportFile> File { get; init; }
    public required FindingKind Kind { get; init; }
    public required int Position { get; init; }
    public string Sheet { get; init; } = "";
    public int? Row { get; init; }

    /// <summary>The header of the column, and its letter.</summary>
    public string Column { get; init; } = "";
    public string Letter { get; init; } = "";
    public string Value { get; init; } = "";
    public required string Message { get; init; }
    public string MessageArgs { get; init; } = "[]";
    public string Mend { get; init; } = "";
    public string MendArgs { get; init; } = "[]";

    /// <summary>Whether someone has read the warning and goes on.</summary>
    public bool Accepted { get; set; }
}

public enum FindingKind { Error, Warning }

/// <summary>What an import did to a row that has no versions of its own, so that it can be taken back.</summary>
public sealed class ImportEffect
{
    public Id<ImportEffect> Id { get; init; } = Id<ImportEffect>.New();
    public required Id<Import> Import { get; init; }
    public required string Subject { get; init; }
    public required Guid SubjectId { get; init; }

    /// <summary>The row before, as JSON; none if the import made it.</summary>
    public string? Before { get; init; }
    public required string After { get; init; }
}
