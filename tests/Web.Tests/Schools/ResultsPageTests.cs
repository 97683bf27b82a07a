using Stupeni.Comparators;

namespace Stupeni.Schools;

/// <summary>Schools like this one that do better, and where.</summary>
public sealed class ResultsPageTests(Neighbourhood made) : IClassFixture<Neighbourhood>
{
    [Fact]
    public async Task The_region_reads_which_similar_schools_do_better_and_by_how_much()
    {
        using var region = await made.SignedIn("RegionalCoordinator");
        var page = await region.Open(made.Similar() + "/results");
        var main = Neighbourhood.Plain(page);

        Assert.Contains("У похожих школ вместе доля ниже порога заметно меньше в 1 процедуре из 2.", main, StringComparison.Ordinal);
        Assert.Contains("Школа 02: ниже порога 10,0 % (3 из 30); здесь 60,0 %", main, StringComparison.Ordinal);
        Assert.Contains("с поправкой Холма на 20 сравнений", main, StringComparison.Ordinal);
        Assert.Equal(10, page.QuerySelectorAll("section[aria-labelledby=h-where] li").Length);
        // 30 of 300, not a mean of shares; with R: Newcombe's interval of 18/30 − 30/300.
        Assert.Contains("+50,0 п. п., 95 % интервал от +31,9 до +65,7", main, StringComparison.Ordinal);
        Assert.DoesNotContain("худш", main, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_head_reads_how_many_and_where_and_whom_to_ask()
    {
        using var municipal = await made.SignedIn("MunicipalCoordinator", made.North.Id.Value);
        using var head = await made.SignedIn("SchoolHead", made.First.Id.Value);
        var page = await head.Open(made.Similar() + "/results");
        var main = Neighbourhood.Plain(page);

        Assert.Contains("ОГЭ 2026, математика, 9 класс: у 10 из 10 похожих школ доля ниже порога заметно меньше.", main, StringComparison.Ordinal);
        Assert.Contains("Проверочный MunicipalCoordinator", main, StringComparison.Ordinal);
        Assert.Contains("10 % · 10 % · 10 %", main, StringComparison.Ordinal);
        Assert.DoesNotContain("из 300", main, StringComparison.Ordinal);
        foreach (var other in made.Schools.Skip(1)) Assert.DoesNotContain(other.Name, page.DocumentElement.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fewer_than_five_schools_are_not_summed_for_those_who_see_no_names()
    {
        await using var apart = new Neighbourhood();
        await apart.InitializeAsync();
        foreach (var school in new[] { apart.First, apart.Schools[2], apart.Schools[3] }) await apart.Region.Vpr(school, 2026, 5, 30);
        using var head = await apart.SignedIn("SchoolHead", apart.First.Id.Value);
        using var region = await apart.SignedIn("RegionalCoordinator");

        static string Row(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("table[aria-labelledby=h-all] tbody tr").Single(r => r.TextContent.Contains("ВПР", StringComparison.Ordinal)).TextContent.Replace('\u00a0', ' ');
        Assert.Contains("школ мало, скрыто", Row(await head.Open(apart.Similar() + "/results")), StringComparison.Ordinal);
        Assert.Contains("10 из 60, 2 школы", Row(await region.Open(apart.Similar() + "/results")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_without_results_says_so()
    {
        using var region = await made.SignedIn("RegionalCoordinator");
        Assert.Contains("Результатов пока нет", Neighbourhood.Plain(await region.Open(made.Similar(made.Bare) + "/results")), StringComparison.Ordinal);
    }
}
