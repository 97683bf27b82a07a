using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Stupeni.Platform.Jobs;

/// <summary>
/// Starts the scheduler once the site answers: Quartz takes up what a stopped process left. A run it does not know any more
/// (a database brought back without its tables) is queued again.
/// </summary>
public sealed class Resume(ISchedulerFactory schedulers, IServiceScopeFactory scopes, IHostApplicationLifetime life, ILogger<Resume> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var answering = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var started = life.ApplicationStarted.Register(answering.SetResult);
        try
        {
            await answering.Task.WaitAsync(stoppingToken);
            var scheduler = await schedulers.GetScheduler(stoppingToken);
            await scheduler.Start(stoppingToken);
            foreach (var run in await Lost(scheduler, stoppingToken)) await Requeue(scheduler, run);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped while it was still starting.
        }
    }

    /// <summary>Asked in this order, a run that ends meanwhile is at worst fired once more, and then finds that it has ended.</summary>
    private async Task<List<JobRun>> Lost(IScheduler scheduler, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var open = await scope.ServiceProvider.GetRequiredService<Db>().Jobs.AsNoTracking().Where(r => r.State == JobState.Queued || r.State == JobState.Running).OrderBy(r => r.Id).ToListAsync(stop);
        if (open.Count == 0) return [];

        var known = new HashSet<string?>();
        foreach (var key in await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.AnyGroup(), stop)) known.Add((await scheduler.GetTrigger(key, stop))?.JobDataMap.GetString(WorkJob.Run));
        return [.. open.Where(r => !known.Contains(r.Id.ToString()))];
    }

    private async Task Requeue(IScheduler scheduler, JobRun run)
    {
        try
        {
            await Queue.Place(scheduler, run);
            Requeued(log, run.Id.ToString(), null);
        }
        catch (ObjectAlreadyExistsException)
        {
            // Another node has just done the same.
        }
    }

    private static readonly Action<ILogger, string, Exception?> Requeued = LoggerMessage.Define<string>(LogLevel.Warning, new(1, "WorkRequeued"), "Run {Run} was not known to the scheduler and was queued again.");
}
