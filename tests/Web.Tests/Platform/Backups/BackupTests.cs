using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;

namespace Stupeni.Platform.Backups;

public sealed class BackupTests(Filled app) : IClassFixture<Filled>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_copy_comes_back_into_a_new_database_row_for_row_and_the_site_works_with_it()
    {
        using var other = new App();
        var (status, json) = await Run.Command("restore", app.Copy, "--db", other.Connection);

        Assert.Equal(0, status);
        Assert.Equal(await Counts(app), await Counts(other));
        Assert.Equal(Run.Everything(app.Copy), Run.Everything(await Again(other.Connection)));
        Assert.Equal(Run.Everything(app.Copy).Count, json.GetProperty("rows").GetInt64());

        var school = await other.Ask(db => db.Organisations.AsNoTracking().FirstAsync(o => o.Type == OrganisationType.School && o.State == OrganisationState.Active, Stop));
        using var browser = await other.SignedIn("RegionalCoordinator");
        Assert.Contains(school.Name, (await browser.Open($"/organisations/{school.Id}/results")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_copy_moves_from_one_engine_to_the_other()
    {
        var file = $"Data Source={Path.Combine(app.Folder, "moved.db")}";
        using var back = new App();

        Assert.Equal(0, (await Run.Command("restore", app.Copy, "--db", file)).Status);
        Assert.Equal(0, (await Run.Command("restore", await Again(file), "--db", back.Connection)).Status);

        Assert.Equal(Run.Everything(app.Copy), Run.Everything(await Again(back.Connection)));
    }

    [Fact]
    public async Task What_is_written_meanwhile_waits_for_nobody_and_is_not_in_the_copy()
    {
        var copy = Path.Combine(app.Folder, $"{Guid.CreateVersion7()}.stupeni");
        var name = $"Поздний округ {Make.Code()}";
        await using var db = Run.Open(app.Connection);

        await Backup.Write(db, copy, new Clock(TimeProvider.System).Now, new Each(table => { if (table == "MarkScales") Open(app.Connection, name); }), Stop);

        Assert.True(await app.Ask(d => d.Municipalities.AnyAsync(m => m.Name == name, Stop)));
        Assert.DoesNotContain(Run.Everything(copy), row => row.Contains(name));
        await app.Do(d => d.Municipalities.Where(m => m.Name == name).ExecuteDeleteAsync(Stop));

        static void Open(string connection, string name)
        {
            using var other = Run.Open(connection);
            other.Add(Municipality.Open(Make.Code(), name));
            other.SaveChanges();
        }
    }

    [Fact]
    public async Task A_database_that_holds_something_is_replaced_only_when_told_so()
    {
        using var other = new App();
        await other.Municipality("Прежний округ");

        Assert.Contains("--replace", await Run.Refused("restore", app.Copy, "--db", other.Connection));
        Assert.Equal(["Прежний округ"], await other.Ask(db => db.Municipalities.Select(m => m.Name).ToListAsync(Stop)));

        Assert.Equal(0, (await Run.Command("restore", app.Copy, "--replace", "--db", other.Connection)).Status);
        Assert.Equal(await Counts(app), await Counts(other));
    }

    [Fact]
    public async Task A_damaged_copy_is_refused_and_nothing_is_changed()
    {
        using var other = new App();
        await other.Municipality("Прежний округ");
        var whole = await File.ReadAllBytesAsync(app.Copy, Stop);
        var dice = new Random(5);
        var refused = 0;
        for (var i = 0; i < 40; i++)
        {
            var damaged = Path.Combine(app.Folder, $"damaged-{i}.stupeni");
            var bytes = i == 0 ? "это не копия"u8.ToArray() : i == 1 ? [] : i % 4 == 0 ? whole[..dice.Next(whole.Length)] : (byte[])whole.Clone();
            if (i > 1 && i % 4 != 0) bytes[dice.Next(bytes.Length)] ^= (byte)(1 << dice.Next(8));
            await File.WriteAllBytesAsync(damaged, bytes, Stop);
            if (await IsRefused(damaged)) refused++;
        }

        // A bit may fall where it says nothing, such as the time of an entry: then the copy is whole.
        Assert.InRange(refused, 30, 40);
        Assert.Equal(["Прежний округ"], await other.Ask(db => db.Municipalities.Select(m => m.Name).ToListAsync(Stop)));

        async Task<bool> IsRefused(string damaged)
        {
            try
            {
                Archive.Open(damaged).Dispose();
                Assert.Equal(Run.Everything(app.Copy), Run.Everything(damaged));
                return false;
            }
            catch (RuleBroken)
            {
                Assert.Contains("повреждён", await Run.Refused("restore", damaged, "--replace", "--db", other.Connection));
                return true;
            }
        }
    }

    [Theory]
    [InlineData("Organisations")]
    [InlineData("ScoreSheets")]
    public async Task A_restore_that_is_cut_short_leaves_the_database_as_it_was(string at)
    {
        using var other = new App();
        await other.Municipality("Прежний округ");
        using var cut = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using (var db = Run.Open(other.Connection))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Restore.Run(db, app.Copy, replace: true, new Each(table => { if (table == at) cut.Cancel(); }), cut.Token));

        Assert.Equal(["Прежний округ"], await other.Ask(db => db.Municipalities.Select(m => m.Name).ToListAsync(Stop)));
        using var browser = await other.SignedIn("RegionalCoordinator");
        Assert.Equal(HttpStatusCode.OK, (await browser.Get("/organisations")).StatusCode);
    }

    [Fact]
    public async Task A_copy_is_never_written_over_and_no_database_is_no_copy()
    {
        Assert.Contains("уже есть", await Run.Refused("backup", app.Copy, "--db", app.Connection));

        var nothing = Path.Combine(app.Folder, "nothing.stupeni");
        Assert.Contains("Базы здесь нет", await Run.Refused("backup", nothing, "--data", Path.Combine(app.Folder, "empty")));
        Assert.Contains("нет", await Run.Refused("restore", nothing, "--db", app.Connection, "--replace"));
        Assert.Contains("Не получилось", await Run.Refused("backup", Path.Combine(app.Folder, "no", "such", "folder.stupeni"), "--db", app.Connection));
        Assert.False(File.Exists(nothing));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(app.Copy));
    }

    private async Task<string> Again(string connection)
    {
        var copy = Path.Combine(app.Folder, $"{Guid.CreateVersion7()}.stupeni");
        Assert.Equal(0, (await Run.Command("backup", copy, "--db", connection)).Status);
        return copy;
    }

    private static Task<(int, int, int, int, int, int, double)> Counts(App app) => app.Ask(async db =>
        (await db.Users.CountAsync(Stop), await db.Organisations.CountAsync(Stop), await db.ImportFiles.CountAsync(Stop), await db.ScoreSheets.CountAsync(Stop), await db.RunSchools.CountAsync(Stop), await db.Changes.CountAsync(Stop), await db.ScoreSheets.SumAsync(s => s.ScoreSum, Stop)));

    private sealed class Each(Action<string> react) : IProgress<string>
    {
        public void Report(string value) => react(value);
    }
}
