using System.Collections.Concurrent;

namespace Stupeni.Platform.Jobs;

/// <summary>
/// What runs on this node now: how far it is, and the way to stop it. The row in the database lags behind,
/// and on SQLite cannot be written at all while the work itself writes.
/// </summary>
public sealed class Running
{
    private readonly ConcurrentDictionary<Id<JobRun>, RunningWork> works = [];

    public RunningWork? Of(Id<JobRun> run) => works.GetValueOrDefault(run);

    public RunningWork Enter(Id<JobRun> run, CancellationToken stop) => works[run] = new RunningWork(() => works.TryRemove(run, out _), stop);
}

public sealed class RunningWork(Action left, CancellationToken stop) : IProgress<Step>, IDisposable
{
    private readonly CancellationTokenSource stopping = CancellationTokenSource.CreateLinkedTokenSource(stop);
    private readonly Lock gate = new();
    private Step? latest;

    public CancellationToken Stop => stopping.Token;

    public bool CancelAsked { get; private set; }

    public Step? Latest
    {
        get { lock (gate) return latest; }
    }

    public void Report(Step value)
    {
        lock (gate) latest = value;
    }

    public void Cancel()
    {
        CancelAsked = true;
        try
        {
            stopping.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // It ended meanwhile.
        }
    }

    public void Dispose()
    {
        left();
        stopping.Dispose();
    }
}
