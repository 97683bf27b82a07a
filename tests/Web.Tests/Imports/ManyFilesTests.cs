using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Platform.Jobs;

namespace Stupeni.Imports;

/// <summary>The product with its questions to the database counted.</summary>
public sealed class CountingApp : App
{
    public Queries Queries { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.ConfigureDbContext<Db>(options => options.AddInterceptors(Queries)));
    }
}

public sealed class ManyFilesTests(CountingApp app) : IClassFixture<CountingApp>
{
    [Fact]
    public async Task A_page_of_many_files_asks_no_more_of_the_database_than_one_of_few()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var few = await coordinator.Upload([.. Enumerable.Range(0, 3).Select(n => ($"f{n}.csv", List(n == 0 ? "много" : "7")))]);
        var many = await app.Finished(await coordinator.Upload([.. Enumerable.Range(0, 400).Select(n => ($"f{n}.csv", List(n % 40 == 0 ? "много" : "7")))]));

        Assert.Equal(await app.Queries.Of(coordinator, few), await app.Queries.Of(coordinator, many));
        var page = await coordinator.Open(many);
        Assert.Equal(50, Rows(page).Length);
        Assert.All(Rows(page).Take(10), r => Assert.Contains("ошибка", r.TextContent));
        Assert.Contains("с ошибками: 10", page.Text(".st-lead"));
        Assert.Equal(10, Rows(await coordinator.Open($"{many}?state=HasErrors")).Length);
        Assert.Contains("f399.csv", Assert.Single(Rows(await coordinator.Open($"{many}?q=F399"))).TextContent);
        Assert.Equal(40, Rows(await coordinator.Open($"{many}?state=Ready&at=8")).Length);
        Assert.True((await coordinator.Http.GetByteArrayAsync($"{many}/errors.xlsx")).Length < 1 << 18);

        var applied = await coordinator.Apply(many, new() { ["LeaveAside"] = "true" });
        Assert.Equal(HttpStatusCode.Redirect, applied.StatusCode);
        Assert.Equal(many, await app.Finished(applied.Headers.Location!.ToString()));
        Assert.Equal(391 - 1, await app.Ask(db => db.ImportFiles.CountAsync(f => f.State == FileState.Applied)));
    }

    private static AngleSharp.Dom.IElement[] Rows(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("table[aria-labelledby=files] tbody tr")];

    private static byte[] List(string pupils) => Sample.Csv(Sample.Row(Sample.Code(), pupils: pupils));
}

internal static class Waiting
{
    /// <summary>Waits for the job at the address and says where its result is.</summary>
    internal static async Task<string> Finished(this App app, string job)
    {
        var id = new Platform.Id<JobRun>(Guid.Parse(job.Split('/')[^1]));
        for (var tries = 0; tries < 1200; tries++)
        {
            var run = await app.Ask(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id));
            if (run.EndedAt is not null)
            {
                Assert.True(run.State == JobState.Done, $"{run.State} {run.Doing} {run.DoingArg}");
                return run.ResultUrl;
            }

            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(job);
    }
}
