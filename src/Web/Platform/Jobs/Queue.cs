using Quartz;

namespace Stupeni.Platform.Jobs;

/// <summary>Where long work is put and taken back. Works of one name are done one after another, in the order they came.</summary>
public sealed class Queue(Db db, ISchedulerFactory schedulers, Journal journal, Clock clock)
{
    private const string Runs = "runs";

    /// <summary>Saves the run with whatever else is changed in the database, then queues it; so never inside a transaction.</summary>
    public async Task<Id<JobRun>> Start<TWork>(string input, string title, string titleArg, Guid? by, string byName) where TWork : class, IWork
    {
        if (db.Database.CurrentTransaction is not null) throw new InvalidOperationException("Commit first: the scheduler writes past this transaction.");

        var run = new JobRun { Work = TWork.Name, Input = input, Title = title, TitleArg = titleArg, By = by, ByName = byName, QueuedAt = clock.Now };
        db.Add(run);
        await db.SaveChangesAsync();
        try
        {
            await Place(await schedulers.GetScheduler(), run);
        }
        catch (SchedulerException)
        {
            await journal.Cancelled(run.Id);
            throw;
        }

        return run.Id;
    }

    /// <summary>Asks to stop: what waits is stopped at once, what runs stops where it can.</summary>
    public Task Cancel(Id<JobRun> run) => journal.AskCancel(run);

    /// <summary>One Quartz job stands for each work, so that its runs exclude one another; each run is a trigger that fires once, however late.</summary>
    internal static async Task Place(IScheduler scheduler, JobRun run)
    {
        var work = JobBuilder.Create<WorkJob>().WithIdentity(run.Work).StoreDurably().RequestRecovery().Build();
        var trigger = TriggerBuilder.Create().ForJob(work).WithIdentity(run.Id.ToString(), Runs).UsingJobData(WorkJob.Run, run.Id.ToString())
            .StartAt(new DateTimeOffset(run.QueuedAt)).WithSimpleSchedule(once => once.WithMisfireInstruction(SimpleTriggerMisfireInstruction.IgnoreMisfires)).Build();
        await scheduler.AddJob(work, AddJobOptions.Replacing);
        await scheduler.ScheduleJob(trigger);
    }
}
