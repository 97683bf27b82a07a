using System.Diagnostics;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Stupeni.Platform.Jobs;

public sealed class ResumeTests : IDisposable
{
    private readonly JobsApp app = new();

    [Fact]
    public async Task A_work_in_the_middle_of_which_the_server_was_stopped_is_done_again()
    {
        Id<JobRun> running, waiting;
        await using (var first = Host())
        {
            running = await first.Queue<Chore>("wait");
            waiting = await first.Queue<Chore>("later");
            await first.Services.GetRequiredService<Gates>().Entered("wait");
        }

        await using var second = Host();
        second.Services.GetRequiredService<Gates>().Open("wait");
        var run = await second.Ended(running);
        Assert.Equal((JobState.Done, 2), (run.State, run.Starts));
        Assert.Equal(JobState.Done, (await second.Ended(waiting)).State);
    }

    [Fact]
    public async Task A_work_in_the_middle_of_which_the_process_was_killed_is_done_again()
    {
        await using var first = Host();
        var running = await first.Queue<Chore>("wait");
        var waiting = await first.Queue<Chore>("later");
        await first.Services.GetRequiredService<Gates>().Entered("wait");
        await first.Until(running, r => r.State == JobState.Running);

        var left = await AsKilled(first);
        await using (var second = Host(left))
        {
            second.Services.GetRequiredService<Gates>().Open("wait");
            var run = await second.Ended(running);
            Assert.Equal((JobState.Done, 2), (run.State, run.Starts));
            Assert.Equal(JobState.Done, (await second.Ended(waiting)).State);
        }

        Forget(left);
    }

    [Fact]
    public async Task A_run_that_the_scheduler_lost_is_queued_again()
    {
        Id<JobRun> queued, running;
        await using (var first = Host())
        {
            queued = await Lost(first, JobState.Queued);
            running = await Lost(first, JobState.Running);
        }

        await using var second = Host();
        Assert.Equal(JobState.Done, (await second.Ended(queued)).State);
        Assert.Equal(JobState.Done, (await second.Ended(running)).State);
    }

    [Fact]
    public async Task A_run_whose_work_no_longer_exists_fails()
    {
        Id<JobRun> lost;
        await using (var first = Host()) lost = await Lost(first, JobState.Queued, "forgotten");

        await using var second = Host();
        var run = await second.Ended(lost);
        Assert.Equal(JobState.Failed, run.State);
        Assert.NotEqual("", run.TraceId);
    }

    public void Dispose() => app.Dispose();

    private WebApplicationFactory<Program> Host(string? connection = null) => app.WithWebHostBuilder(builder =>
    {
        if (connection is not null) builder.UseSetting("ConnectionStrings:Db", connection);
    });

    private static async Task<Id<JobRun>> Lost(WebApplicationFactory<Program> host, JobState state, string work = "chore")
    {
        using var scope = host.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var run = new JobRun { Work = work, Input = "lost", Title = "Потерянная", ByName = "Программа", QueuedAt = DateTime.UnixEpoch, State = state };
        db.Add(run);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return run.Id;
    }

    /// <summary>The database as a process that dies at this moment leaves it: a copy, to which it can no longer write its farewell.</summary>
    private async Task<string> AsKilled(WebApplicationFactory<Program> host)
    {
        var name = $"killed{Guid.CreateVersion7():N}";
        if (Database.IsFile(app.Connection))
        {
            var file = Path.Combine(Path.GetTempPath(), $"{name}.db");
            await Write(host, $"VACUUM INTO '{file}'");
            return $"Data Source={file}";
        }

        await Write(host, $"CREATE DATABASE {name}");
        var server = new NpgsqlConnectionStringBuilder(app.Connection);
        var to = $"-h {server.Host} -p {server.Port} -U {server.Username}";
        using var copy = Process.Start("bash", ["-c", $"set -o pipefail; pg_dump {to} {server.Database} | psql -q -v ON_ERROR_STOP=1 {to} {name} >/dev/null"]);
        await copy.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, copy.ExitCode);
        return new NpgsqlConnectionStringBuilder(app.Connection) { Database = name }.ConnectionString;
    }

    private static void Forget(string connection)
    {
        var options = new DbContextOptionsBuilder<Db>();
        options.UseEngineOf(connection);
        using var db = new Db(options.Options);
        db.Database.EnsureDeleted();
    }

    private static async Task Write(WebApplicationFactory<Program> host, string sql)
    {
        using var scope = host.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<Db>().Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
    }
}
