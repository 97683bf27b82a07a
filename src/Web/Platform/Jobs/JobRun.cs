namespace Stupeni.Platform.Jobs;

/// <summary>Long work that a person started: what its page shows. Quartz carries it out and brings it back after a restart.</summary>
public sealed class JobRun
{
    /// <summary>The longest sentence it keeps.</summary>
    public const int Longest = 300;

    public Id<JobRun> Id { get; init; } = Id<JobRun>.New();

    /// <summary>The name of the work, as it was registered.</summary>
    public required string Work { get; init; }

    /// <summary>What it works on, as JSON of the work's own shape.</summary>
    public required string Input { get; init; }

    /// <summary>What the page is headed: a text key with its argument.</summary>
    public required string Title { get; init; }
    public string TitleArg { get; init; } = "";
    public Guid? By { get; init; }
    public required string ByName { get; init; }
    public required DateTime QueuedAt { get; init; }
    public DateTime? StartedAt { get; set; }
    public DateTime? EndedAt { get; set; }
    public JobState State { get; set; }
    public int Done { get; set; }
    public int Total { get; set; }

    /// <summary>What is being done now, or why it failed: a text key with its argument.</summary>
    public string Doing { get; set; } = "";
    public string DoingArg { get; set; } = "";
    public bool CancelAsked { get; set; }

    /// <summary>How many times it was begun: more than once where the server stopped in the middle.</summary>
    public int Starts { get; set; }

    /// <summary>Where the result is.</summary>
    public string ResultUrl { get; set; } = "";

    /// <summary>The trace under which a failure was logged.</summary>
    public string TraceId { get; set; } = "";
}

public enum JobState { Queued, Running, Done, Failed, Cancelled }
