using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;

namespace Stupeni.Platform.Jobs;

public sealed class QueueTests(JobsApp app) : IClassFixture<JobsApp>
{
    [Fact]
    public async Task A_work_is_done_and_says_where_its_result_is()
    {
        var run = await app.Ended(await app.Queue<Chore>("plain"));

        Assert.Equal((JobState.Done, "/result/plain", 1), (run.State, run.ResultUrl, run.Starts));
        Assert.NotNull(run.StartedAt);
    }

    [Fact]
    public async Task Progress_is_written_while_it_runs()
    {
        var id = await app.Queue<Chore>("wait progress");

        var run = await app.Until(id, r => r.Done == 15);
        Assert.Equal((JobState.Running, 41, "Проверено школ: {0}", "15"), (run.State, run.Total, run.Doing, run.DoingArg));
        app.Gates.Open("wait progress");
        await app.Ended(id);
    }

    [Fact]
    public async Task A_work_that_holds_a_write_transaction_is_not_disturbed_by_its_progress()
    {
        var id = await app.Queue<Chore>("write");
        await app.Gates.Entered("write");
        await Task.Delay(2500, TestContext.Current.CancellationToken);

        Assert.Equal(30, app.Services.GetRequiredService<Running>().Of(id)!.Latest!.Value.Done);
        app.Gates.Open("write");
        Assert.Equal(JobState.Done, (await app.Ended(id)).State);
    }

    [Fact]
    public async Task A_work_that_writes_can_be_stopped()
    {
        var id = await app.Queue<Chore>("write, stopped");
        await app.Gates.Entered("write, stopped");

        await Cancel(id);
        Assert.Equal(JobState.Cancelled, (await app.Ended(id)).State);
    }

    [Fact]
    public async Task Works_of_one_name_are_done_in_order_and_others_beside_them()
    {
        var first = await app.Queue<Chore>("wait first");
        var second = await app.Queue<Chore>("wait second");
        var third = await app.Queue<Chore>("wait third");
        var beside = await app.Queue<Errand>("beside");

        await app.Gates.Entered("wait first");
        await app.Gates.Entered("beside");
        Assert.Equal(JobState.Queued, (await app.Run(second)).State);

        foreach (var gate in new[] { "beside", "wait third", "wait second", "wait first" }) app.Gates.Open(gate);
        foreach (var run in new[] { first, second, third, beside }) await app.Ended(run);
        Assert.Equal(["wait first", "wait second", "wait third"], app.Gates.Order.Where(o => o is "wait first" or "wait second" or "wait third"));
    }

    [Fact]
    public async Task What_waits_is_stopped_before_it_begins()
    {
        var first = await app.Queue<Chore>("wait ahead");
        var second = await app.Queue<Chore>("wait behind");
        await app.Gates.Entered("wait ahead");

        await Cancel(second);
        Assert.Equal(JobState.Cancelled, (await app.Run(second)).State);
        app.Gates.Open("wait ahead");
        await app.Ended(first);
        Assert.Equal((JobState.Cancelled, 0), ((await app.Run(second)).State, (await app.Run(second)).Starts));
        Assert.DoesNotContain("wait behind", app.Gates.Order);
    }

    [Fact]
    public async Task A_work_is_done_with_what_its_person_may_do_today()
    {
        var (id, viewer) = await Coordinator();
        var first = await app.Queue<Chore>("wait person", viewer);
        var second = await app.Queue<Chore>("wait less", viewer);
        var third = await app.Queue<Chore>("wait blocked", viewer);

        var acting = await app.Gates.Entered("wait person");
        Assert.Equal(id, acting.Person);
        Assert.True(acting.MayEverywhere(Permission.ImportFiles));

        await app.Do(db => db.Grants.Where(g => g.Person == id).ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        app.Gates.Open("wait person");
        Assert.False((await app.Gates.Entered("wait less")).May(Permission.ImportFiles));

        await app.Do(db => db.Users.Where(p => p.Id == id).ExecuteUpdateAsync(p => p.SetProperty(x => x.BlockedAt, DateTime.UnixEpoch), TestContext.Current.CancellationToken));
        app.Gates.Open("wait less");
        var refused = await app.Ended(third);
        Assert.Equal((JobState.Failed, ""), (refused.State, refused.TraceId));
        Assert.Equal(JobState.Done, (await app.Ended(first)).State);
        Assert.Equal(JobState.Done, (await app.Ended(second)).State);
    }

    [Fact]
    public async Task Nothing_is_queued_when_the_row_cannot_be_written()
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        db.Add(new JobRun { Work = "chore", Input = null!, Title = "", ByName = "", QueuedAt = DateTime.UnixEpoch });

        await Assert.ThrowsAsync<DbUpdateException>(() => scope.ServiceProvider.GetRequiredService<Queue>().Start<Chore>("never", "", "", Viewer.Program));
        Assert.False(await app.Ask(d => d.Jobs.AnyAsync(j => j.Input == "never", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Nothing_is_queued_inside_a_transaction_that_may_yet_be_taken_back()
    {
        using var scope = app.Services.CreateScope();
        await using var open = await scope.ServiceProvider.GetRequiredService<Db>().Database.BeginTransactionAsync(TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredService<Queue>().Start<Chore>("inside", "", "", Viewer.Program));
    }

    private async Task Cancel(Id<JobRun> id)
    {
        using var scope = app.Services.CreateScope();
        await scope.ServiceProvider.GetRequiredService<Queue>().Cancel(id);
    }

    private async Task<(Id<Person> Id, Viewer Viewer)> Coordinator()
    {
        var person = await app.Save(new Person { UserName = Id<Person>.New().ToString(), Name = "Координатор" });
        await app.Save(new Grant { Person = person.Id, Role = "RegionalCoordinator", ScopeKind = ScopeKind.Region });
        return (person.Id, await app.Ask(db => db.ViewerOf(person.Id)));
    }
}
