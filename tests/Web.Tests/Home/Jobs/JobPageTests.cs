using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Home.Jobs;

public sealed class JobPageTests(JobsApp app) : IClassFixture<JobsApp>
{
    [Fact]
    public async Task The_page_follows_a_running_work_and_then_leads_to_its_result()
    {
        using var browser = await app.SignedIn("Analyst");
        var id = await Mine("wait page");
        await app.Gates.Entered("wait page");

        var page = await browser.Open($"/jobs/{id}");
        Assert.Equal("Проверочная работа wait page", page.QuerySelector("h1")!.TextContent);
        Assert.Equal($"/jobs/{id}/state", page.QuerySelector("st-job")!.GetAttribute("data-url"));
        Assert.Equal("Проверено школ: 15", page.QuerySelector("[data-job=doing]")!.TextContent);
        Assert.Equal("36", page.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Contains("Страницу можно закрыть.", page.QuerySelector("st-job")!.TextContent, StringComparison.Ordinal);

        using var state = await State(browser, id);
        Assert.Equal("running", state.RootElement.GetProperty("state").GetString());
        Assert.Equal(15, state.RootElement.GetProperty("done").GetInt32());
        Assert.False(state.RootElement.GetProperty("finished").GetBoolean());

        app.Gates.Open("wait page");
        await app.Ended(id);
        using var over = await State(browser, id);
        Assert.True(over.RootElement.GetProperty("finished").GetBoolean());
        Assert.Equal("/result/wait page", over.RootElement.GetProperty("url").GetString());
        Assert.Equal("/result/wait page", (await browser.Open($"/jobs/{id}")).QuerySelector("main a.btn-primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_running_work_is_stopped_from_its_page()
    {
        using var browser = await app.SignedIn("SchoolHead", Guid.CreateVersion7());
        var id = await Mine("wait stop");
        await app.Gates.Entered("wait stop");

        var answer = await browser.Submit($"/jobs/{id}", []);
        Assert.Equal($"/jobs/{id}", answer.Headers.Location!.ToString());
        await app.Ended(id);
        Assert.Contains("Остановлено", (await browser.Open($"/jobs/{id}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_broken_rule_is_said_in_its_own_words()
    {
        using var browser = await app.SignedIn("Analyst");
        var id = await Mine("refuse");
        await app.Ended(id);

        var main = (await browser.Open($"/jobs/{id}")).QuerySelector("main")!.TextContent;
        Assert.Contains("В файле f1.xlsx нет ни одной школы.", main, StringComparison.Ordinal);
        Assert.Contains("Не выполнено", main, StringComparison.Ordinal);
        Assert.DoesNotContain("Номер сбоя", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_shows_the_number_it_is_logged_under_and_nothing_of_its_inside()
    {
        using var browser = await app.SignedIn("Analyst");
        var id = await Mine("break");
        var run = await app.Ended(id);

        var main = (await browser.Open($"/jobs/{id}")).QuerySelector("main")!.TextContent;
        Assert.Matches("^[0-9a-f]{32}$", run.TraceId);
        Assert.Contains(run.TraceId, main, StringComparison.Ordinal);
        Assert.Contains("Сбой", main, StringComparison.Ordinal);
        Assert.DoesNotContain("A bug of the test", main, StringComparison.Ordinal);
    }

    [Theory, InlineData("Analyst"), InlineData("Teacher"), InlineData("MunicipalCoordinator")]
    public async Task The_job_of_another_does_not_exist(string role)
    {
        using var owner = await app.SignedIn("Analyst");
        var id = await Mine($"wait {role}");
        using var other = await app.SignedIn(role, role == "Analyst" ? null : Guid.CreateVersion7());

        foreach (var url in new[] { $"/jobs/{id}", $"/jobs/{id}/state", $"/jobs/{Id<JobRun>.New()}", "/jobs/nonsense", "/jobs/nonsense/state" }) Assert.Equal(HttpStatusCode.NotFound, (await other.Get(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Cancel(other, await Token(other, $"wait own {role}"), id)).StatusCode);
        Assert.DoesNotContain(id.ToString(), (await other.Open("/jobs")).Body!.InnerHtml, StringComparison.Ordinal);

        app.Gates.Open($"wait {role}");
        Assert.Equal(JobState.Done, (await app.Ended(id)).State);
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in()
    {
        using var stranger = app.Stranger();
        Assert.Equal("/sign-in", (await stranger.Get("/jobs")).Headers.Location!.AbsolutePath);
        Assert.Equal("/sign-in", (await stranger.Get($"/jobs/{Id<JobRun>.New()}/state")).Headers.Location!.AbsolutePath);
    }

    /// <summary>A run of the person who signed in last.</summary>
    private async Task<Id<JobRun>> Mine(string input)
    {
        var person = await app.Ask(db => db.Users.OrderByDescending(p => p.Id).Select(p => p.Id).FirstAsync(TestContext.Current.CancellationToken));
        return await app.Queue<Chore>(input, await app.Ask(db => db.ViewerOf(person)));
    }

    /// <summary>Presses the button of another's page, with a form token of one's own.</summary>
    private static async Task<HttpResponseMessage> Cancel(Browser browser, string token, Id<JobRun> id) =>
        await browser.Http.PostAsync($"/jobs/{id}/cancel", new FormUrlEncodedContent([new("_form", token)]), TestContext.Current.CancellationToken);

    private async Task<string> Token(Browser browser, string input)
    {
        var page = await browser.Open($"/jobs/{await Mine(input)}");
        app.Gates.Open(input);
        return page.QuerySelector("input[name=_form]")!.GetAttribute("value")!;
    }

    private static async Task<JsonDocument> State(Browser browser, Id<JobRun> id) =>
        JsonDocument.Parse(await browser.Http.GetStringAsync(new Uri($"/jobs/{id}/state", UriKind.Relative), TestContext.Current.CancellationToken));
}
