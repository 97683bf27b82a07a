using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;

namespace Stupeni.Identification.Workshop;

/// <summary>
/// Figures of the workshop on the reference region: 15 schools, examinations of three years and ВПР of the last. What is expected was computed from the same files by a script in Python that knows nothing of the product:
/// RON, either condition; copied 30 % from 3 participants in 1 procedure, tried 15 % from 12 participants in 2.
/// </summary>
public sealed class ReferenceRegionTests(ReferenceRegionTests.Made made) : IClassFixture<ReferenceRegionTests.Made>
{
    public sealed class Made : App, IAsyncLifetime
    {
        internal string Address { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            var region = await Region.Of(this);
            var schools = new Dictionary<string, Organisations.Organisation>();
            foreach (var line in Lines("exam_trend"))
            {
                var cells = line.Split(',');
                if (!schools.TryGetValue(cells[0], out var school)) schools[cells[0]] = school = await region.School(cells[0], $"Школа {cells[0]}");
                if (Number(cells[3]) is > 0 and var n) await region.Oge(school, Number(cells[2]), Number(cells[6]), n, cells[1]);
            }

            foreach (var cells in Lines("expected_identification").Select(l => l.Split(',')).Where(c => c[1].StartsWith("ВПР", StringComparison.Ordinal)))
                await region.Vpr(schools[cells[0]], 2026, Number(cells[3]), Number(cells[2]), cells[1][4..]);

            var rule = IdentificationWorkshop.Rule("RON-2025").Own("опора", "Приказ 1", new(30, 20, 3, 1, "Vpr Oge", "", ""), new(2026, 1, 1));
            await Save(rule);
            Address = $"/identification/workshop?of={rule.Id}:Any&share=15&risk=10&minParticipants=12&minProcedures=2";
        }

        private static IEnumerable<string> Lines(string file) => File.ReadLines(Statistics.Oracle.PathOf($"region-small/{file}.csv")).Skip(1);

        private static int Number(string text) => (int)double.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Years_say_who_enters_leaves_and_stays()
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        var page = await browser.Open(made.Address);

        Assert.Equal(["2025/26 6 4 1 3 3", "2024/25 3 1 0 2 1", "2023/24 5 0 0 5 0"], Rows(page, "h-years"));
        Assert.Contains("По вашей редакции в 2025/26 в список вошла бы 1\u00a0школа, вышли бы 3\u00a0школы; из вошедших с когортой меньше 20: 0.", page.QuerySelector("#summary")!.TextContent);
        Assert.Equal(["Школа 020003", "Школа 020001", "Школа 020011", "Школа 020013"], page.QuerySelectorAll("[aria-labelledby=h-changes] tbody th a").Select(a => a.TextContent));
        var earlier = await browser.Open($"{made.Address}&year=2025");
        Assert.Equal(["Школа 010007", "Школа 020006"], earlier.QuerySelectorAll("[aria-labelledby=h-changes] tbody th a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task Sizes_carry_their_Wilson_intervals_and_lists_of_neighbouring_years_are_set_side_by_side()
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        var page = await browser.Open(made.Address);

        Assert.Equal(
        [
            "меньше 10 0 нет данных нет данных 0",
            "10–19 2 100,0 % 2 из 2; интервал 34,2–100,0 50,0 % 1 из 2; интервал 9,5–90,5 0",
            "20–49 4 75,0 % 3 из 4; интервал 30,1–95,4 50,0 % 2 из 4; интервал 15,0–85,0 0",
            "50 и больше 9 11,1 % 1 из 9; интервал 2,0–43,5 11,1 % 1 из 9; интервал 2,0–43,5 1",
        ], Rows(page, "h-sizes").Select(r => r.Replace("таких школ нет", "нет данных")));
        Assert.Equal(["2023/24 → 2024/25 2 из 5 40,0 % 0 из 0 — 0,33 0,00", "2024/25 → 2025/26 2 из 3 66,7 % 0 из 1 0,0 % 0,29 0,00"], Rows(page, "h-stability"));
    }

    [Fact]
    public async Task The_workbook_says_what_the_screen_says()
    {
        using var browser = await made.SignedIn("RegionalCoordinator");
        var answer = await browser.Get(made.Address.Replace("workshop?", "workshop/comparison.xlsx?", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = IdentificationWorkshop.Text(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        foreach (var said in new[] { "вошла бы 1\u00a0школа, вышли бы 3\u00a0школы", "Школа 020003", "Школа 020013", "войдёт", "выйдет", "2023/24 → 2024/25", "Просто нижние 10\u00a0% по доле", "зерно 2026", "30\u00a0% и больше участников" }) Assert.Contains(said, text, StringComparison.Ordinal);
    }

    /// <summary>Rows of a section's table, blanks squeezed; the word that says which year is shown left out.</summary>
    private static IEnumerable<string> Rows(IHtmlDocument page, string section) => page.QuerySelectorAll($"section[aria-labelledby={section}] tbody tr")
        .Select(r => string.Join(' ', r.Children.SelectMany(c => c.TextContent.Replace("показан ниже", "").Replace("нет результатов за 2022/23", "").Replace('\u2060', ' ').Replace('\u00a0', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))).Select(r => r.Replace(" – ", "–"));
}
