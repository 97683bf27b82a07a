using System.Globalization;
using System.Text.Json;
using Stupeni.Statistics;

namespace Stupeni.Analysis;

/// <summary>What cannot be computed is said, and what can be is computed beside it.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly Cli cli = new();

    [Theory]
    [InlineData("alpha", "--columns", "x")]
    [InlineData("factor", "--columns", "x,y,same")]
    [InlineData("factor", "--columns", "x,y,z", "--factors", "3")]
    [InlineData("factor", "--columns", "x")]
    [InlineData("factor", "--columns", "x,y,twice", "--factors", "1", "--method", "ml")]
    [InlineData("pca", "--columns", "x,same")]
    [InlineData("cluster", "--columns", "x,y", "--k", "100")]
    [InlineData("cluster", "--columns", "x,y", "--k", "0")]
    [InlineData("cluster", "--columns", "x,same", "--k", "2", "--standardize")]
    [InlineData("cluster", "--columns", "x,y", "--k", "100", "--method", "ward")]
    [InlineData("cluster", "--columns", "x,y", "--k", "100", "--method", "gmm")]
    [InlineData("irt", "--columns", "x,y,z")]
    [InlineData("irt", "--columns", "same,same2")]
    [InlineData("ols", "--outcome", "y", "--predictors", "x,twice")]
    [InlineData("ols", "--outcome", "y", "--predictors", "same")]
    [InlineData("ols", "--outcome", "y", "--predictors", "word")]
    [InlineData("ols", "--outcome", "name", "--predictors", "x")]
    [InlineData("mixed", "--outcome", "y", "--group", "word")]
    [InlineData("mixed", "--outcome", "y", "--group", "name")]
    [InlineData("mixed", "--outcome", "same", "--group", "pair")]
    [InlineData("mixed", "--outcome", "y", "--group", "pair", "--predictors", "x,twice")]
    [InlineData("items", "--columns", "x,y", "--max", "1,1,1")]
    [InlineData("items", "--columns", "x,y", "--max", "1,0")]
    [InlineData("alpha", "--columns", "x,y", "--reverse", "q")]
    [InlineData("alpha", "--columns", "x,y", "--reverse", "z")]
    [InlineData("compare", "--outcome", "y", "--group", "name")]
    [InlineData("compare", "--outcome", "y", "--group", "word")]
    [InlineData("factor", "--columns", "x,y,z", "--correlation", "polychoric", "--factors", "1")]
    public async Task Data_that_do_not_do_are_refused_with_a_way_out(string command, params string[] options)
    {
        var errors = await cli.Refused(1, ["stats", command, Table(), .. options]);
        Assert.All(errors, e => Assert.NotEmpty(e.Text("mend")));
    }

    [Theory]
    [InlineData("stats", "factor")]
    [InlineData("stats", "factor", "t.csv", "--factors", "some")]
    [InlineData("stats", "factor", "t.csv", "--method", "best")]
    [InlineData("stats", "factor", "t.csv", "--correlations")]
    [InlineData("stats", "factor", "t.csv", "--factors", "0")]
    [InlineData("stats", "cluster", "t.csv")]
    [InlineData("stats", "ols", "t.csv", "--predictors", "x")]
    [InlineData("stats", "adjust")]
    [InlineData("stats", "adjust", "--p", "0.1,little")]
    [InlineData("stats", "compare", "--x1", "3", "--n1", "5")]
    [InlineData("stats", "compare", "t.csv")]
    [InlineData("stats", "proportion", "--successes", "three", "--n", "5")]
    [InlineData("stats", "median", "t.csv")]
    [InlineData("stats", "alpha", "nothing.csv")]
    [InlineData("match", "nothing.json")]
    [InlineData("match")]
    public async Task A_wrong_command_line_is_told_apart(params string[] args) => await cli.Refused(2, args);

    [Theory]
    [InlineData("--successes", "7", "--n", "5")]
    [InlineData("--successes", "0", "--n", "0")]
    [InlineData("--successes", "-1", "--n", "5")]
    [InlineData("--successes", "1", "--n", "5", "--confidence", "1.5")]
    public async Task Impossible_shares_are_refused(params string[] options) => await cli.Refused(1, ["stats", "proportion", .. options]);

    [Fact]
    public async Task Impossible_probabilities_are_refused_and_missing_ones_stay_missing()
    {
        Assert.Equal(2, (await cli.Refused(1, "stats", "adjust", "--p", "0.1,1.2,-0.5")).Length);
        var found = await cli.Json("stats", "adjust", "--p", "0.01,NA,0.04", "--method", "holm");
        Assert.Equal([0.02, double.NaN, 0.04], found.Numbers("adjusted"));
        Assert.NotEmpty(found.At("warnings").Words());
    }

    [Fact]
    public async Task Equal_shares_have_no_test_and_say_why()
    {
        var found = await cli.Json("stats", "compare", "--x1", "0", "--n1", "10", "--x2", "0", "--n2", "12");
        Assert.Equal((0, JsonValueKind.Null, JsonValueKind.Null), (found.Number("difference"), found.At("statistic").ValueKind, found.At("p").ValueKind));
        Assert.Contains(found.At("warnings").Words(), w => w.Contains("statistic", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_singular_matrix_has_factors_by_residuals_but_no_KMO()
    {
        var found = await cli.Json("stats", "factor", Table(), "--columns", "x,y,z,twice", "--factors", "1");
        Assert.Equal(JsonValueKind.Null, found.At("kmo.overall").ValueKind);
        Assert.Equal(JsonValueKind.Null, found.At("bartlett.chiSquare").ValueKind);
        Assert.Contains(found.At("warnings").Words(), w => w.Contains("kmo.overall", StringComparison.Ordinal));
        Assert.Equal(4, found.At("uniquenesses").GetArrayLength());
    }

    [Fact]
    public async Task A_Heywood_case_is_named()
    {
        var found = await cli.Json("stats", "factor", cli.Write("h.csv", "a,b,c\n1,0.9,0.9\n0.9,1,0.5\n0.9,0.5,1\n"), "--correlations", "--n", "200", "--factors", "1");
        Assert.Equal(["a"], found.At("heywood").Words());
        Assert.Equal(0.005, found.Numbers("uniquenesses")[0], 1e-12);
        Assert.Contains(found.At("warnings").Words(), w => w.Contains("0,005", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Chance_alone_has_no_factors()
    {
        var dice = new Seed(3).Dice();
        var rows = Enumerable.Range(0, 60).Select(_ => string.Join(',', Enumerable.Range(0, 5).Select(_ => dice.NextNormal().ToString("R", CultureInfo.InvariantCulture))));
        var found = await cli.Json("stats", "factor", cli.Write("c.csv", "a,b,c,d,e\n" + string.Join('\n', rows)));
        Assert.Equal((0, 0), ((int)found.Number("factors"), found.At("loadings").GetArrayLength()));
        Assert.NotEmpty(found.At("warnings").Words());
    }

    [Fact]
    public async Task Items_that_everybody_solves_and_persons_without_answers_have_no_figures()
    {
        var rows = Enumerable.Range(0, 40).Select(i => string.Join(',', "1", i % 2, i % 3 == 0 ? 1 : 0, i % 5 < 2 ? 1 : 0)).Append(",,,");
        foreach (var model in new[] { "rasch", "rasch-cml", "2pl" })
        {
            var found = await cli.Json("stats", "irt", cli.Write("i.csv", "a,b,c,d\n" + string.Join('\n', rows)), "--model", model);
            Assert.Equal(JsonValueKind.Null, found.At("items")[0].GetProperty("d").ValueKind);
            Assert.Contains(found.At("warnings").Words(), w => w.StartsWith("items.d", StringComparison.Ordinal));
            Assert.Equal(41, found.At("persons").GetArrayLength());
            Assert.Equal(JsonValueKind.Null, found.At("persons")[40].GetProperty("eap").ValueKind);
        }
    }

    [Fact]
    public async Task Groups_that_do_not_differ_have_no_variance_between_them()
    {
        var rows = Enumerable.Range(0, 40).Select(i => $"g{i % 4},{i / 4 % 10}");
        var found = await cli.Json("stats", "mixed", cli.Write("g.csv", "g,y\n" + string.Join('\n', rows)), "--outcome", "y", "--group", "g");
        Assert.Equal(0, found.Value("variance.intercept"));
        Assert.All(found.At("groups").Column("blup"), b => Assert.Equal(0, b, 1e-12));
        Assert.NotEmpty(found.At("warnings").Words());
    }

    [Fact]
    public async Task A_person_gets_a_short_table_and_every_command_says_how_it_is_used()
    {
        var file = Table();
        foreach (var args in new string[][]
        {
            ["stats", "factor", file, "--columns", "x,y,z", "--factors", "1"], ["stats", "alpha", file, "--columns", "x,y,z"], ["stats", "items", file, "--columns", "x,y,z"],
            ["stats", "ols", file, "--outcome", "y", "--predictors", "x,pair"], ["stats", "mixed", file, "--outcome", "y", "--group", "pair"], ["stats", "pca", file, "--columns", "x,y,z"],
            ["stats", "cluster", file, "--columns", "x,y", "--k", "2"], ["stats", "proportion", "--successes", "3", "--n", "7"], ["stats", "compare", "--x1", "3", "--n1", "7", "--x2", "2", "--n2", "9"],
            ["stats", "compare", file, "--outcome", "y", "--group", "pair"], ["stats", "adjust", "--p", "0.1,0.2"], ["stats", "parallel", "--n", "50", "--p", "4"],
        })
        {
            var (status, output, _) = await cli.Run(args);
            Assert.Equal(0, status);
            Assert.InRange(output.Split('\n').Length, 2, 40);
            Assert.DoesNotContain("{", output, StringComparison.Ordinal);
        }

        foreach (var name in new[] { "factor", "parallel", "alpha", "items", "irt", "ols", "mixed", "pca", "cluster", "proportion", "compare", "adjust" })
        {
            var (status, output, _) = await cli.Run("stats", name, "--help");
            Assert.Equal(0, status);
            Assert.Contains($"Пример: stupeni stats {name} ", output, StringComparison.Ordinal);
        }
    }

    public void Dispose() => cli.Dispose();

    private string Table()
    {
        var dice = new Seed(1).Dice();
        var rows = Enumerable.Range(0, 40).Select(i =>
        {
            double x = dice.NextNormal(), y = x + dice.NextNormal(), z = x + y + dice.NextNormal();
            return FormattableString.Invariant($"n{i},{x:R},{y:R},{z:R},{2 * x:R},5,7,слово,{(i % 2 == 0 ? "a" : "b")}");
        });
        return cli.Write("t.csv", "name,x,y,z,twice,same,same2,word,pair\n" + string.Join('\n', rows));
    }
}
