using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;

namespace Stupeni.Assessments.Reports;

/// <summary>The map of skills against the rows of the files: «Вычисления» are tasks 1 and 3К1, «Таблицы» task 2 alone.</summary>
public sealed class SkillsPageTests(ReportRegion brought) : IClassFixture<ReportRegion>
{
    private const string Berezovka = ReportRegion.Berezovka, Anino = ReportRegion.Anino;

    [Fact]
    public async Task A_school_sees_its_classes_beside_itself_and_the_region_as_in_the_rows()
    {
        using var head = await brought.SignedIn("SchoolHead", brought.ByCode[Berezovka].Id.Value);

        var page = await head.Open(brought.Url("skills"));

        Assert.Equal(["Умение", "Заданий", "Берёзовская школа, N 60", "Область, N 130", "6А, N 31", "6Б, N 29", "Задания", "Планируемый результат"], Row(page, 0));
        var own = brought.Rows.Where(r => r.School == Berezovka).ToList();
        var calculations = Row(page, 2);
        Assert.Equal(("Вычисления", "2", "1, 3К1"), (calculations[0], calculations[1], calculations[6]));
        foreach (var (cell, rows) in new[] { (calculations[2], own), (calculations[3], brought.Rows), (calculations[4], own.FindAll(r => r.Class == "6А")), (calculations[5], own.FindAll(r => r.Class == "6Б")) })
            Assert.Equal(100.0 * rows.Sum(r => r.Scores[0] + r.Scores[2]) / (5 * rows.Count), Number(cell), 0.051);
        var tables = Row(page, 4);
        Assert.Equal(("Таблицы", "1"), (tables[0], tables[1]));
        Assert.Equal(100.0 * own.Sum(r => r.Scores[1]) / own.Count, Number(tables[2]), 0.051);
    }

    [Fact]
    public async Task Rows_are_grouped_by_section_and_outcomes_that_say_more_stand_under_skills()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var page = await browser.Open(brought.Url("skills"));

        Assert.Equal(["Числа", "Данные", "Планируемые результаты"], page.QuerySelectorAll("#part-0 tr.is-group th").Select(h => h.TextContent.Trim()));
        var outcome = page.QuerySelectorAll("#part-0 tbody tr").Select(r => r.Children.Select(Text).ToList()).Single(r => r[0] == "Выполнять действия и проверять их");
        Assert.Equal(100.0 * brought.Rows.Sum(r => r.Scores[0] + r.Scores[1]) / (3 * brought.Rows.Count), Number(outcome[2]), 0.051);
        // Columns of the region are its municipalities by the alphabet.
        Assert.Equal(["Область, N 130", "Северный район, N 85", "Южный район, N 45"], Row(page, 0)[2..5]);
    }

    [Fact]
    public async Task One_task_is_dimmed_and_said_so_and_a_class_is_said_in_words()
    {
        using var browser = await brought.SignedIn("RegionalCoordinator");

        var page = await browser.Open(brought.Url("skills", Berezovka));

        var one = page.QuerySelectorAll("#part-0 td.is-one");
        Assert.NotEmpty(one);
        Assert.All(one, cell => Assert.Contains(", одно задание", cell.TextContent, StringComparison.Ordinal));
        Assert.Contains("одно задание: видно только затруднение", page.QuerySelector(".st-legend")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("У 1 умения только одно задание", page.QuerySelector(".st-story")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var region = page.GetElementById("part-0-h")!.ParentElement!.QuerySelector(".st-pin")!;
        Assert.Equal(("region", "0"), (region.GetAttribute("role"), region.GetAttribute("tabindex")));
    }

    [Fact]
    public async Task A_municipality_sees_its_schools_by_the_alphabet_and_nobody_sees_a_neighbour()
    {
        using var north = await brought.SignedIn("MunicipalCoordinator", SmallRegion.North.Id.Value);
        Assert.Equal(["Северный район, N 85", "Область, N 130", "Анинская школа, N 25", "Берёзовская школа, N 60"], Row(await north.Open(brought.Url("skills")), 0)[2..6]);
        Assert.Equal(HttpStatusCode.NotFound, (await north.Get(brought.Url("skills", ReportRegion.Verkhneluzhskaya))).StatusCode);

        using var head = await brought.SignedIn("SchoolHead", brought.ByCode[Anino].Id.Value);
        Assert.DoesNotContain("Берёзовская", (await head.Open(brought.Url("skills"))).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await head.Get(brought.Url("skills", Berezovka))).StatusCode);
    }

    [Fact]
    public async Task A_skill_leads_to_its_years_and_a_column_to_its_school()
    {
        using var north = await brought.SignedIn("MunicipalCoordinator", SmallRegion.North.Id.Value);

        var page = await north.Open(brought.Url("skills"));

        Assert.Contains("Вычисления", (await north.Open(page.QuerySelector("#part-0 tbody th[scope=row] a")!.GetAttribute("href")!)).QuerySelector("main h2")!.TextContent, StringComparison.Ordinal);
        Assert.EndsWith($"school={brought.ByCode[Anino].Id}", page.QuerySelector("#part-0 thead a")!.GetAttribute("href"), StringComparison.OrdinalIgnoreCase);
    }

    private static List<string> Row(IHtmlDocument page, int at) => [.. page.GetElementById("part-0")!.QuerySelectorAll("tr")[at].Children.Select(Text)];

    private static string Text(AngleSharp.Dom.IElement cell)
    {
        foreach (var unseen in cell.QuerySelectorAll(".st-vh, i").ToList()) unseen.Remove();
        return cell.TextContent.Trim();
    }

    private static double Number(string cell) => double.Parse(string.Concat(cell.Where(c => char.IsAsciiDigit(c) || c is ',')).Replace(',', '.'), CultureInfo.InvariantCulture);
}
