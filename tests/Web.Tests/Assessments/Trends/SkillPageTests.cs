using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Stupeni.Assessments.Trends;

/// <summary>The same skill from year to year, against the rows of the files.</summary>
public sealed class SkillPageTests(SkillRegion region) : IClassFixture<SkillRegion>
{
    private const string Grade6 = "/results/trends/skills?paper=Vpr-MA-None&grade=6&year=2026";

    [Fact]
    public async Task A_school_reads_every_year_of_a_skill_with_its_interval_and_changes()
    {
        using var head = await region.SignedIn("SchoolHead", region.ByCode["450101"].Id.Value);

        var page = await head.Open($"{Grade6}&skill=Вычисления");

        var rows = Lines(page, "вычисления");
        Assert.Equal(["2026", "2025", "2024", "2023", "2022"], rows.Select(r => r[0]));
        foreach (var row in rows)
        {
            var (points, most, n) = region.Calculations("450101", 6, int.Parse(row[0], CultureInfo.InvariantCulture));
            Assert.Equal(("1, 3", n), (row[1], (int)Number(row[2])));
            Assert.Equal(100.0 * points / most, Number(row[3]), 0.051);
            Assert.Equal(Wilson((double)points / most, n), row[4].Replace("\u2060", "", StringComparison.Ordinal));
        }

        Assert.Contains("не считается", rows[3][5], StringComparison.Ordinal);
        Assert.Contains("изменение может быть случайным", rows[2][5], StringComparison.Ordinal);
        Assert.Contains("снижение, вероятно не случайное", rows[0][5], StringComparison.Ordinal);
        Assert.Contains("другие сроки", rows[4][6], StringComparison.Ordinal);
        Assert.Contains("2022 год — другие сроки: весенние ВПР 2022 года перенесены на осень", page.QuerySelector(".st-story")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("svg.st-trend .g-ln").Length);
    }

