using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Protocols;

/// <summary>Attempts of one participant are told by a keyed hash of the code, where it is asked for: days add up, re-takes are stored and counted once.</summary>
public sealed class LinkedAttemptTests
{
    private const string Ground = "поручение министерства от 12.05.2026 № 45";

    [Fact]
    public async Task A_reserve_day_adds_to_the_class_a_retake_is_kept_aside_and_undoing_gives_all_back()
    {
        await using var app = new App();
        await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");
        await Bring(browser, "ОГЭ.xlsx", Day("2026.06.02", ("11111", 16, 4), ("22222", 5, 2), ("33333", 11, 3)));
        var before = Assert.Single(await Sheets(app));
        Assert.Equal((3, 1), (before.Participants, before.BelowThreshold));

        // 22222 takes it again and passes; 44444 was ill on the main day.
        var reserve = await Bring(browser, "ОГЭ резерв.xlsx", Day("2026.06.24", ("22222", 15, 4), ("44444", 9, 3)));

        var sheets = await Sheets(app);
        Assert.Equal([(SheetState.Current, 4, 1), (SheetState.Replaced, 3, 1), (SheetState.Retakes, 1, 0)], sheets.Select(s => (s.State, s.Participants, s.BelowThreshold)));
        var page = await browser.Open($"/results/sheets/{sheets[0].Id}");
        Assert.Contains("Повторных попыток: 1", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Ground, (await browser.Open(reserve)).Body!.TextContent, StringComparison.Ordinal);

        // The same file again, and the main day again, change nothing.
        Assert.Equal(FileState.Unchanged, await State(app, await Upload(browser, "ОГЭ резерв 2.xlsx", Day("2026.06.24", ("44444", 9, 3), ("22222", 15, 4)))));
        Assert.Equal(FileState.Unchanged, await State(app, await Upload(browser, "ОГЭ снова.xlsx", Day("2026.06.02", ("33333", 11, 3), ("22222", 5, 2), ("11111", 16, 4)))));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"{reserve}/undo", new() { ["Form.Reason"] = "не тот файл" })).StatusCode);
        Assert.Equal((SheetState.Current, 3, before.Id), Assert.Single(await Sheets(app)) is var now ? (now.State, now.Participants, now.Id) : default);
    }

    [Fact]
    public async Task A_corrected_main_day_speaks_for_its_day_only_and_september_counts_nobody_twice()
    {
        await using var app = new App();
        await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");
        await Bring(browser, "ОГЭ.xlsx", Day("2026.06.02", ("11111", 16, 4), ("22222", 5, 2)));
        await Bring(browser, "ОГЭ резерв.xlsx", Day("2026.06.24", ("22222", 6, 2), ("44444", 9, 3)));
        await Bring(browser, "ОГЭ апелляция.xlsx", Day("2026.06.02", ("11111", 16, 4), ("22222", 9, 3)));
        Assert.Equal((3, 0), (await Sheets(app)).Where(s => s.State == SheetState.Current).Select(s => (s.Participants, s.BelowThreshold)).Single());

        await Bring(browser, "ОГЭ сентябрь.xlsx", Day("2026.09.04", ("22222", 9, 3), ("55555", 12, 3)));

        var september = await app.Ask(db => db.ScoreSheets.AsNoTracking().Where(s => db.Procedures.Any(p => p.Id == s.Procedure && p.Session == "дополнительный период")).ToListAsync());
        Assert.Equal([(SheetState.Current, 1), (SheetState.Retakes, 1)], september.OrderBy(s => s.State).Select(s => (s.State, s.Participants)));
    }

    [Fact]
    public async Task The_main_and_the_reserve_day_in_one_import_make_one_class_and_undoing_gives_back_what_was_before_both()
    {
        await using var app = new App();
        await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");
        await Bring(browser, "ОГЭ черновик.xlsx", Day("2026.06.02", ("11111", 15, 4)));
        var before = Assert.Single(await Sheets(app));

        var both = await Together(browser, ("ОГЭ.xlsx", Day("2026.06.02", ("11111", 16, 4), ("22222", 5, 2), ("33333", 11, 3))), ("ОГЭ резерв.xlsx", Day("2026.06.24", ("22222", 15, 4), ("44444", 9, 3))));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Apply(both)).StatusCode);

        var sheets = await Sheets(app);
        Assert.Equal([(SheetState.Current, 4, 1), (SheetState.Replaced, 1, 0), (SheetState.Retakes, 1, 0)], sheets.Select(s => (s.State, s.Participants, s.BelowThreshold)));
        Assert.Equal(before.Id, sheets[0].Replaces);

        // The same days again change nothing, together and alone.
        var again = await Together(browser, ("ОГЭ 2.xlsx", Day("2026.06.02", ("22222", 5, 2), ("11111", 16, 4), ("33333", 11, 3))), ("ОГЭ резерв 2.xlsx", Day("2026.06.24", ("44444", 9, 3), ("22222", 15, 4))));
        Assert.Equal([FileState.Unchanged, FileState.Unchanged], await States(app, again));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit($"{both}/undo", new() { ["Form.Reason"] = "не те файлы" })).StatusCode);
        Assert.Equal((SheetState.Current, 1, before.Id), Assert.Single(await Sheets(app)) is var now ? (now.State, now.Participants, now.Id) : default);
    }

    [Fact]
    public async Task A_check_that_goes_on_after_a_restart_joins_the_days_as_well()
    {
        await using var app = new App();
        await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");
        var import = await Together(browser, ("ОГЭ.xlsx", Day("2026.06.02", ("11111", 16, 4), ("22222", 5, 2))), ("ОГЭ резерв.xlsx", Day("2026.06.24", ("44444", 9, 3))));

        // The second file is looked at again; the first is not.
        await app.Do(db => db.ImportFiles.Where(f => f.Name == "ОГЭ резерв.xlsx").ExecuteUpdateAsync(f => f.SetProperty(x => x.State, FileState.Received), TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Apply(import)).StatusCode);
        Assert.Equal((SheetState.Current, 3), Assert.Single(await Sheets(app)) is var sheet ? (sheet.State, sheet.Participants) : default);
    }

    [Fact]
    public async Task Files_of_one_day_join_and_what_they_tell_differently_of_one_participant_is_an_error()
    {
        await using var app = new App();
        await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");

        var torn = await Together(browser, ("ОГЭ 1.xlsx", Day("2026.06.02", ("11111", 16, 4), ("22222", 5, 2))), ("ОГЭ 2.xlsx", Day("2026.06.02", ("22222", 9, 3), ("33333", 11, 3))));
        Assert.Contains("Берёзовская школа, класс «9А»: файл «ОГЭ 1.xlsx» этого импорта говорит о том же дне другое, участников: 1.", (await browser.Open(torn)).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Redirect, (await browser.Apply(torn)).StatusCode);

        var whole = await Together(browser, ("ОГЭ 3.xlsx", Day("2026.06.02", ("11111", 16, 4), ("22222", 5, 2))), ("ОГЭ 4.xlsx", Day("2026.06.02", ("22222", 5, 2), ("33333", 11, 3))));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.Apply(whole)).StatusCode);
        Assert.Equal((3, 1), Assert.Single(await Sheets(app)) is var sheet ? (sheet.Participants, sheet.BelowThreshold) : default);
    }

    [Fact]
    public async Task Without_links_two_days_in_one_import_are_told_apart_and_said_how_to_join()
    {
        await using var app = new App();
        await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");

        var import = await browser.Upload(("ОГЭ.xlsx", Day("2026.06.02", ("11111", 16, 4)).Xlsx()), ("ОГЭ резерв.xlsx", Day("2026.06.24", ("44444", 9, 3)).Xlsx()));

        Assert.Contains("загрузите их со связыванием попыток: они соединятся", (await browser.Open(import)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_being_asked_nothing_is_linked_and_without_a_ground_nothing_is_asked()
    {
        await using var app = new App();
        await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");

        var refused = await browser.Submit("/imports/new", new() { ["Form.LinksAttempts"] = "true", ["Form.LinkGround"] = " " }, files: [("Form.Files", "ОГЭ.xlsx", Day("2026.06.02", ("11111", 16, 4)).Xlsx())]);
        Assert.NotNull((await Browser.Read(refused)).GetElementById("Form_LinkGround-error"));
        Assert.Equal(0, await app.Ask(db => db.Imports.CountAsync()));

        await browser.Bring(("ОГЭ.xlsx", Day("2026.06.02", ("11111", 16, 4)).Xlsx()));
        var sheet = Assert.Single(await Sheets(app));
        Assert.Equal(["1"], SheetScores.Unpack(sheet.Scores).Codes);
        Assert.Equal((null, null), await app.Ask(async db => await db.Imports.AsNoTracking().SingleAsync() is var i ? (i.LinkGround, i.LinkKey) : default));
    }

    [Fact]
    public async Task The_key_lies_outside_the_database_for_its_owner_only_and_a_lost_one_is_told()
    {
        await using var app = new App();
        await app.Schools();
        using var browser = await app.SignedIn("RegionalCoordinator");
        await Bring(browser, "ОГЭ.xlsx", Day("2026.06.02", ("11111", 16, 4)));
        var key = app.KeyFile;
        var kept = await File.ReadAllTextAsync(key, TestContext.Current.CancellationToken);

        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(key));
        var sheet = Assert.Single(await Sheets(app));
        var code = Assert.Single(SheetScores.Unpack(sheet.Scores).Codes);
        Assert.Matches("^~[0-9a-f]{24}@20260602$", code);
        Assert.NotEqual(code, new Linking(new byte[32]).Hash("11111") + "@20260602");
        Assert.Equal(code, new Linking(Convert.FromHexString(kept)).Hash(" 11111.0") + "@20260602");

        File.Delete(key);
        var later = await Upload(browser, "ОГЭ резерв.xlsx", Day("2026.06.24", ("11111", 15, 4)));
        Assert.Contains("Ключ связывания не тот, что был при импорте № 1", (await browser.Open(later)).Body!.TextContent, StringComparison.Ordinal);
        await File.WriteAllTextAsync(key, "не ключ", TestContext.Current.CancellationToken);
        var broken = await browser.Submit("/imports/new", new() { ["Form.LinksAttempts"] = "true", ["Form.LinkGround"] = Ground }, files: [("Form.Files", "ОГЭ.xlsx", Day("2026.06.02", ("11111", 16, 4)).Xlsx())]);
        Assert.Contains("файл ключа повреждён", (await Browser.Read(broken)).Body!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Participants by code of registration, primary score and mark.</summary>
    private static ProtocolFile Day(string date, params (string Code, int Score, int Mark)[] participants) => new("ОГЭ.xlsx",
    [
        [$"02 - Математика {date}"], ProtocolFile.OgeHeader,
        .. participants.Select((p, i) => new object[] { (double)(i + 1), 450101.0, "9А", 12.0, 3.0, 101.0, p.Code, "Иванова", "Мария", "Ивановна", "9623", $"12345{i}", Mask(p.Score), ProtocolFile.NoLong, (double)p.Score, (double)p.Mark }),
    ]);

    private static string Mask(int score) => new string('+', score) + new string('-', 19 - score);

    private static Task<string> Upload(Browser browser, string name, ProtocolFile file) => Together(browser, (name, file));

    private static async Task<string> Together(Browser browser, params (string Name, ProtocolFile File)[] files)
    {
        var answer = await browser.Submit("/imports/new", new() { ["Form.LinksAttempts"] = "true", ["Form.LinkGround"] = Ground }, files: [.. files.Select(f => ("Form.Files", f.Name, f.File.Xlsx()))]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    private static async Task<string> Bring(Browser browser, string name, ProtocolFile file)
    {
        var import = await Upload(browser, name, file);
        var answer = await browser.Apply(import);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await Browser.Read(answer)).Text("main"));
        return import;
    }

    private static Task<List<ScoreSheet>> Sheets(App app) => app.Ask(async db => (await db.ScoreSheets.AsNoTracking().ToListAsync()).OrderBy(s => s.State).ToList());

    private static Task<List<FileState>> States(App app, string import)
    {
        var id = new Id<Import>(Guid.Parse(import.AsSpan(import.LastIndexOf('/') + 1)));
        return app.Ask(db => db.ImportFiles.Where(f => f.Import == id).Select(f => f.State).ToListAsync());
    }

    private static Task<FileState> State(App app, string _) => app.Ask(db => db.ImportFiles.OrderByDescending(f => f.Id).Select(f => f.State).FirstAsync());
}
