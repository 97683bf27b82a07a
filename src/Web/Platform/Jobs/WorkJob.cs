using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Quartz;

namespace Stupeni.Platform.Jobs;

/// <summary>Carries out one run of any work, and says how it ended.</summary>
[DisallowConcurrentExecution]
public sealed class WorkJob(IServiceScopeFactory scopes, Journal journal, Running running, ActAs actAs, ILogger<WorkJob> log) : IJob
{
    public const string Run = "run";

    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(500);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        if (!Id<JobRun>.TryParse(context.MergedJobDataMap.GetString(Run), out var id) || await journal.Begin(id) is not { } run) return;

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");
        using var trace = new Activity(run.Work).Start();
        using var work = running.Enter(id, cancellationToken);
        using var over = new CancellationTokenSource();
        var pulse = Pulse(id, work, over.Token);
        try
        {
            var url = await Do(run, work);
            await over.CancelAsync();
            await pulse;
            await journal.Finish(id, url);
        }
        catch (Exception failure)
        {
            await over.CancelAsync();
            await pulse;
            await End(id, work, failure, trace.TraceId.ToString(), cancellationToken);
            if (failure is OperationCanceledException && cancellationToken.IsCancellationRequested && !work.CancelAsked) throw;
        }
    }

    private async Task<string> Do(JobRun run, RunningWork work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await actAs(scope.ServiceProvider, run.By, work.Stop);
        return await ((IWork)scope.ServiceProvider.GetRequiredKeyedService(typeof(IWork), run.Work)).Run(run.Input, work, work.Stop);
    }

    private Task End(Id<JobRun> id, RunningWork work, Exception failure, string trace, CancellationToken shutdown)
    {
        switch (failure)
        {
            case OperationCanceledException when work.CancelAsked:
                return journal.Cancelled(id);
            case OperationCanceledException when shutdown.IsCancellationRequested:
                return journal.Wait(id);
            case RuleBroken { Args: [] } refused:
                return journal.Fail(id, refused.Key, "");
            case RuleBroken { Args: [var arg] } refused:
                return journal.Fail(id, refused.Key, Convert.ToString(arg, CultureInfo.CurrentCulture) ?? "");
            case RuleBroken refused:
                return journal.Fail(id, refused.Message, "");
            default:
                Failed(log, id.ToString(), failure);
                return journal.Fail(id, "", "", trace);
        }
    }

    /// <summary>Tells how far the work is, and hears whether it is to stop.</summary>
    private async Task Pulse(Id<JobRun> id, RunningWork work, CancellationToken over)
    {
        using var timer = new PeriodicTimer(Often);
        Step? told = null;
        try
        {
            while (await timer.WaitForNextTickAsync(over))
            {
                if (work.Latest is { } step && step != told && await Reach(() => journal.Tell(id, step))) told = step;
                if (await Reach(() => journal.CancelAsked(id))) work.Cancel();
            }
        }
        catch (OperationCanceledException)
        {
            // The work is over.
        }
    }

    /// <summary>A work must not fail because nobody could be told about it.</summary>
    private static async Task<bool> Reach(Func<Task<bool>> question)
    {
        try
        {
            return await question();
        }
        catch (DbException)
        {
            return false;
        }
    }

    private static readonly Action<ILogger, string, Exception?> Failed = LoggerMessage.Define<string>(LogLevel.Error, new(1, "WorkFailed"), "The work of run {Run} failed.");
}