    [Fact]
    public async Task The_correction_counts_all_skills_whichever_is_shown()
    {
        using var browser = await region.SignedIn("RegionalCoordinator");
        var school = $"&school={region.ByCode["450101"].Id}";

        Assert.Contains("Холма на 5 сравнений", Story(await browser.Open(Grade6 + school)), StringComparison.Ordinal);
        Assert.Contains("Холма на 5 сравнений", Story(await browser.Open($"{Grade6}{school}&skill=Таблицы")), StringComparison.Ordinal);
        Assert.Contains("Выполнение заметно изменилось у 1 умения из 2", Story(await browser.Open(Grade6 + school)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_section_parts_years_and_one_task_is_said()
    {
        using var browser = await region.SignedIn("RegionalCoordinator");

        var page = await browser.Open($"{Grade6}&school={region.ByCode["450101"].Id}&skill=Таблицы");

        var rows = Lines(page, "Таблицы");
        Assert.Equal("не считается: другой раздел или уровень заданий", rows[1][5]);
        Assert.All(rows, r => Assert.Contains("одно задание", r[6], StringComparison.Ordinal));
        Assert.Contains("Из-за другого раздела или уровня заданий не сравнивается 1 пара соседних лет", Story(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_pupils_are_followed_from_grade_to_grade()
    {
        using var head = await region.SignedIn("SchoolHead", region.ByCode["450101"].Id.Value);

        var page = await head.Open($"{Grade6}&by=Cohort&skill=Вычисления");

        var rows = Lines(page, "вычисления");
        Assert.Equal([("2026", "6"), ("2025", "5")], rows.Select(r => (r[0], r[1])));
        var (before, after) = (region.Calculations("450101", 5, 2025), region.Calculations("450101", 6, 2026));
        Assert.Contains(Platform.Numbers.Signed(100.0 * after.Points / after.Most - 100.0 * before.Points / before.Most), rows[0][6], StringComparison.Ordinal);
        Assert.Contains("Дети те же, класс растёт", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2025, 5 кл.", page.QuerySelector("svg.st-trend")!.QuerySelectorAll("text").Select(t => t.TextContent).First(t => t.Contains("кл", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sums_add_points_up_and_other_schools_part_years()
    {
        using var browser = await region.SignedIn("RegionalCoordinator");

        var rows = Lines(await browser.Open($"{Grade6}&skill=Вычисления"), "вычисления");

        var (points, most, n) = region.Calculations(null, 6, 2026);
        Assert.Equal((n, 80), ((int)Number(rows[0][2]), n));
        Assert.Equal(100.0 * points / most, Number(rows[0][3]), 0.051);
        Assert.Equal("не считается: другой состав школ", rows[1][5]);
        var south = region.Calculations("450201", 6, 2026);
        Assert.Equal(100.0 * south.Points / south.Most, Number(Lines(await browser.Open($"{Grade6}&municipality={SmallRegion.South.Id}"), "вычисления")[0][3]), 0.051);
    }

    [Fact]
    public async Task A_neighbour_is_not_there_and_a_reader_without_results_reads_why()
    {
        using var south = await region.SignedIn("MunicipalCoordinator", SmallRegion.South.Id.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await south.Get($"{Grade6}&school={region.ByCode["450101"].Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await south.Get($"{Grade6}&municipality={SmallRegion.North.Id}")).StatusCode);
        Assert.Equal(["2026", "2025"], Lines(await south.Open($"{Grade6}&skill=Вычисления"), "вычисления").Select(r => r[0]));

        using var nobody = await region.SignedIn("SchoolHead", region.ByCode["450102"].Id.Value);
        Assert.Contains("Результатов пока нет", (await nobody.Open("/results/trends/skills")).QuerySelector(".st-empty")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Берёзовская", (await nobody.Open("/results/trends/skills")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_years_ask_the_database_no_more_than_two()
    {
        using var browser = await region.SignedIn("RegionalCoordinator");

        Assert.Equal(await region.Queries.Of(browser, $"{Grade6}&school={region.ByCode["450201"].Id}"), await region.Queries.Of(browser, $"{Grade6}&school={region.ByCode["450101"].Id}"));
    }

    [Fact]
    public async Task Trends_lead_here()
    {
        using var browser = await region.SignedIn("RegionalCoordinator");

        Assert.NotNull((await browser.Open("/results/trends")).QuerySelector("main a[href='/results/trends/skills']"));
        Assert.NotNull((await browser.Open($"/organisations/{region.ByCode["450101"].Id}/trends")).QuerySelector($"main a[href$='skills?school={region.ByCode["450101"].Id}']"));
    }

    [Fact]
    public async Task A_sharp_change_of_the_same_pupils_is_a_possible_sign_with_its_numbers()
    {
        using var head = await region.SignedIn("SchoolHead", region.ByCode["450101"].Id.Value);

        foreach (var (grade, year) in new[] { (6, 2026), (5, 2025) })
        {
            var row = (await head.Open($"/results/{await region.Procedure(grade, year)}/reports/signs")).QuerySelectorAll("#part-0 tbody tr").Single(r => r.Children[0].TextContent.Trim() == "Резкое изменение у тех же детей");

            var (before, after) = (region.Rows.FindAll(r => (r.School, r.Grade, r.Year) == ("450101", 5, 2025)), region.Rows.FindAll(r => (r.School, r.Grade, r.Year) == ("450101", 6, 2026)));
            Assert.Equal("возможный признак", row.Children[1].TextContent.Trim());
            Assert.StartsWith("Возможный маркер, требует проверки. В 5 классе 2025 года", row.Children[3].TextContent.Trim(), StringComparison.Ordinal);
            Assert.Contains($"«2» у {before.Count(r => r.Mark == 2)} из 40", row.Children[3].TextContent, StringComparison.Ordinal);
            Assert.Contains($"у {after.Count(r => r.Mark == 2)} из 40", row.Children[3].TextContent, StringComparison.Ordinal);
        }

        var alone = (await head.Open($"/results/{await region.Procedure(6, 2023)}/reports/signs")).QuerySelector("#part-0")!.TextContent;
        Assert.Contains("Нет результатов тех же детей в соседнем классе", alone, StringComparison.Ordinal);
    }

    private static List<string[]> Lines(IHtmlDocument page, string skill) =>
        [.. page.QuerySelectorAll("main section.st-sec").Single(s => string.Equals(s.QuerySelector("h2")!.TextContent, skill, StringComparison.OrdinalIgnoreCase)).QuerySelectorAll("tbody tr").Select(r => r.Children.Select(Text).ToArray())];

    private static string Text(IElement cell)
    {
        foreach (var unseen in cell.QuerySelectorAll(".st-vh, template, [popover]").ToList()) unseen.Remove();
        return string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Story(IHtmlDocument page) => string.Join(' ', page.QuerySelector(".st-story")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static double Number(string cell) => double.Parse(string.Concat(cell.TakeWhile(c => c != '%').Where(c => char.IsAsciiDigit(c) || c is ',')).Replace(',', '.'), CultureInfo.InvariantCulture);

    private static string Wilson(double p, int n)
    {
        const double Z = 1.959963984540054;
        var (centre, half, scale) = (p + Z * Z / (2 * n), Z * Math.Sqrt(p * (1 - p) / n + Z * Z / (4.0 * n * n)), 1 + Z * Z / n);
        return Platform.Numbers.Range(100 * (centre - half) / scale, 100 * (centre + half) / scale).Replace("\u2060", "", StringComparison.Ordinal);
    }
}
