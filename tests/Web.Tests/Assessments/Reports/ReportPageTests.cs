using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Reports against the rows of the files that were brought: three schools, four classes, 130 participants.</summary>
public sealed class ReportPageTests(ReportRegion brought) : IClassFixture<ReportRegion>
{
    private const string Berezovka = ReportRegion.Berezovka, Anino = ReportRegion.Anino, Verkhneluzhskaya = ReportRegion.Verkhneluzhskaya;

    [Fact]
    public async Task Marks_of_every_unit_are_those_of_its_rows()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var page = await browser.Open(brought.Url("marks", Berezovka));

        var table = Table(page, "part-1");
        Assert.Equal(["Область", "Берёзовская школа", "6А", "6Б"], table.Skip(1).Select(r => r[0]));
        foreach (var (row, rows) in new[] { (table[1], brought.Rows), (table[2], Of(Berezovka)), (table[3], [.. Of(Berezovka).Where(r => r.Class == "6А")]) })
        {
            var counts = Enumerable.Range(2, 4).Select(m => rows.Count(r => r.Mark == m)).ToList();
            Assert.Equal(rows.Count, Number(row[1]));
            Assert.Equal(counts, row[5..9].Select(c => (int)Number(c)));
            Assert.Equal(100.0 * (rows.Count - counts[0]) / rows.Count, Number(row[2]), 0.051);
            Assert.Equal(100.0 * (counts[2] + counts[3]) / rows.Count, Number(row[3]), 0.051);
            Assert.Equal((100.0 * counts[3] + 64 * counts[2] + 36 * counts[1] + 16 * counts[0]) / rows.Count, Number(row[4]), 0.0051);
        }
    }

    [Fact]
    public async Task The_sentence_compares_with_everybody_else_and_is_cautious()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");
        var text = (await browser.Open(brought.Url("marks", Berezovka))).QuerySelector("main")!.TextContent;
        var (own, others) = (Of(Berezovka), brought.Rows.Where(r => r.School != Berezovka).ToList());

        Assert.Contains($"отметка «2» у {own.Count(r => r.Mark == 2)} из 60", text, StringComparison.Ordinal);
        Assert.Contains($"В остальных школах области доля «2» — {Numbers.Percent(100.0 * others.Count(r => r.Mark == 2) / others.Count)}", text, StringComparison.Ordinal);
        Assert.Contains("вероятно, это не случайность, требует проверки", text, StringComparison.Ordinal);
        Assert.DoesNotContain("рейтинг школ:", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Journal_marks_that_are_absent_are_not_compared()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var page = await browser.Open(brought.Url("journal"));

        var pairs = brought.Rows.Where(r => r.Journal > 0).ToList();
        var region = Table(page, "part-0")[1];
        Assert.Equal([pairs.Count, pairs.Count(r => r.Mark < r.Journal), pairs.Count(r => r.Mark == r.Journal), pairs.Count(r => r.Mark > r.Journal), pairs.Count(r => Math.Abs(r.Mark - r.Journal) >= 2)], new[] { 1, 2, 4, 6, 8 }.Select(c => (int)Number(region[c])));
        var cross = Table(page, "part-1");
        for (var mark = 2; mark <= 5; mark++)
            for (var journal = 2; journal <= 5; journal++) Assert.Equal(pairs.Count(r => (r.Mark, r.Journal) == (mark, journal)), Number(cross[mark - 1][journal - 1]));
    }

    [Fact]
    public async Task Totals_are_spread_as_in_the_rows_and_marks_begin_where_the_scale_says()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var page = await browser.Open(brought.Url("scores", Verkhneluzhskaya));

        var table = Table(page, "part-0");
        Assert.Equal(Enumerable.Range(0, 7), table.Skip(1).Select(r => (int)Number(r[0])));
        foreach (var row in table.Skip(1)) Assert.Equal(Of(Verkhneluzhskaya).Count(r => r.Scores.Sum() == Number(row[0])), Number(row[1]));
        Assert.Equal("2:«3»;4:«4»;5:«5»", page.QuerySelector("st-chart")!.GetAttribute("data-boundaries"));
        Assert.Contains("приказ области", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Участников меньше 50: вывод приблизительный", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_are_done_as_in_the_rows_by_every_unit()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var table = Table(await browser.Open(brought.Url("tasks", Berezovka)), "part-0");

        Assert.Equal(["Берёзовская школа", "Область", "6А", "6Б"], table[0][8..]);
        int[] maxima = [2, 1, 3];
        for (var task = 0; task < 3; task++)
        {
            var row = table[task + 1];
            Assert.Equal([Of(Berezovka).Count, Of(Berezovka).Count(r => r.Scores[task] == maxima[task]), Of(Berezovka).Count(r => r.Scores[task] > 0 && r.Scores[task] < maxima[task]), Of(Berezovka).Count(r => r.Scores[task] == 0)], row[4..8].Select(c => (int)Number(c)));
            Assert.Equal(100.0 * Of(Berezovka).Sum(r => r.Scores[task]) / (maxima[task] * 60), Number(row[8]), 0.051);
            Assert.Equal(100.0 * brought.Rows.Sum(r => r.Scores[task]) / (maxima[task] * brought.Rows.Count), Number(row[9]), 0.051);
        }
    }

    [Fact]
    public async Task Groups_did_each_task_as_in_the_rows()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var table = Table(await browser.Open(brought.Url("groups")), "part-0");

        for (var mark = 2; mark <= 5; mark++)
        {
            var group = brought.Rows.Where(r => r.Mark == mark).ToList();
            Assert.Equal(100.0 * group.Sum(r => r.Scores[2]) / (3 * group.Count), Number(table[3][mark - 1]), 0.051);
            Assert.Equal(group.Count, Number(table[3][mark + 3]));
        }
    }

    [Fact]
    public async Task Tasks_as_measures_agree_with_the_rows_and_are_looked_at_over_the_region_only()
    {
        using var analyst = await brought.SignedIn("Analyst");

        var page = await analyst.Open(brought.Url("items"));

        var table = Table(page, "part-0");
        int[] maxima = [2, 1, 3];
        for (var task = 0; task < 3; task++)
        {
            var own = brought.Rows.ConvertAll(r => (double)r.Scores[task]);
            var rest = brought.Rows.ConvertAll(r => (double)r.Scores.Where((_, other) => other != task).Sum());
            Assert.Equal(100 * own.Average() / maxima[task], Number(table[task + 1][3]), 0.051);
            Assert.Equal(Correlation(own, rest), Number(table[task + 1][4]), 0.0051);
        }

        // Alpha of three tasks by its definition.
        var total = brought.Rows.ConvertAll(r => (double)r.Scores.Sum());
        var alpha = 3 / 2.0 * (1 - Enumerable.Range(0, 3).Sum(t => Variance(brought.Rows.ConvertAll(r => (double)r.Scores[t]))) / Variance(total));
        Assert.Contains($"α = {Numbers.Decimal(alpha, 2)}", page.Body!.TextContent, StringComparison.Ordinal);
        // The harder a task, the later it stands on the map.
        Assert.Equal(Enumerable.Range(0, 3).OrderByDescending(t => brought.Rows.Average(r => (double)r.Scores[t] / maxima[t])).Select(t => new[] { "1", "2", "3К1" }[t]).First(), Table(page, "part-1")[1][0]);

        using var south = await brought.SignedIn("MunicipalCoordinator", SmallRegion.South.Id.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await south.Get(brought.Url("items"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await analyst.Get(brought.Url("items", Anino))).StatusCode);

        static double Variance(List<double> x) => x.Sum(v => (v - x.Average()) * (v - x.Average())) / (x.Count - 1);
        static double Correlation(List<double> x, List<double> y) => x.Zip(y).Sum(p => (p.First - x.Average()) * (p.Second - y.Average())) / (x.Count - 1) / Math.Sqrt(Variance(x) * Variance(y));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Berezovka)]
    public async Task The_workbook_holds_the_cells_of_the_pages(string? school)
    {
        using var browser = await brought.SignedIn("RegionalOperator");
        using var zip = new ZipArchive((await browser.Get($"/results/{brought.Vpr}/reports.xlsx" + (school is null ? "" : $"?school={brought.ByCode[school].Id}"))).Content.ReadAsStream());
        var sheets = zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).OrderBy(e => int.Parse(string.Concat(e.Name.Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture)).Select(Rows).ToList();

        var compared = 0;
        var sheet = 0;
        foreach (var report in new[] { "marks", "journal", "scores", "tasks", "outcomes", "skills", "groups" }.Concat(school is null ? ["signs", "items"] : ["signs"]))
        {
            var page = await browser.Open(brought.Url(report, school));
            foreach (var at in Enumerable.Range(0, page.QuerySelectorAll("main table").Length))
            {
                var shown = Table(page, $"part-{at}");
                var written = sheets[sheet++];
                var head = written.FindIndex(r => r.SequenceEqual(shown[0]));
                Assert.True(head >= 0, $"{report} {at}: no header");
                foreach (var (row, line) in shown.Skip(1).Index())
                {
                    for (var column = 0; column < line.Length; column++)
                    {
                        var cell = column < written[head + 1 + row].Length ? written[head + 1 + row][column] : "";
                        var text = line[column];
                        if (text == "—") Assert.True(cell is "" or "—", $"{report} {at} {row} {column}: {cell}");
                        else if (text.EndsWith('%')) Assert.Equal(Number(text), 100 * double.Parse(cell, CultureInfo.InvariantCulture), 0.051);
                        else if (double.TryParse(cell, CultureInfo.InvariantCulture, out var number)) Assert.Equal(Number(text), number, 0.0051);
                        else Assert.Equal(text, cell);
                        compared++;
                    }
                }
            }

            if (page.QuerySelectorAll("main table").Length == 0) sheet++;
        }

        Assert.Equal(sheets.Count, sheet);
        Assert.True(compared > 150, $"{compared}");
    }

    [Fact]
    public async Task A_municipality_and_a_school_find_their_own_and_nothing_of_a_neighbour()
    {
        using var south = await brought.SignedIn("MunicipalCoordinator", SmallRegion.South.Id.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await south.Get(brought.Url("marks", Berezovka))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await south.Get($"{brought.Url("marks")}?municipality={SmallRegion.North.Id}")).StatusCode);
        Assert.Equal(["Область", "Верхнелужская школа № 2"], Table(await south.Open(brought.Url("marks")), "part-1").Skip(1).Select(r => r[0]));

        using var head = await brought.SignedIn("SchoolHead", brought.ByCode[Anino].Id.Value);
        // Two schools of the municipality would tell each the other's results: it is not among the rows.
        Assert.Equal(["Область", "Анинская школа"], Table(await head.Open(brought.Url("marks")), "part-1").Skip(1).Select(r => r[0]));
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get(brought.Url("marks", Berezovka))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get($"/results/{brought.Vpr}/reports.xlsx?school={brought.ByCode[Berezovka].Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get(brought.Url("ratings"))).StatusCode);
    }

    [Fact]
    public async Task Participants_are_shown_to_their_school_only_and_the_look_is_recorded()
    {
        using var head = await brought.SignedIn("SchoolHead", brought.ByCode[Anino].Id.Value);
        var table = Table(await head.Open(brought.Url("pupils")), "part-0");
        Assert.Equal(25, table.Count - 1);
        Assert.Equal(Of(Anino).Select(r => string.Join(' ', [.. r.Scores, r.Scores.Sum(), r.Mark])), table.Skip(1).Select(r => string.Join(' ', r[3..8])));

        using var coordinator = await brought.SignedIn("RegionalCoordinator");
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.Get(brought.Url("pupils", Anino))).StatusCode);
        Assert.DoesNotContain("/pupils", (await coordinator.Open(brought.Url("marks", Anino))).Body!.InnerHtml, StringComparison.Ordinal);
        for (var i = 0; i < 100 && !await brought.Ask(db => db.Changes.AnyAsync(c => c.Kind == ChangeKind.Seen && c.Subject == nameof(ScoreSheet))); i++) await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.True(await brought.Ask(db => db.Changes.AnyAsync(c => c.Kind == ChangeKind.Seen && c.Subject == nameof(ScoreSheet))));
    }

    [Fact]
    public async Task Signs_of_bias_are_questions_with_numbers_by_school()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var school = Table(await browser.Open(brought.Url("signs", Verkhneluzhskaya)), "part-0");
        // The easiest papers of the three: the interval of the mean lies above that of the others.
        var (own, others) = (Of(Verkhneluzhskaya).ConvertAll(r => (double)r.Scores.Sum()), brought.Rows.Where(r => r.School != Verkhneluzhskaya).Select(r => (double)r.Scores.Sum()).ToList());
        Assert.Equal(Margin(own, -1) > Margin(others, 1) ? "возможный признак" : "не видно", school[2][1]);
        Assert.Contains($"Средний балл {Numbers.Decimal(own.Average())}", school[2][3], StringComparison.Ordinal);
        Assert.Equal("мало данных", school[3][1]);

        using var north = await brought.SignedIn("MunicipalCoordinator", SmallRegion.North.Id.Value);
        var schools = Table(await north.Open(brought.Url("signs")), "part-0");
        Assert.Equal(["Анинская школа", "Берёзовская школа"], schools.Skip(1).Select(r => r[0]));
        Assert.Contains("выберите муниципалитет или школу", (await browser.Open(brought.Url("signs"))).Body!.TextContent, StringComparison.Ordinal);

        static double Margin(List<double> x, int side) => x.Average() + side * 1.96 * Math.Sqrt(x.Sum(v => (v - x.Average()) * (v - x.Average())) / (x.Count - 1) / x.Count);
    }

    [Fact]
    public async Task A_school_of_another_municipality_gives_way_to_the_municipality_that_was_chosen()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var page = await browser.Open($"{brought.Url("marks")}?municipality={SmallRegion.South.Id}&school={brought.ByCode[Anino].Id}");

        Assert.Contains("Южный район", page.QuerySelector(".st-lead")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Get($"{brought.Url("marks")}?municipality={SmallRegion.South.Id}&school={Guid.CreateVersion7()}")).StatusCode);
    }

    [Fact]
    public async Task A_new_import_is_seen_at_once()
    {
        await using var app = new App();
        await app.Schools();
        await app.Bring(F1File.Good().Grid());
        var vpr = await app.Ask(db => db.Procedures.Select(p => p.Id).SingleAsync());
        using var browser = await app.SignedIn("RegionalCoordinator");
        Assert.Equal("3", Table(await browser.Open($"/results/{vpr}/reports/marks"), "part-1")[1][1]);

        var more = F1File.Good() with { School = "Берёзовская школа (edu450101) | Северный район | Кол-во участников: 4" };
        more.Rows.Add(F1File.Row("60004", "6А", "4", "2", "1", "1"));
        var import = await app.Bring(more.Grid());
        Assert.Equal("4", Table(await browser.Open($"/results/{vpr}/reports/marks"), "part-1")[1][1]);

        await app.Undo(import);
        Assert.Equal("3", Table(await browser.Open($"/results/{vpr}/reports/marks"), "part-1")[1][1]);
    }

    private List<(string School, string Class, int[] Scores, int Mark, int Journal)> Of(string school) => [.. brought.Rows.Where(r => r.School == school)];

    private static List<string[]> Table(IHtmlDocument page, string id) =>
        [.. page.GetElementById(id)!.QuerySelectorAll("tr").Select(r => r.Children.Select(Text).ToArray())];

    /// <summary>The cell without what is said to screen readers only and without glyphs.</summary>
    private static string Text(AngleSharp.Dom.IElement cell)
    {
        foreach (var unseen in cell.QuerySelectorAll(".st-vh, i").ToList()) unseen.Remove();
        return cell.TextContent.Trim();
    }

    private static double Number(string cell) => double.Parse(string.Concat(cell.Where(c => char.IsAsciiDigit(c) || c is ',' or '.' or '−')).Replace(',', '.').Replace('−', '-'), CultureInfo.InvariantCulture);

    private static List<string[]> Rows(ZipArchiveEntry entry)
    {
        XNamespace ns = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        return [.. XDocument.Load(entry.Open()).Descendants(ns + "row").Select(r =>
        {
            var cells = r.Elements(ns + "c").ToDictionary(c => Documents.Address.ColumnOf(c.Attribute("r")!.Value), c => string.Concat(c.Descendants().Where(d => d.Name == ns + "t" || d.Name == ns + "v").Select(d => d.Value)));
            return Enumerable.Range(0, cells.Count == 0 ? 0 : cells.Keys.Max() + 1).Select(c => cells.GetValueOrDefault(c, "")).ToArray();
        })];
    }
}
