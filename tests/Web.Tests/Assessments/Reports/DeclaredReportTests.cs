using System.Net;
using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Organisations;
using static Stupeni.Assessments.AggregateFile;

namespace Stupeni.Assessments.Reports;

/// <summary>Declared figures on the pages of reports: in the place of what nobody counted, beside what is counted.</summary>
public sealed class DeclaredReportTests : IAsyncLifetime
{
    private readonly App app = new();
    private IReadOnlyDictionary<string, Organisation> schools = null!;

    public async ValueTask InitializeAsync() => schools = await app.Schools();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<string> Url(string report, string scope = "") => $"/results/{await app.Ask(db => db.Procedures.Select(p => p.Id).SingleAsync())}/reports/{report}{scope}";

    [Fact]
    public async Task Without_sheets_each_report_shows_what_is_declared_with_its_source()
    {
        await app.Bring(Marks(["Вся выборка", "35817", "1432765", "12,5", "40,3", "32,9", "14,3"], ["Область", "412", "6120", "13,1", "41,2", "31,9", "13,8"], [Berezovka, "1", "25", "12", "36", "32", "20"]));
        await app.Bring(Journal([Berezovka], ["Понизили", "1", "4"], ["Подтвердили", "20", "80"], ["Повысили", "4", "16"], ["Всего", "25", "100"]));
        await app.Bring(Scores([Berezovka, "1", "25", "4", "8", "12", "24", "20", "16", "16"]));
        await app.Bring(Tasks([Berezovka, "1", "25", "72", "64", "41,3"]));
        await app.Bring(Groups([Berezovka, "25", "72", "64", "41,3"], ["2", "3", "33,3", "33,3", "0"], ["3", "9", "55,6", "55,6", "22,2"]));
        using var browser = await app.SignedIn("SchoolHead", schools["450101"].Id.Value);

        var marks = await browser.Open(await Url("marks"));

        Assert.Equal(["Показатель|Берёзовская школа, отчёт|Область, отчёт|Вся выборка, отчёт", "«2»|12,0%|13,1%|12,5%", "«3»|36,0%|41,2%|40,3%", "«4»|32,0%|31,9%|32,9%", "«5»|20,0%|13,8%|14,3%"], Table(marks));
        Assert.Contains("показано то, что заявлено в отчётах ФИС ОКО", marks.Text(".st-story"), StringComparison.Ordinal);
        Assert.Contains("Берёзовская школа, отчёт: файл «Статистика по отметкам.xlsx», импорт № 1 от 20.11.2026; N = 25.", marks.Text("main"), StringComparison.Ordinal);
        Assert.Contains("25 участников", marks.Text(".st-lead"), StringComparison.Ordinal);
        Assert.Equal("С обеими отметками|25", Table(await browser.Open(await Url("journal")))[^1]);
        Assert.Equal("3|24,0%", Table(await browser.Open(await Url("scores")))[4]);
        Assert.Equal("Задание 3К1|41,3%", Table(await browser.Open(await Url("tasks")))[^1]);
        Assert.Equal("«3», задание 3К1|22,2%", Table(await browser.Open(await Url("groups")))[^1]);
        await app.Bring(Outcomes(["1", "Оперировать понятием дроби", "2", "61,5", "63,2", "72", "64"]));
        // The municipality's column is its own affair: a school sees it only where it sums up three schools or more.
        Assert.Equal(["Показатель|Берёзовская школа, отчёт|Область, отчёт|Вся выборка, отчёт", "1. Оперировать понятием дроби|72,0%|61,5%|64,0%"], Table(await browser.Open(await Url("outcomes"))));
        Assert.Contains("только отчёты ФИС ОКО", (await browser.Open("/results")).Text("main"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.Get((await Url("marks")).Replace("/reports/marks", "/reports.xlsx", StringComparison.Ordinal))).StatusCode);
    }

    [Fact]
    public async Task Schools_add_up_to_their_municipality_by_participants_never_as_a_mean_of_per_cents()
    {
        await app.Bring(Marks([Berezovka, "1", "25", "12", "36", "32", "20"], [Anino, "1", "75", "4", "40", "44", "12"]));
        using var browser = await app.SignedIn("MunicipalCoordinator", SmallRegion.North.Id.Value);

        var page = await browser.Open(await Url("marks"));

        // (25·12 + 75·4) ÷ 100 = 6, not 8.
        Assert.Equal(["«2»|6,0%", "«3»|39,0%", "«4»|41,0%", "«5»|14,0%"], Table(page)[1..]);
        Assert.Contains("отчёты 2 школ, сложены с весом по участникам", page.Text("main").Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("N = 100", page.Text("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Beside_sheets_the_region_and_the_country_of_the_report_are_columns_to_compare_with()
    {
        await app.Bring(F1File.Good().Grid());
        await app.Bring(Tasks(["Вся выборка", "35817", "1432765", "70,11", "60,02", "30"], ["Область", "412", "6120", "66", "58,5", "27"], [Berezovka, "1", "3", "50", "66,67", "33,33"]));
        using var browser = await app.SignedIn("RegionalCoordinator");

        var page = await browser.Open(await Url("tasks", $"?school={schools["450101"].Id}"));

        Assert.Equal(["Показатель|Посчитано по листам|Берёзовская школа, отчёт|Область, отчёт|Вся выборка, отчёт", "Задание 1|50,00%|50,00%|66,00%|70,11%", "Задание 2|66,67%|66,67%|58,50%|60,02%", "Задание 3К1|33,33%|33,33%|27,00%|30,00%"], Table(page, 1));
        Assert.DoesNotContain("источники расходятся", page.Text(".st-story"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_neighbour_and_another_municipality_see_nothing_of_it()
    {
        await app.Bring(Marks([North, "2", "100", "6", "40", "40", "14"], [Berezovka, "1", "25", "12", "36", "32", "20"]));
        using var neighbour = await app.SignedIn("SchoolHead", schools["450102"].Id.Value);
        using var south = await app.SignedIn("MunicipalCoordinator", SmallRegion.South.Id.Value);
        using var north = await app.SignedIn("MunicipalCoordinator", SmallRegion.North.Id.Value);

        foreach (var stranger in new[] { neighbour, south })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(await Url("marks"))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.Get(await Url("marks", $"?school={schools["450101"].Id}"))).StatusCode);
            Assert.Contains("Результатов пока нет", (await stranger.Open("/results")).Text("main"), StringComparison.Ordinal);
        }

        // The only school of the municipality in the report needs no choosing.
        Assert.Equal("«2»|12,0%|6,0%", Table(await north.Open(await Url("marks")))[1]);
    }

    private static List<string> Table(AngleSharp.Html.Dom.IHtmlDocument page, int part = 0) =>
        [.. page.QuerySelectorAll($"#part-{part} tr").Select(r => string.Join('|', r.Children.Select(c => string.Join(' ', c.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" %", "%", StringComparison.Ordinal))))];
}
