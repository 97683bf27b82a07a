using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Organisations;
using static Stupeni.Assessments.AggregateFile;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>A person decides which source holds: recorded, guarded, changed by another decision; the figures stay.</summary>
public sealed class DecidingTests : IAsyncLifetime
{
    private readonly App app = new();
    private IReadOnlyDictionary<string, Organisation> schools = null!;
    private Import declared = null!;
    private string place = "";

    public async ValueTask InitializeAsync()
    {
        schools = await app.Schools();
        await app.Bring(F1File.Good().Grid());
        declared = await app.Bring(Marks([Berezovka, "1", "3", "0", "66,67", "0", "33,33"], [Anino, "1", "25", "12", "36", "32", "20"]));
        place = $"/results/discrepancies/{await app.Ask(db => db.Procedures.Select(p => p.Id).SingleAsync())}/marks/school/{schools["450101"].Id}";
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private Task<string> Key() => app.Ask(async db => $"report:{await db.DeclaredResults.Where(d => d.Organisation == schools["450101"].Id && d.Report == DeclaredReport.Marks).Select(d => d.Id).FirstAsync()}");

    [Fact]
    public async Task The_list_leads_to_both_values_with_their_sources_and_the_decision_is_said_beside_the_report()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");
        var list = await browser.Open("/results/discrepancies");
        var page = await browser.Open(place);

        Assert.Equal(place, list.QuerySelector("table th a")!.GetAttribute("href"));
        Assert.Contains("Статистика по отметкам", list.Text("tbody tr"), StringComparison.Ordinal);
        Assert.Equal(["«2»|33,33 %|0,00 %", "«3»|33,33 %|66,67 %"], page.QuerySelectorAll("#what ~ * tbody tr, section:first-of-type tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim().Replace('\u00a0', ' ')))).Distinct());
        Assert.Contains("файл «Статистика по отметкам.xlsx», импорт № 2 от 20.11.2026", page.Text(".st-facts"), StringComparison.Ordinal);

        var answer = await browser.Submit(place, new() { ["Form.Holds"] = await Key(), ["Form.Reason"] = "Работу одного ученика перепроверили в муниципалитете." });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var decision = await app.Ask(db => db.DiscrepancyDecisions.AsNoTracking().SingleAsync());
        Assert.Equal((1, "Отчёт ФИС ОКО: файл «Статистика по отметкам.xlsx», импорт № 2 от 20.11.2026", "Проверочный RegionalCoordinator"), (decision.Number, decision.Source, decision.ByName));
        Assert.True(await app.Ask(db => db.Changes.AnyAsync(c => c.SubjectId == decision.Id.Value && c.Organisation == schools["450101"].Id.Value)));
        var report = await browser.Open($"/results/{decision.Procedure}/reports/marks?school={schools["450101"].Id}");
        Assert.Contains("Решено: верно то, что говорит Отчёт ФИС ОКО", report.Text(".st-story"), StringComparison.Ordinal);
        Assert.Contains("Работу одного ученика перепроверили", report.Text(".st-story"), StringComparison.Ordinal);
        // What was counted stays: one of three has «2».
        Assert.Contains("отметка «2» у 1 из 3", report.Text(".st-story"), StringComparison.Ordinal);
        Assert.Equal("Берёзовская школа", (await browser.Open("/results/discrepancies?state=decided")).QuerySelector("table th a")!.FirstChild!.TextContent);
    }

    [Fact]
    public async Task A_change_of_mind_is_the_next_decision_and_the_first_stays()
    {
        using var browser = await app.SignedIn("RegionalOperator");
        await browser.Submit(place, new() { ["Form.Holds"] = await Key(), ["Form.Reason"] = "Так в отчёте." });
        await browser.Submit(place, new() { ["Form.Holds"] = "sheets", ["Form.Reason"] = "В отчёте ошибка." });

        var history = (await browser.Open(place)).QuerySelectorAll("section[aria-labelledby=history] tbody tr").Select(r => r.Children[2].TextContent);

        Assert.Equal(["В отчёте ошибка.", "Так в отчёте."], history);
    }

    [Fact]
    public async Task The_same_form_sent_twice_decides_once_and_a_stale_one_is_refused()
    {
        using var one = await app.SignedIn("RegionalCoordinator");
        using var other = await app.SignedIn("RegionalOperator");
        var held = (await other.Open(place)).Held("main form[method=post]");
        var typed = new Dictionary<string, string?> { ["Form.Holds"] = "sheets", ["Form.Reason"] = "В отчёте ошибка." };

        await one.Submit(place, typed);
        await one.Submit(place, typed);
        var stale = await other.Submit(place, new(typed) { ["Form.Token"] = held["Form.Token"], ["Form.Reason"] = "Моё решение." });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.StatusCode);
        Assert.Contains("это изменил другой человек", (await Browser.Read(stale)).Text(".st-errsum"), StringComparison.Ordinal);
        Assert.Equal("В отчёте ошибка.", await app.Ask(db => db.DiscrepancyDecisions.Select(d => d.Reason).SingleAsync()));
    }

    [Fact]
    public async Task Without_a_reason_or_a_source_nothing_is_decided()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");

        var reasonless = await browser.Submit(place, new() { ["Form.Holds"] = "sheets", ["Form.Reason"] = " " });
        var foreign = await browser.Submit(place, new() { ["Form.Holds"] = "report:выдумано", ["Form.Reason"] = "Так." });

        Assert.NotNull((await Browser.Read(reasonless)).QuerySelector("#Form_Reason-error"));
        Assert.NotNull((await Browser.Read(foreign)).QuerySelector("#Form_Holds-error"));
        Assert.False(await app.Ask(db => db.DiscrepancyDecisions.AnyAsync()));
    }

