using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Stupeni.Platform.Jobs;

/// <summary>Writes the row of a run, past the work's own transaction: what a person sees of it must not depend on how the work ends.</summary>
public sealed class Journal(IServiceScopeFactory scopes, Running running, Clock clock)
{
    private const int Patience = 30;

    /// <summary>The run that begins, or begins again; none if it has ended meanwhile.</summary>
    public Task<JobRun?> Begin(Id<JobRun> id) => Ask(async db =>
    {
        var begun = await Open(db, id).ExecuteUpdateAsync(run => run
            .SetProperty(r => r.State, JobState.Running).SetProperty(r => r.StartedAt, clock.Now).SetProperty(r => r.Starts, r => r.Starts + 1)
            .SetProperty(r => r.Done, 0).SetProperty(r => r.Total, 0).SetProperty(r => r.Doing, "").SetProperty(r => r.DoingArg, ""));
        return begun == 0 ? null : await db.Jobs.AsNoTracking().SingleAsync(r => r.Id == id);
    });

    /// <summary>Tells how far the work is; false if the database was busy with something that matters more.</summary>
    public Task<bool> Tell(Id<JobRun> id, Step step) => Ask(db => db.WriteIfFree(() => Open(db, id).ExecuteUpdateAsync(run => run
        .SetProperty(r => r.Done, step.Done).SetProperty(r => r.Total, step.Total).SetProperty(r => r.Doing, Cut(step.Doing)).SetProperty(r => r.DoingArg, Cut(step.Arg)))));

    public Task<bool> CancelAsked(Id<JobRun> id) => Ask(db => db.Jobs.AnyAsync(r => r.Id == id && r.CancelAsked));

    public async Task AskCancel(Id<JobRun> id)
    {
        if (running.Of(id) is { } here)
        {
            here.Cancel();
            await Ask(db => db.WriteIfFree(() => AskCancel(db, id)));
        }
        else
        {
            await Ask(db => AskCancel(db, id));
        }
    }

    private async Task<int> AskCancel(Db db, Id<JobRun> id) =>
        await db.Jobs.Where(r => r.Id == id && r.State == JobState.Queued).ExecuteUpdateAsync(run => run.SetProperty(r => r.State, JobState.Cancelled).SetProperty(r => r.EndedAt, clock.Now))
        + await db.Jobs.Where(r => r.Id == id && r.State == JobState.Running).ExecuteUpdateAsync(run => run.SetProperty(r => r.CancelAsked, true));

    /// <summary>Hands the run back: the server stops before the work is done.</summary>
    public Task Wait(Id<JobRun> id) => Surely(id, run => run.SetProperty(r => r.State, JobState.Queued));

    public Task Finish(Id<JobRun> id, string url) => Surely(id, run => run.SetProperty(r => r.State, JobState.Done).SetProperty(r => r.ResultUrl, url).SetProperty(r => r.EndedAt, clock.Now));

    public Task Cancelled(Id<JobRun> id) => Surely(id, run => run.SetProperty(r => r.State, JobState.Cancelled).SetProperty(r => r.EndedAt, clock.Now));

    public Task Fail(Id<JobRun> id, string why, string arg, string trace = "") => Surely(id, run => run
        .SetProperty(r => r.State, JobState.Failed).SetProperty(r => r.Doing, Cut(why)).SetProperty(r => r.DoingArg, Cut(arg)).SetProperty(r => r.TraceId, trace).SetProperty(r => r.EndedAt, clock.Now));

    /// <summary>How a run ended is worth waiting for: another work may hold SQLite's one writer for long.</summary>
    private async Task Surely(Id<JobRun> id, Action<UpdateSettersBuilder<JobRun>> how)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Ask(db => Open(db, id).ExecuteUpdateAsync(how));
                return;
            }
            catch (DbException failure) when (attempt < Patience && failure.IsBusy())
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    private static IQueryable<JobRun> Open(Db db, Id<JobRun> id) => db.Jobs.Where(r => r.Id == id && (r.State == JobState.Queued || r.State == JobState.Running));

    private static string Cut(string text) => text.Length <= JobRun.Longest ? text : text[..JobRun.Longest];

    private async Task<T> Ask<T>(Func<Db, Task<T>> question)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await question(scope.ServiceProvider.GetRequiredService<Db>());
    }
}
