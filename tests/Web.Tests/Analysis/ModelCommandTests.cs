using System.Globalization;
using Stupeni.Statistics;
using static Stupeni.Statistics.Oracle;

namespace Stupeni.Analysis;

public sealed class ModelCommandTests : IDisposable
{
    private readonly Cli cli = new();

    [Theory]
    [InlineData("caschools", "read", "str,english,lunch,income", null)]
    [InlineData("exam_london", "normexam", "standLRT,sex,schavg", "school")]
    public async Task A_regression_agrees_with_R_under_every_error(string name, string outcome, string predictors, string? cluster)
    {
        var c = Oracle.Json($"ols-{name}.json");
        string[] options = ["stats", "ols", name == "caschools" ? cli.Schools() : PathOf($"{name}.csv"), "--outcome", outcome, "--predictors", predictors];
        var found = await cli.Json(options);
        Assert.Equal(c.GetProperty("coef").EnumerateObject().Select(p => p.Name), found.At("coefficients").Words("name"));
        Relative(c.Values("coef"), found.At("coefficients").Column("estimate"));
        Relative(c.Values("se"), found.At("coefficients").Column("se"));
        Relative(c.Values("t"), found.At("coefficients").Column("t"));
        Relative([c.Number("r2"), c.Number("adjR2"), c.Number("sigma")], [found.Number("r2"), found.Number("adjustedR2"), found.Number("sigma")]);
        Near(c.Values("p"), found.At("coefficients").Column("p"), 1e-12);
        Assert.Equal(c.Number("n"), found.Number("n"));
        Assert.Equal(c.Number("n"), found.Numbers("residuals").Length);
        Near(0, found.Numbers("residuals").Sum(), 1e-8);

        Relative(c.GetProperty("robustSE").Values("HC1"), (await cli.Json([.. options, "--robust", "hc1"])).At("coefficients").Column("se"));
        Relative(c.GetProperty("robustSE").Values("HC3"), (await cli.Json([.. options, "--robust", "hc3"])).At("coefficients").Column("se"));
        if (cluster is not null) Relative(c.Values("clusterSE_CR1stata"), (await cli.Json([.. options, "--cluster", cluster])).At("coefficients").Column("se"));
    }

    [Theory]
    [InlineData("exam_null", "exam_london.csv", "normexam", "school")]
    [InlineData("exam_va", "exam_london.csv", "normexam", "school", "--predictors", "standLRT,sex")]
    [InlineData("exam_slope", "exam_london.csv", "normexam", "school", "--predictors", "standLRT,schavg,sex", "--slope", "standLRT")]
    [InlineData("sleepstudy_ri", "sleepstudy.csv", "Reaction", "Subject", "--predictors", "Days")]
    [InlineData("sleepstudy_ri_ML", "sleepstudy.csv", "Reaction", "Subject", "--predictors", "Days", "--ml")]
    [InlineData("sleepstudy_rs", "sleepstudy.csv", "Reaction", "Subject", "--predictors", "Days", "--slope", "Days")]
    public async Task A_multilevel_model_agrees_with_lme4(string name, string file, string outcome, string group, params string[] more)
    {
        var c = Oracle.Json($"mlm-{name}.json");
        var found = await cli.Json(["stats", "mixed", PathOf(file), "--outcome", outcome, "--group", group, .. more]);
        var coefficients = c.GetProperty("fixed").EnumerateObject().ToList();
        Assert.Equal(coefficients.Select(f => f.Name), found.At("fixed").Words("name"));
        Near([.. coefficients.Select(f => f.Value.Number("est"))], found.At("fixed").Column("estimate"), 1e-6);
        foreach (var (se, ours) in coefficients.Select(f => f.Value.Number("se")).Zip(found.At("fixed").Column("se"))) Near(se, ours, 1e-6 * Math.Max(1, se));
        Near(c.Number("criterion"), found.Number("criterion"), 1e-6);
        var variances = c.GetProperty("varcor").EnumerateArray().Select(v => v.Number("vcov")).ToList();
        string[] places = variances.Count == 4 ? ["intercept", "slope", "covariance", "residual"] : ["intercept", "residual"];
        foreach (var (variance, place) in variances.Zip(places)) NearRelative(variance, found.Value($"variance.{place}"), 1e-5);
        if (variances.Count == 2) Assert.Equal(System.Text.Json.JsonValueKind.Null, found.At("variance.slope").ValueKind);
        Assert.Equal(c.Number("n"), found.Number("n"));
        Assert.True(found.GetProperty("converged").GetBoolean());

        var effects = c.GetProperty("ranef").GetProperty(group);
        Assert.Equal(effects.GetProperty("levels").Words(), found.At("groups").Words("name"));
        var (blup, spread) = (effects.Matrix("blup"), effects.Matrix("condSD"));
        Near(Column(blup, 0), found.At("groups").Column("blup"), 1e-5 * Math.Max(1, Column(blup, 0).Max(Math.Abs)));
        var spreads = spread.GetLength(0) == 1 ? Enumerable.Range(0, spread.GetLength(1)).Select(j => spread[0, j]).ToArray() : Column(spread, 0);
        Near(spreads, found.At("groups").Column("se"), 1e-5 * Math.Max(1, spreads.Max()));
        if (blup.GetLength(1) > 1) Near(Column(blup, 1), found.At("groups").Column("slopeBlup"), 1e-5 * Math.Max(1, Column(blup, 1).Max(Math.Abs)));
    }

