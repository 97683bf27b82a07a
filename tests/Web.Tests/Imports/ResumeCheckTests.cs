using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>The real program on a port of its own, killed in the middle of a check of four hundred workbooks and started again.</summary>
public sealed class ResumeCheckTests : IDisposable
{
    private const int Files = 400;

    private readonly string name = $"r{Guid.CreateVersion7():N}";
    private Process? running;

    private string Connection => Environment.GetEnvironmentVariable("TEST_PG") is { Length: > 0 } server ? $"{server};Database={name};Maximum Pool Size=20" : $"Data Source={Path.Combine(Path.GetTempPath(), name)}.db";

    [Fact]
    public async Task A_check_goes_on_with_the_next_file_after_the_process_was_killed()
    {
        var (import, job) = await Seed();
        Start();
        var before = await Until(import, done => done.Count >= 40);
        Kill();
        // What was on its way when it died is there or not, but never by half.
        before = await Done(import);
        Assert.InRange(before.Count, 40, Files - 1);

        Start();
        var after = await Until(import, done => done.Count == Files);
        var run = await Ended(job);
        Kill();

        Assert.Equal((JobState.Done, 2, $"/imports/{import}"), (run.State, run.Starts, run.ResultUrl));
        Assert.Equal(before.Order(), after.Intersect(before).Order());
        await Ask(async db =>
        {
            var files = await db.ImportFiles.AsNoTracking().Where(f => f.Import == import).OrderBy(f => f.Position).ToListAsync();
            // Two files bring the same class with other results: the later one is told so, also where the first was checked before the kill.
            var last = files[^1].Id;
            Assert.Equal(FileState.HasErrors, files[^1].State);
            Assert.Contains("другие результаты той же процедуры", await db.ImportFindings.Where(f => f.File == last && f.Kind == FindingKind.Error).Select(f => f.Message).SingleAsync());
            Assert.All(files[..^1], f => Assert.Equal((FileState.HasWarnings, 1), (f.State, f.Warnings)));
            return 0;
        });
    }

    public void Dispose()
    {
        Kill();
        var options = new DbContextOptionsBuilder<Db>();
        options.UseEngineOf(Connection);
        using var db = new Db(options.Options);
        db.Database.EnsureDeleted();
    }

    private async Task<(Id<Import>, Id<JobRun>)> Seed()
    {
        await using var site = await Site.Offline(Connection);
        using var scope = site.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = Viewer.Program;
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var municipality = Municipality.Open("01", "Северный район");
        db.Add(municipality);
        for (var n = 0; n < Files; n++) db.Add(Organisation.Open($"{450_000 + n}", OrganisationType.School, municipality.Id, new($"Школа № {n}") { Login = $"edu{450_000 + n}" }));
        await db.SaveChangesAsync();
        var files = Enumerable.Range(0, Files).Select(n => (Name: $"{n:000}.xlsx", Bytes: F1Book.Of($"edu{450_000 + n % (Files - 1)}", $"Школа № {n % (Files - 1)}", "Северный район", first: n == Files - 1 ? "0" : "2", declared: 4)));
        var import = await scope.ServiceProvider.GetRequiredService<ReceiveFiles>().Start([.. files.Select(f => new Incoming(f.Name, () => new MemoryStream(f.Bytes)))], false, new Progress<Step>(), TestContext.Current.CancellationToken);
        var job = new JobRun { Work = CheckImport.Name, Input = $"{import.Id}", Title = "Проверка импорта № {0}", TitleArg = "1", ByName = "Программа", QueuedAt = import.CreatedAt };
        db.Add(job);
        await db.SaveChangesAsync();
        return (import.Id, job.Id);
    }

    private void Start()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        running = Process.Start(new ProcessStartInfo("dotnet", [typeof(Site).Assembly.Location, "serve", "--port", $"{port}", "--db", Connection]) { WorkingDirectory = Path.GetTempPath(), RedirectStandardOutput = true, RedirectStandardError = true })!;
        running.BeginOutputReadLine();
        running.BeginErrorReadLine();
    }

    private void Kill()
    {
        if (running is null) return;
        if (!running.HasExited) running.Kill();
        running.WaitForExit();
        running.Dispose();
        running = null;
    }

    /// <summary>What was found, once there is enough of it: ids of findings, one of each file that was checked.</summary>
    private async Task<List<Guid>> Until(Id<Import> import, Predicate<List<Guid>> enough)
    {
        for (var tries = 0; tries < 6000; tries++)
        {
            if (running is { HasExited: true }) throw new InvalidOperationException($"The program ended with {running.ExitCode}.");
            var done = await Done(import);
            if (enough(done)) return done;
            await Task.Delay(30, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException();
    }

    private Task<List<Guid>> Done(Id<Import> import) => Ask(async db =>
        (await (from file in db.ImportFiles where file.Import == import && file.State != FileState.Received join finding in db.ImportFindings on file.Id equals finding.File select new { file.Id, Finding = finding.Id }).ToListAsync()).GroupBy(f => f.Id).Select(g => g.Min(f => f.Finding.Value)).ToList());

    private async Task<JobRun> Ended(Id<JobRun> job)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            var run = await Ask(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == job));
            if (run.EndedAt is not null) return run;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException();
    }

    private async Task<T> Ask<T>(Func<Db, Task<T>> question)
    {
        var options = new DbContextOptionsBuilder<Db>();
        options.UseEngineOf(Connection);
        await using var db = new Db(options.Options);
        return await question(db);
    }
}