    [Fact]
    public async Task Other_figures_ask_for_another_decision_and_an_undone_report_for_none()
    {
        using var browser = await app.SignedIn("RegionalCoordinator");
        await browser.Submit(place, new() { ["Form.Holds"] = "sheets", ["Form.Reason"] = "В отчёте ошибка." });

        var later = await app.Bring(Marks([Berezovka, "1", "3", "66,67", "0", "0", "33,33"]));
        Assert.Contains("После решения числа изменились", (await browser.Open(place)).Text("main"), StringComparison.Ordinal);
        Assert.Contains("решите снова", (await browser.Open("/results/discrepancies")).Text("tbody"), StringComparison.Ordinal);
        await app.Undo(later);
        Assert.DoesNotContain("После решения числа изменились", (await browser.Open(place)).Text("main"), StringComparison.Ordinal);
        await app.Undo(declared);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get(place)).StatusCode);
        Assert.Contains("Расхождений нет", (await browser.Open("/results/discrepancies")).Text("main"), StringComparison.Ordinal);
        Assert.True(await app.Ask(db => db.DiscrepancyDecisions.AnyAsync()));
    }

    [Fact]
    public async Task Only_those_whose_the_unit_is_see_it_and_only_those_who_bring_results_decide()
    {
        using var north = await app.SignedIn("MunicipalCoordinator", SmallRegion.North.Id.Value);
        using var south = await app.SignedIn("MunicipalCoordinator", SmallRegion.South.Id.Value);
        using var head = await app.SignedIn("SchoolHead", schools["450101"].Id.Value);
        using var neighbour = await app.SignedIn("SchoolHead", schools["450102"].Id.Value);
        using var analyst = await app.SignedIn("Analyst");

        Assert.NotNull((await north.Open(place)).QuerySelector("main form[method=post]"));
        Assert.NotNull((await head.Open(place)).QuerySelector("main form[method=post]"));
        Assert.Null((await analyst.Open(place)).QuerySelector("main form[method=post]"));
        foreach (var stranger in new[] { south, neighbour })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(place)).StatusCode);
            Assert.DoesNotContain("Берёзовская", (await stranger.Open("/results/discrepancies")).Text("main"), StringComparison.Ordinal);
        }
    }
}
