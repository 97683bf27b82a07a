using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Protocols;

public sealed class ProtocolImportTests(App app) : IClassFixture<App>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await app.Schools();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_same_protocol_changes_nothing_in_another_container_and_in_another_order()
    {
        await app.Bring(Of(2011).Grid());
        var reordered = Of(2011);
        reordered.Rows.Reverse(2, 3);

        Assert.True((await app.Check(Of(2011).Grid(".xls"))).Unchanged);
        Assert.True((await app.Check(reordered.Grid(".csv"))).Unchanged);
    }

    [Fact]
    public async Task A_corrected_protocol_replaces_its_sheet_and_undo_takes_all_back()
    {
        var first = await app.Bring(Of(2012).Grid());
        var before = Assert.Single(await Sheets(2012));
        var corrected = Of(2012);
        corrected.Rows[3][15] = 3.0;

        var second = await app.Bring(corrected.Grid());
        var after = Assert.Single(await Sheets(2012));

        Assert.Equal((before.Id, 0), (after.Replaces!.Value, after.BelowThreshold));
        await Assert.ThrowsAsync<RuleBroken>(() => app.Undo(first));
        await app.Undo(second);
        Assert.Equal((before.Id, before.Sha256, 1), Assert.Single(await Sheets(2012)) is var now ? (now.Id, now.Sha256, now.BelowThreshold) : default);
        await app.Undo(first);
        Assert.Empty(await Sheets(2012));
        Assert.False(await app.Ask(db => db.ScoreSheets.AnyAsync(s => s.Import == first.Id || s.Import == second.Id)));
    }

    [Fact]
    public async Task Short_answers_have_the_greatest_scores_seen_for_maxima_and_long_ones_those_of_the_protocol()
    {
        await app.Bring(Of(2013).Grid());
        var south = Of(2013);
        foreach (var row in south.Rows.Skip(2)) (row[1], row[12]) = (450201.0, $"2{((string)row[12])[1..]}");

        var import = await app.Bring(south.Grid());

        Assert.Equal("2 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 2 2 2 2 2 2", await Maxima(2013));
        Assert.True((await app.Check(Of(2013).Grid())).Unchanged);
        await app.Undo(import);
        Assert.Equal("1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 2 2 2 2 2 2", await Maxima(2013));
    }

    [Fact]
    public async Task Other_maxima_of_long_answers_than_the_known_ones_are_refused_at_their_column()
    {
        await app.Bring(Of(2014).Grid());
        var other = Of(2014);
        foreach (var row in other.Rows.Skip(2)) row[13] = ((string)row[13]).Replace("(2)", "(3)", StringComparison.Ordinal);

        var check = await app.Check(other.Grid());

        Assert.Equal(6, check.Findings.Count(f => f is { Kind: FindingKind.Error, Row: 2, Letter: "N" }));
        Assert.Null(check.Plan);
    }

    [Fact]
    public async Task A_protocol_with_fewer_participants_than_before_says_so()
    {
        await app.Bring(Of(2015).Grid());
        var reserve = Of(2015);
        reserve.Rows.RemoveRange(3, 2);

        var warning = Assert.Single((await app.Check(reserve.Grid())).Findings);

        Assert.Equal(FindingKind.Warning, warning.Kind);
        Assert.Equal([3, 1], warning.Message.Args.OfType<int>());
    }

    [Fact]
    public async Task A_class_that_is_parted_later_is_not_counted_twice()
    {
        var whole = Of(2016);
        foreach (var row in whole.Rows.Skip(2)) row[2] = "9";
        await app.Bring(whole.Grid());
        var parted = Of(2016);
        parted.Rows[4][2] = "9Б";

        await app.Bring(parted.Grid());

        Assert.Equal([("9А", 2), ("9Б", 1)], (await Sheets(2016)).Select(s => (s.Class, s.Participants)));
    }

    [Fact]
    public async Task A_protocol_comes_through_the_pages_and_its_results_are_seen()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");
        var file = Of(2017);

        var import = await browser.Upload(("ОГЭ.xlsx", file.Xlsx()));
        var page = await browser.Open(import);
        await browser.Apply(import);

        Assert.Contains("Протокол ОГЭ или ЕГЭ", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Иванова", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(3, (await Sheets(2017)).Sum(s => s.Participants));
        Assert.Contains("ОГЭ 2017, математика, 9 класс", (await browser.Open("/results")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static ProtocolFile Of(int year)
    {
        var file = ProtocolFile.Oge();
        file.Rows[0] = [$"02 - Математика {year}.06.02"];
        return file;
    }

    private Task<List<ScoreSheet>> Sheets(int ends) => app.Ask(db => db.ScoreSheets.AsNoTracking().Where(s => s.State == SheetState.Current)
        .Join(db.Procedures.Where(p => p.Year == new SchoolYear(ends)), s => s.Procedure, p => p.Id, (s, _) => s).OrderBy(s => s.Class).ToListAsync());

    private async Task<string> Maxima(int ends) => string.Join(' ', await app.Ask(db => db.TestForms.Where(f => db.Procedures.Any(p => p.Id == f.Procedure && p.Year == new SchoolYear(ends)))
        .SelectMany(f => f.Tasks).OrderBy(t => t.Position).Select(t => t.Max).ToListAsync()));
}
