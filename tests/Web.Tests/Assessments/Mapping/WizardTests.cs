using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Assessments.Mapping;

public sealed class WizardTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    private const string File = "school,normexam,sex,student\n450101,0.5,F,1\n450101,-1.5,M,2\n450201,-1.0,F,1\n";

    public async ValueTask InitializeAsync() => await app.Schools();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_wizard_asks_is_answered_remembered_and_the_file_becomes_ready()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");
        var (import, file) = await Received("exam one.csv", await Person("RegionalCoordinator"));
        var url = $"/imports/{import}/files/{file}/map";
        Assert.Equal(FileState.NeedsMapping, await State(file));

        var page = await browser.Open(url);
        Assert.Equal("A", Selected(page, "Form_School"));
        Assert.Equal("", Selected(page, "Form_Participant"));
        Assert.Contains("0.5; -1.5; -1.0", page.Body!.TextContent, StringComparison.Ordinal);

        var answer = await browser.Submit(url, Answers("Экзамен города"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(FileState.Ready, await State(file));
        Assert.Equal("Диагностика 2026, Экзамен города", await app.Ask(db => db.ImportFiles.Where(f => f.Id == file).Select(f => f.Title).SingleAsync()));

        var (next, second) = await Received("exam two.csv", await Person("RegionalCoordinator"));
        var again = await browser.Open($"/imports/{next}/files/{second}/map");
        Assert.Equal("B", Selected(again, "Form_Total"));
        Assert.Equal("-1,0", again.QuerySelector("#Form_Minimum")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Missing_answers_are_said_beside_their_fields_and_nothing_is_lost()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");
        var (import, file) = await Received("exam three.csv", await Person("RegionalCoordinator"), File.Replace("normexam", "standlrt"));

        var answer = await browser.Submit($"/imports/{import}/files/{file}/map", new() { ["Form.Kind"] = "Vpr", ["Form.Subject"] = "", ["Form.Year"] = "давно", ["Form.Total"] = "", ["Form.Session"] = "весна", ["Form.Minimum"] = "пять" });
        var page = await Browser.Read(answer);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        foreach (var field in new[] { "Total", "Subject", "Grade", "Year", "Minimum" }) Assert.NotNull(page.QuerySelector($"#Form_{field}-error"));
        Assert.Equal("весна", page.QuerySelector("#Form_Session")!.GetAttribute("value"));
        Assert.Equal(FileState.NeedsMapping, await State(file));
    }

    [Fact]
    public async Task Others_imports_and_other_roles_find_no_wizard()
    {
        using var owner = await app.SignedIn("RegionalCoordinator");
        var (import, file) = await Received("exam four.csv", await Person("RegionalCoordinator"));
        using var head = await app.SignedIn("SchoolHead", (await app.Schools())["450101"].Id.Value);
        using var teacher = await app.SignedIn("Teacher", (await app.Schools())["450101"].Id.Value);

        Assert.Equal(HttpStatusCode.OK, (await owner.Get($"/imports/{import}/files/{file}/map")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get($"/imports/{import}/files/{file}/map")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.Get($"/imports/{import}/files/{file}/map")).StatusCode);
    }

    private static Dictionary<string, string?> Answers(string subject) => new()
    {
        ["Form.Total"] = "B", ["Form.Kind"] = "Diagnostic", ["Form.OwnSubject"] = subject, ["Form.Year"] = "2026", ["Form.Minimum"] = "-1,0", ["Form.MinimumSource"] = "решение аналитика", ["Form.Name"] = "Экзамен с одним баллом",
    };

    private static string Selected(AngleSharp.Html.Dom.IHtmlDocument page, string id) => ((AngleSharp.Html.Dom.IHtmlSelectElement)page.GetElementById(id)!).Value ?? "";

    private Task<FileState> State(Id<ImportFile> file) => app.Ask(db => db.ImportFiles.Where(f => f.Id == file).Select(f => f.State).SingleAsync());

    private Task<Id<Person>> Person(string role) => app.Ask(db => db.Grants.Where(g => g.Role == role).OrderByDescending(g => g.Id).Select(g => g.Person).FirstAsync());

    private async Task<(Id<Import>, Id<ImportFile>)> Received(string name, Id<Person> person, string file = File)
    {
        using var scope = app.Services.CreateScope();
        var stop = TestContext.Current.CancellationToken;
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        scope.ServiceProvider.GetRequiredService<Recording>().Viewer = await db.ViewerOf(person, stop);
        var import = await scope.ServiceProvider.GetRequiredService<ReceiveFiles>().Start([new(name, () => new MemoryStream(Encoding.UTF8.GetBytes(file)))], false, new Progress<Step>(), stop);
        await scope.ServiceProvider.GetRequiredService<CheckImport>().Run(import, new Progress<Step>(), stop);
        return (import.Id, await db.ImportFiles.Where(f => f.Import == import.Id).Select(f => f.Id).SingleAsync(stop));
    }
}
