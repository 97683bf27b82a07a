using Stupeni.Platform;

namespace Stupeni.Accounts;

/// <summary>One line of the record: who, what, old → new, when, why. Only ever added.</summary>
public sealed class Change
{
    public Id<Change> Id { get; init; } = Id<Change>.New();
    public required DateTime At { get; init; }
    public Id<Person>? Person { get; init; }
    public required string PersonName { get; init; }
    public required ChangeKind Kind { get; init; }

    /// <summary>What kind of thing it is about, as the code names it: Organisation, Import, ListDecision.</summary>
    public required string Subject { get; init; }
    public Guid? SubjectId { get; init; }
    public string Label { get; init; } = "";

    /// <summary>The organisation whose history shows the line.</summary>
    public Guid? Organisation { get; init; }
    public string Field { get; init; } = "";
    public string? Old { get; init; }
    public string? New { get; init; }
    public string? Why { get; init; }
}

public enum ChangeKind { Added, Changed, Removed, Seen, Exported, SignedIn, Refused }

/// <summary>Rows whose every change is put on record by <see cref="Recording"/>.</summary>
public interface IRecorded
{
    /// <summary>The name a person knows the row by.</summary>
    string Label { get; }

    /// <summary>The organisation whose history shows it, if any.</summary>
    Guid? Organisation { get; }
}
