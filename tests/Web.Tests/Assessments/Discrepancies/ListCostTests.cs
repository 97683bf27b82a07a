using Stupeni.Imports;
using static Stupeni.Assessments.AggregateFile;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>The first view after an import compares what the import touched, and nothing else.</summary>
public sealed class ListCostTests
{
    private const string List = "/results/discrepancies";

    [Fact]
    public async Task After_an_import_the_list_costs_the_procedures_it_touched_however_many_there_are()
    {
        Assert.Equal(await AfterOne([2025, 2026]), await AfterOne([2021, 2022, 2023, 2024, 2025, 2026]));
    }

    /// <summary>How many questions the list asks more, when an import has touched one of these years, than when nothing has changed.</summary>
    private static async Task<int> AfterOne(int[] years)
    {
        await using var app = new CountingApp();
        await app.Schools();
        await app.Bring(Flat(years.Select(y => Row(y, "12", "36"))));
        await app.Bring(Flat(years.Select(y => Row(y, "8", "40"))));
        using var browser = await app.SignedIn("RegionalCoordinator");
        Assert.Equal(years.Length, (await browser.Open(List)).QuerySelectorAll("tbody tr").Length);
        var same = await app.Queries.Of(browser, List);

        await app.Bring(Flat([Row(2026, "4", "44")]));
        var before = app.Queries.Count;
        Assert.Contains("4,0", (await browser.Open(List)).Text("tbody tr").Replace('\u00a0', ' '), StringComparison.Ordinal);
        return app.Queries.Count - before - same;
    }

    private static string[] Row(int year, string twos, string threes) => [$"{year}", "6", "Математика", "Северный район", "edu450101", "Берёзовская школа", "25", twos, threes, "32", "20"];
}
