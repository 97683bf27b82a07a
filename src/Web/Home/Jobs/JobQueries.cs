using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Home.Jobs;

public static class JobQueries
{
    /// <summary>One's own runs; everyone's for who answers for the region's people or files.</summary>
    public static IQueryable<JobRun> VisibleTo(this IQueryable<JobRun> jobs, Viewer viewer) =>
        viewer.SeesAllJobs() ? jobs : viewer.Person is { } person ? jobs.Where(j => j.By == person.Value) : jobs.Where(_ => false);

    public static bool SeesAllJobs(this Viewer viewer) => viewer.MayEverywhere(Permission.ManagePeople) || viewer.MayEverywhere(Permission.ImportFiles);

    /// <summary>The run with the freshest of what is known about it.</summary>
    public static async Task<JobShown?> Show(this Db db, Id<JobRun> id, Viewer viewer, Running running, DateTime now)
    {
        var run = await db.Jobs.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(j => j.Id == id);
        return run is null ? null : new(run, running.Of(id), run.State == JobState.Queued ? await db.Ahead(run) : 0, now);
    }

    /// <summary>The work of the viewer that is not over: what runs, else what waits longest.</summary>
    public static async Task<JobShown?> RunningOf(this Db db, Viewer viewer, Running running, DateTime now)
    {
        if (viewer.Person is not { } person) return null;
        var open = await db.Jobs.AsNoTracking().Where(j => j.By == person.Value && (j.State == JobState.Queued || j.State == JobState.Running)).OrderBy(j => j.Id).ToListAsync();
        return open.OrderByDescending(j => j.State).FirstOrDefault() is not { } run ? null : new(run, running.Of(run.Id), run.State == JobState.Queued ? await db.Ahead(run) : 0, now);
    }

    private static Task<int> Ahead(this Db db, JobRun run) => db.Jobs.CountAsync(j => (j.State == JobState.Queued || j.State == JobState.Running) && j.Id < run.Id);
}
