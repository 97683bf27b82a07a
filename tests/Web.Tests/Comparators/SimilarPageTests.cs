namespace Stupeni.Comparators;

/// <summary>With whom a school is compared, by role.</summary>
public sealed class SimilarPageTests(Neighbourhood made) : IClassFixture<Neighbourhood>
{
    [Fact]
    public async Task The_region_reads_who_is_near_by_what_and_of_whom_too_little_is_known()
    {
        using var region = await made.SignedIn("RegionalCoordinator");
        var page = await region.Open(made.Similar());
        var main = Neighbourhood.Plain(page);

        Assert.Contains("Ближайшие по условиям: 10 школ из 15 того же вида, чьи результаты вам видны.", main, StringComparison.Ordinal);
        Assert.Contains("Показатели за 2025/26: индекс социального благополучия, число обучающихся", main, StringComparison.Ordinal);
        Assert.Contains("О школе известно 73 % веса показателей, за остальные говорят известные. Неизвестны: индекс социального благополучия.", main, StringComparison.Ordinal);
        Assert.Contains("1 школа не сравнивается", main, StringComparison.Ordinal);
        var rows = page.QuerySelectorAll("table[aria-labelledby=h-similar] tbody tr");
        Assert.Equal(10, rows.Length);
        Assert.StartsWith("Школа 02", rows[0].TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal(rows.Select(r => r.QuerySelectorAll("td")[1].TextContent).Order(StringComparer.Ordinal), rows.Select(r => r.QuerySelectorAll("td")[1].TextContent));
        Assert.DoesNotContain("Школа 16", main, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_count_of_few_families_is_hidden_from_the_region_and_told_to_the_municipality()
    {
        using var region = await made.SignedIn("RegionalCoordinator");
        using var north = await made.SignedIn("MunicipalCoordinator", made.North.Id.Value);
        static string Row(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("table[aria-labelledby=h-measures] tbody tr").Single(r => r.TextContent.Contains("Школа 05", StringComparison.Ordinal)).TextContent;

        Assert.Contains("скрыто", Row(await region.Open(made.Similar())), StringComparison.Ordinal);
        Assert.DoesNotContain("скрыто", Row(await north.Open(made.Similar())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_municipality_compares_with_its_own_schools_and_is_told_that_they_are_few()
    {
        using var north = await made.SignedIn("Methodologist", made.North.Id.Value);
        var main = Neighbourhood.Plain(await north.Open(made.Similar()));

        Assert.Contains("8 школ из 8 того же вида, чьи результаты вам видны", main, StringComparison.Ordinal);
        Assert.Contains("Школ того же вида мало: 8, а берётся 10 ближайших.", main, StringComparison.Ordinal);
        Assert.DoesNotContain("Школа 10", main, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await north.Get(made.Similar(made.Schools[10]))).StatusCode);
    }

    [Fact]
    public async Task A_head_sees_what_similar_schools_have_in_common_and_no_name()
    {
        using var head = await made.SignedIn("SchoolHead", made.First.Id.Value);
        var page = await head.Open(made.Similar());

        Assert.Contains("10 школ из 15 того же вида в области", Neighbourhood.Plain(page), StringComparison.Ordinal);
        Assert.Equal(8, page.QuerySelectorAll("table[aria-labelledby=h-similar] tbody tr").Length);
        foreach (var other in made.Schools.Skip(1)) Assert.DoesNotContain(other.Name, page.DocumentElement.TextContent, StringComparison.Ordinal);
        Assert.Equal(404, (int)(await head.Get(made.Similar(made.Schools[1]))).StatusCode);
    }

    [Fact]
    public async Task A_school_of_which_nothing_is_known_has_nobody_to_compare_with()
    {
        using var region = await made.SignedIn("Analyst");
        var main = Neighbourhood.Plain(await region.Open(made.Similar(made.Bare)));

        Assert.Contains("О самой школе известно 0 % веса показателей, а нужно не меньше 50 %", main, StringComparison.Ordinal);
        Assert.Contains("Сравнить не с кем", main, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RegionalCoordinator", null, 200)]
    [InlineData("SchoolTeamCurator", 0, 200)]
    [InlineData("SchoolTeamCurator", 1, 404)]
    [InlineData("Teacher", 0, 404)]
    [InlineData("SchoolTeamTechnician", 0, 404)]
    public async Task Who_sees_results_of_a_school_sees_with_whom_it_is_compared(string role, int? school, int status)
    {
        using var browser = await made.SignedIn(role, school is { } at ? made.Schools[at].Id.Value : null);
        foreach (var page in new[] { "similar", "similar/results", "portrait", "passport.docx" }) Assert.Equal(status, (int)(await browser.Get($"/organisations/{made.First.Id}/{page}")).StatusCode);
    }

    [Fact]
    public async Task Results_of_a_procedure_stand_beside_those_of_similar_schools_together()
    {
        var procedure = await made.Ask(db => Task.FromResult(db.Procedures.Single(p => p.Subject == "MA").Id));
        foreach (var role in new[] { "RegionalCoordinator", "SchoolHead" })
        {
            using var browser = await made.SignedIn(role, role == "SchoolHead" ? made.First.Id.Value : null);
            var row = (await browser.Open($"/results/{procedure}/{made.First.Id}")).QuerySelectorAll("table[aria-labelledby=beside] tbody tr")[1].TextContent.Replace('\u00a0', ' ');
            Assert.Contains("Похожие школы: 10", row, StringComparison.Ordinal);
            Assert.Contains("300", row, StringComparison.Ordinal);
            Assert.Contains("10,0 %", row, StringComparison.Ordinal);
            Assert.Contains("Похожие школы: 10", Neighbourhood.Plain(await browser.Open($"/results/{procedure}/reports/marks?school={made.First.Id}")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_edition_of_the_regions_own_needs_an_act_and_comes_into_force()
    {
        await using var apart = new Neighbourhood();
        await apart.InitializeAsync();
        using var region = await apart.SignedIn("RegionalCoordinator");
        Assert.NotNull((await Browser.Read(await region.Submit("/reference/similar/new", new() { ["Form.Edition"] = "Своя" }))).GetElementById("Form_Source-error"));
        var zero = await Browser.Read(await region.Submit("/reference/similar/new", new() { ["Form.Edition"] = "Своя", ["Form.Source"] = "приказ 01-12/345", ["Form.Neighbours"] = "4" }));
        Assert.NotNull(zero.GetElementById("Form_Neighbours-error"));
        await region.Submit("/reference/similar/new", new() { ["Form.Edition"] = "Своя", ["Form.Source"] = "приказ 01-12/345", ["Form.Neighbours"] = "6", ["Form.Weights[Index]"] = "0" });

        Assert.Contains("Ближайшие по условиям: 6 школ из 15", Neighbourhood.Plain(await region.Open(apart.Similar())), StringComparison.Ordinal);
        Assert.Contains("приказ 01-12/345", Neighbourhood.Plain(await region.Open("/reference/similar")), StringComparison.Ordinal);
        using var analyst = await apart.SignedIn("Analyst");
        Assert.Equal(404, (int)(await analyst.Get("/reference/similar/new")).StatusCode);
    }
}
