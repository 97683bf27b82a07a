using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

public sealed class ApplyTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await app.Schools();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Sheets_are_written_with_their_sums_and_put_on_record()
    {
        var import = await app.Bring(File(2001).Grid());

        var sheets = await Sheets(2001);
        var school = (await app.Schools())["450101"];
        Assert.Equal([("6А", 2, 2, 0, 8.0), ("6Б", 1, 1, 1, 0.0)], sheets.Select(s => (s.Class, s.Participants, s.Judged, s.BelowThreshold, s.ScoreSum)));
        var packed = SheetScores.Unpack(sheets[0].Scores);
        Assert.Equal(["60001", "60002"], packed.Codes);
        Assert.Equal(3, packed[0, 2]);
        Assert.Equal([5, 3], packed.Marks);
        var line = await app.Ask(db => db.Changes.AsNoTracking().SingleAsync(c => c.Subject == nameof(ScoreSheet) && c.Organisation == school.Id.Value && c.Label.Contains("2001")));
        Assert.Equal($"Результаты: ВПР 2001, математика, 6 класс: 3\u00a0участника, 2\u00a0листа; импорт № {import.Number}", line.Label);
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        await app.Bring(File(2002).Grid());
        var reordered = File(2002);
        reordered.Rows.Reverse();

        Assert.True((await app.Check(File(2002).Grid())).Unchanged);
        Assert.True((await app.Check(reordered.Grid())).Unchanged);
    }

    [Fact]
    public async Task A_corrected_file_replaces_only_the_sheet_that_differs_and_undo_brings_the_old_one_back()
    {
        await app.Bring(File(2003).Grid());
        var before = await Sheets(2003);
        var corrected = File(2003);
        corrected.Rows[2] = F1File.Row("60003", "6Б", "3", "1", "1", "0");

        var check = await app.Check(corrected.Grid());
        var import = await app.Bring(corrected.Grid());
        var after = await Sheets(2003);

        Assert.False(check.Unchanged);
        Assert.Equal(before[0].Id, after[0].Id);
        Assert.Equal(before[1].Id, after[1].Replaces);
        Assert.Equal(0, after[1].BelowThreshold);

        await app.Undo(import);
        Assert.Equal(before.Select(s => (s.Id, s.Sha256, s.BelowThreshold)), (await Sheets(2003)).Select(s => (s.Id, s.Sha256, s.BelowThreshold)));
        Assert.False(await app.Ask(db => db.ScoreSheets.AnyAsync(s => s.Import == import.Id)));
    }

    [Fact]
    public async Task Undo_is_refused_while_a_later_import_rests_on_it()
    {
        var first = await app.Bring(File(2004).Grid());
        var corrected = File(2004);
        corrected.Rows[0] = F1File.Row("60001", "6А", "4", "2", "1", "1");
        var second = await app.Bring(corrected.Grid());

        var refusal = await Assert.ThrowsAsync<RuleBroken>(() => app.Undo(first));

        Assert.Equal([second.Number], refusal.Args);
        await app.Undo(second);
        await app.Undo(first);
        Assert.Empty(await Sheets(2004));
    }

    [Fact]
    public async Task A_class_that_a_corrected_file_renames_is_not_counted_twice()
    {
        var whole = File(2007) with { Rows = [F1File.Row("60001", "6", "5", "2", "1", "3"), F1File.Row("60002", "6", "3", "1", "1", "0")] };
        var first = await app.Bring(whole.Grid());
        var parted = File(2007) with { Rows = [F1File.Row("60001", "6А", "5", "2", "1", "3"), F1File.Row("60002", "6Б", "3", "1", "1", "0")] };
        var second = await app.Bring(parted.Grid());

        Assert.Equal(["6А", "6Б"], (await Sheets(2007)).Select(s => s.Class));
        await Assert.ThrowsAsync<RuleBroken>(() => app.Undo(first));
        await app.Undo(second);
        Assert.Equal(["6"], (await Sheets(2007)).Select(s => s.Class));

        var half = await app.Check((File(2007) with { Rows = [F1File.Row("60001", "6А", "5", "2", "1", "3")] }).Grid());
        Assert.Contains(half.Findings, f => f.Kind == Imports.FindingKind.Error && f.Message.ToString().Contains("60001", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Maxima_nobody_names_are_the_greatest_scores_and_undo_counts_them_again()
    {
        const int year = 2005;
        string[] header = ["Код участника", "Код ОО", "Класс", "Задание 1", "Задание 2", "Отметка"];
        await app.Bring(SmallRegion.Table($"ВПР математика 6 класс {year} север.xlsx", header, ["1", "450101", "6А", "1", "2", "4"], ["2", "450101", "6А", "0", "1", "3"]));
        var alone = await Sheets(year);
        var south = SmallRegion.Table($"ВПР математика 6 класс {year} юг.xlsx", header, ["1", "450201", "6А", "3", "2", "5"]);
        var import = await app.Bring(south);

        Assert.Equal((2, 0, 1), Task(Assert.Single(await Sheets(year), s => s.Id == alone[0].Id), 0));
        Assert.True((await app.Check(south)).Unchanged);

        await app.Undo(import);
        Assert.Equal((2, 1, 1), Task(Assert.Single(await Sheets(year)), 0));

        static (int, int, int) Task(ScoreSheet sheet, int task) => TaskSums.Unpack(sheet.Tasks)[task] is var sum ? (sum.Participants, sum.Full, sum.Zero) : default;
    }

    [Fact]
    public async Task Five_thousand_sheets_are_written_in_seconds()
    {
        string[] header = ["Код участника", "Код ОО", "Класс", "Задание 1 (1б)", "Задание 2 (2б)", "Отметка"];
        var rows = Enumerable.Range(0, 5000).Select(i => new[] { $"{i}", "450101", $"6{i}", "1", "2", "4" });
        var watch = System.Diagnostics.Stopwatch.StartNew();

        await app.Bring(SmallRegion.Table("ВПР математика 6 класс 2006.xlsx", rows.Prepend(header)));

        Assert.Equal(5000, (await Sheets(2006)).Count);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(1), $"{watch.Elapsed}");
    }

    private static F1File File(int year) => F1File.Good() with { Title = $"ВПР {year} Математика 6 класс" };

    private Task<List<ScoreSheet>> Sheets(int ends) => app.Ask(db => db.ScoreSheets.AsNoTracking().Where(s => s.State == SheetState.Current)
        .Join(db.Procedures.Where(p => p.Year == new SchoolYear(ends)), s => s.Procedure, p => p.Id, (s, _) => s).OrderBy(s => s.Class).ToListAsync());
}
