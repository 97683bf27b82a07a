using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Imports;

public sealed class DecidingTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task A_file_with_errors_is_mended_first_or_left_aside()
    {
        var (good, bad) = (Sample.Code(), Sample.Code());
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("good.csv", Sample.Csv(Sample.Row(good))), ("bad.csv", Sample.Csv(Sample.Row(bad, pupils: "много"))));

        var refused = await coordinator.Apply(import);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Импорт не применён", (await Browser.Read(refused)).Text(".st-errsum"));
        Assert.Equal(0, await Known(good));

        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Apply(import, new() { ["LeaveAside"] = "true" })).StatusCode);
        Assert.Equal((1, 0), (await Known(good), await Known(bad)));
        Assert.Contains("Отложен", (await coordinator.Open(import)).Text(".st-badge"));
    }

    [Fact]
    public async Task A_file_of_the_same_name_replaces_the_one_in_the_draft()
    {
        var code = Sample.Code();
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("list.csv", Sample.Csv(Sample.Row(code, pupils: "много"))));
        var answer = await coordinator.Submit($"{import}/upload", [], files: [("Form.Files", "List.csv", Sample.Csv(Sample.Row(code, pupils: "77")))]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("Файлы: 1", (await coordinator.Open(import)).Text("#files"));
        await coordinator.Apply(import);
        Assert.Equal(77, await app.Ask(db => db.Organisations.Where(o => o.Code == code).Select(o => o.Pupils).SingleAsync()));
    }

    [Fact]
    public async Task Pressing_twice_does_nothing_the_second_time()
    {
        var code = Sample.Code();
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("list.csv", Sample.Csv(Sample.Row(code))));
        var held = (await coordinator.Open(import)).Held("#decide");
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => coordinator.Http.PostAsync($"{import}?handler=Apply", new FormUrlEncodedContent(held))));

        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], answers.Select(a => a.StatusCode).Order());
        Assert.Equal(1, await Known(code));
        var id = Guid.Parse(import.Split('/')[^1]);
        Assert.Equal(1, await app.Ask(db => db.Changes.CountAsync(c => c.SubjectId == id && c.Field == "State")));
    }

    [Fact]
    public async Task Two_people_deciding_at_once_the_second_sees_that_it_changed()
    {
        var code = Sample.Code();
        using var one = await app.SignedIn("RegionalCoordinator");
        using var other = await app.SignedIn("RegionalOperator");
        var import = await one.Upload(("list.csv", Sample.Csv(Sample.Row(code))));
        var held = (await other.Open(import)).Held("#decide");
        await one.Submit($"{import}/upload", [], files: [("Form.Files", "more.csv", Sample.Csv(Sample.Row(Sample.Code())))]);

        var answer = await other.Http.PostAsync($"{import}?handler=Apply", new FormUrlEncodedContent(held));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Browser.Read(answer);
        Assert.Contains("изменил другой человек", page.Text(".st-errsum"));
        Assert.Contains("more.csv", page.Text("main"));
        Assert.Equal(0, await Known(code));
    }

    [Fact]
    public async Task Undoing_brings_back_what_was_and_says_why()
    {
        var (old, made) = (Sample.Code(), Sample.Code());
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        await coordinator.Bring(("a.csv", Sample.Csv(Sample.Row(old))));
        var import = await coordinator.Bring(("b.csv", Sample.Csv(Sample.Row(old, "МБОУ «Переименованная»"), Sample.Row(made, municipality: "Совсем новый округ"))));

        var refused = await coordinator.Submit($"{import}/undo", []);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var done = await coordinator.Submit($"{import}/undo", new() { ["Form.Reason"] = "прошлогодний файл" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);

        Assert.Equal("МБОУ «Средняя школа № 1»", await app.Ask(db => db.Organisations.Where(o => o.Code == old).Select(o => o.Name).SingleAsync()));
        Assert.Equal(0, await Known(made));
        Assert.Equal(0, await app.Ask(db => db.Municipalities.CountAsync(m => m.Name == "Совсем новый округ")));
        var line = await app.Ask(db => db.Changes.AsNoTracking().Where(c => c.Subject == nameof(Import) && c.New == "Undone").OrderByDescending(c => c.Id).FirstAsync());
        Assert.Equal(("Applied", "прошлогодний файл"), (line.Old, line.Why));
        Assert.Contains("отменён", (await coordinator.Open(import)).Text("h1"));

        // What was undone may come again.
        await coordinator.Bring(("b.csv", Sample.Csv(Sample.Row(old, "МБОУ «Переименованная»"), Sample.Row(made, municipality: "Совсем новый округ"))));
        Assert.Equal(1, await Known(made));
    }

    [Fact]
    public async Task What_was_changed_since_is_not_undone_and_it_is_said_by_whom()
    {
        var code = Sample.Code();
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        await coordinator.Bring(("a.csv", Sample.Csv(Sample.Row(code))));
        var import = await coordinator.Bring(("b.csv", Sample.Csv(Sample.Row(code, pupils: "200"))));
        await coordinator.Bring(("c.csv", Sample.Csv(Sample.Row(code, pupils: "300"))));

        var answer = await coordinator.Submit($"{import}/undo", new() { ["Form.Reason"] = "ошибка" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("после импорта изменили: Проверочный RegionalCoordinator", (await Browser.Read(answer)).Text(".st-errsum"));
        Assert.Equal(300, await app.Ask(db => db.Organisations.Where(o => o.Code == code).Select(o => o.Pupils).SingleAsync()));
    }

    [Fact]
    public async Task An_organisation_on_which_something_rests_is_not_removed()
    {
        var code = Sample.Code();
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Bring(("a.csv", Sample.Csv(Sample.Row(code))));
        var id = await app.Ask(db => db.Organisations.Where(o => o.Code == code).Select(o => o.Id).SingleAsync());
        await app.SignedIn("SchoolHead", id.Value);

        var answer = await coordinator.Submit($"{import}/undo", new() { ["Form.Reason"] = "ошибка" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("уже опираются другие данные", (await Browser.Read(answer)).Text(".st-errsum"));
        Assert.Equal(1, await Known(code));
    }

    [Fact]
    public async Task A_draft_is_deleted_with_all_that_was_read()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("a.csv", Sample.Csv(Sample.Row(Sample.Code()))));
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Submit($"{import}/discard", [])).StatusCode);
        var id = new Id<Import>(Guid.Parse(import.Split('/')[^1]));
        Assert.Equal(ImportState.Discarded, await app.Ask(db => db.Imports.Where(i => i.Id == id).Select(i => i.State).SingleAsync()));
        Assert.Equal(0, await app.Ask(db => (from f in db.ImportFiles where f.Import == id join c in db.ImportContents on f.Id equals c.File select c).CountAsync()));
        Assert.Contains("удалён", (await coordinator.Open(import)).Text("h1"));
    }

    [Fact]
    public async Task A_file_is_taken_for_another_kind_by_hand_or_taken_out()
    {
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var import = await coordinator.Upload(("list.csv", Sample.Csv(Sample.Row(Sample.Code()))), ("other.csv", "Табель;Когда;Сколько\r\n1;2;3"u8.ToArray()));
        var other = (await coordinator.Open(import)).QuerySelectorAll("th[scope=row] a").Single(a => a.TextContent == "other.csv").GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Submit(other, new() { ["Form.Kind"] = "organisations" }, "form[action*='handler=Kind']")).StatusCode);
        Assert.Contains("Список организаций", (await coordinator.Open(other)).Text(".st-lead"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await coordinator.Submit(other, new() { ["Form.Kind"] = "nonsense" }, "form[action*='handler=Kind']")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await coordinator.Submit(other, [], "form[action*='handler=Remove']")).StatusCode);
        Assert.Contains("Файлы: 1", (await coordinator.Open(import)).Text("#files"));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get(other)).StatusCode);
    }

    [Fact]
    public async Task Numbers_follow_each_other_also_when_people_upload_at_once()
    {
        using var one = await app.SignedIn("RegionalCoordinator");
        using var other = await app.SignedIn("RegionalCoordinator");
        await Task.WhenAll(new[] { one, other, one, other }.Select(b => b.Upload(("x.csv", Sample.Csv(Sample.Row(Sample.Code()))))));
        var numbers = await app.Ask(db => db.Imports.OrderBy(i => i.Number).Select(i => i.Number).ToListAsync());
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [Fact]
    public async Task A_large_file_is_checked_and_applied_as_a_job()
    {
        var code = Sample.Code();
        using var coordinator = await app.SignedIn("RegionalCoordinator");
        var rows = Enumerable.Range(0, 5100).Select(n => Sample.Row($"L{code}-{n}")).ToArray();
        var job = await coordinator.Upload(("large.csv", Sample.Csv(rows)));
        Assert.StartsWith("/jobs/", job);
        var import = await app.Finished(job);
        var second = (await coordinator.Apply(import)).Headers.Location!.ToString();
        Assert.StartsWith("/jobs/", second);
        Assert.Equal(import, await app.Finished(second));
        Assert.Equal(5100, await app.Ask(db => db.Organisations.CountAsync(o => o.Code.StartsWith($"L{code}-"))));
    }

    private Task<int> Known(string code) => app.Ask(db => db.Organisations.CountAsync(o => o.Code == code));
}
