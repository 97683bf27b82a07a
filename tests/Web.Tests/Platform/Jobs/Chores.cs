using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;

namespace Stupeni.Platform.Jobs;

/// <summary>A work that does what its input says; it waits at the gates the test holds.</summary>
public sealed class Chore(Db db, Viewer viewer, Gates gates) : IWork
{
    public static string Name => "chore";

    public async Task<string> Run(string input, IProgress<Step> progress, CancellationToken stop)
    {
        progress.Report(new(15, 41, "Проверено школ: {0}", "15"));
        gates.Enter(input, viewer);
        if (input.StartsWith("write", StringComparison.Ordinal)) await WriteLong(input, progress, stop);
        if (input.StartsWith("wait", StringComparison.Ordinal)) await gates.Wait(input, stop);
        if (input is "refuse") throw new RuleBroken("В файле {0} нет ни одной школы.", "", "f1.xlsx");
        if (input is "break") throw new InvalidOperationException("A bug of the test.");
        return $"/result/{input}";
    }

    private async Task WriteLong(string input, IProgress<Step> progress, CancellationToken stop)
    {
        await using var writing = await db.Database.BeginTransactionAsync(stop);
        await db.Jobs.Where(j => j.Work == "nothing").ExecuteDeleteAsync(stop);
        progress.Report(new(30, 41, "Записываем"));
        await gates.Wait(input, stop);
        await writing.CommitAsync(stop);
    }
}

/// <summary>Another work, that may be done beside the first.</summary>
public sealed class Errand(Gates gates) : IWork
{
    public static string Name => "errand";

    public async Task<string> Run(string input, IProgress<Step> progress, CancellationToken stop)
    {
        gates.Enter(input, Viewer.Nobody);
        await gates.Wait(input, stop);
        return "";
    }
}

public sealed class Gates
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> gates = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Viewer>> entered = [];

    public ConcurrentQueue<string> Order { get; } = [];

    public void Enter(string input, Viewer viewer)
    {
        Order.Enqueue(input);
        Entry(input).TrySetResult(viewer);
    }

    public Task Wait(string input, CancellationToken stop) => Gate(input).Task.WaitAsync(stop);

    public void Open(string input) => Gate(input).TrySetResult();

    public Task<Viewer> Entered(string input) => Entry(input).Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

    private TaskCompletionSource Gate(string input) => gates.GetOrAdd(input, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private TaskCompletionSource<Viewer> Entry(string input) => entered.GetOrAdd(input, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}

/// <summary>The product with two works of the tests.</summary>
public sealed class JobsApp : App
{
    public Gates Gates => Services.GetRequiredService<Gates>();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(Chores.Add);
    }
}

public static class Chores
{
    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<Gates>();
        services.AddWork<Chore>();
        services.AddWork<Errand>();
    }

    public static async Task<Id<JobRun>> Queue<T>(this WebApplicationFactory<Program> app, string input, Viewer? by = null) where T : class, IWork
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<Queue>().Start<T>(input, "Проверочная работа {0}", input, by ?? Viewer.Program);
    }

    public static async Task<JobRun> Run(this WebApplicationFactory<Program> app, Id<JobRun> id)
    {
        using var scope = app.Services.CreateScope();
        return await scope.ServiceProvider.GetRequiredService<Db>().Jobs.AsNoTracking().SingleAsync(j => j.Id == id, TestContext.Current.CancellationToken);
    }

    /// <summary>The run once it is so; it must become so within a minute.</summary>
    public static async Task<JobRun> Until(this WebApplicationFactory<Program> app, Id<JobRun> id, Func<JobRun, bool> so)
    {
        for (var moment = 0; moment < 600; moment++)
        {
            var run = await app.Run(id);
            if (so(run)) return run;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        var last = await app.Run(id);
        Assert.Fail($"{last.State} {last.Doing} {last.DoingArg} {last.Done}/{last.Total} starts {last.Starts}");
        return last;
    }

    public static Task<JobRun> Ended(this WebApplicationFactory<Program> app, Id<JobRun> id) => app.Until(id, run => run.EndedAt is not null);
}