    [Fact]
    public async Task Words_become_columns_against_the_first_in_alphabetical_order()
    {
        var file = cli.Write("words.csv", "y,Minority,Sector,x\n1,Yes,Public,1\n2,No,Catholic,2\n4,No,Private,1\n3,Yes,Private,5\n6,No,Public,2\n2,Yes,Catholic,4\n7,No,Public,NA\n5,No,Private,3\n4,,Public,1\n");
        var found = await cli.Json("stats", "ols", file, "--outcome", "y", "--predictors", "Minority,Sector");
        Assert.Equal(["(Intercept)", "MinorityYes", "SectorPrivate", "SectorPublic"], found.At("coefficients").Words("name"));
        Assert.Equal(8, found.Number("n"));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], found.Numbers("rows"));

        var fewer = await cli.Json("stats", "ols", file, "--outcome", "y", "--predictors", "Minority,x");
        Assert.Equal(7, fewer.Number("n"));
        Assert.NotEmpty(fewer.At("warnings").Words());
    }

    [Fact]
    public async Task Means_of_two_groups_agree_with_R()
    {
        var c = Oracle.Json("tests.json").GetProperty("smd");
        var rows = c.Numbers("x").Select(x => $"a,{x.ToString("R", CultureInfo.InvariantCulture)}").Concat(c.Numbers("y").Select(y => $"b,{y.ToString("R", CultureInfo.InvariantCulture)}"));
        var found = await cli.Json("stats", "compare", cli.Write("means.csv", "who,score\n" + string.Join('\n', rows)), "--outcome", "score", "--group", "who");
        Near([c.Number("d"), c.Number("hedgesG_exactJ")], [found.Number("cohenD"), found.Number("hedgesG")], 1e-9);
        var welch = c.GetProperty("welch");
        Near([welch.Number("t"), welch.Number("df"), welch.Number("p")], [found.Number("welchT"), found.Number("df"), found.Number("p")], 1e-9);
        Near(welch.Numbers("ci"), [found.Number("lower"), found.Number("upper")], 1e-9);
        Near(c.Numbers("ci_d_noncentral"), [found.Number("dLower"), found.Number("dUpper")], 1e-7);
        Near(c.Numbers("x").Average() - c.Numbers("y").Average(), found.Number("difference"), 1e-12);
    }

    public void Dispose() => cli.Dispose();

    private static void Relative(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (e, a) in expected.Zip(actual)) NearRelative(e, a, 1e-9);
    }
}
