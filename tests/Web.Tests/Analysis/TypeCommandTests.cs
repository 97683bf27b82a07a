using System.Globalization;
using Stupeni.Statistics;
using static Stupeni.Statistics.Oracle;

namespace Stupeni.Analysis;

public sealed class TypeCommandTests : IDisposable
{
    private readonly Cli cli = new();

    [Fact]
    public async Task Components_of_the_schools_of_California_agree_with_R()
    {
        var c = Oracle.Json("pca-caschools.json");
        var found = await cli.Json("stats", "pca", cli.Schools(), "--columns", string.Join(',', c.GetProperty("vars").Words()));
        Near(c.Numbers("eigenvalues"), found.Numbers("eigenvalues"), 1e-8);
        Near(c.Numbers("explained"), found.Numbers("explained"), 1e-8);
        Near(c.Matrix("rotation"), found.Matrix("loadings"), 1e-8);
        var (scores, expected) = (found.Matrix("scores"), c.Matrix("scores20"));
        for (var k = 0; k < expected.GetLength(1); k++) Near(Column(expected, k), [.. Column(scores, k).Take(20)], 1e-8);
    }

    [Theory]
    [InlineData("iris_raw")]
    [InlineData("iris_scaled")]
    [InlineData("ruspini")]
    [InlineData("caschools_types")]
    public async Task Types_agree_with_R(string name)
    {
        var c = Oracle.Json($"cluster-{name}.json");
        string[] options = name switch
        {
            "caschools_types" => ["stats", "cluster", cli.Schools(), "--columns", "str,calworks,lunch,english,income,expenditure", "--standardize"],
            "iris_scaled" => ["stats", "cluster", PathOf("iris.csv"), "--standardize"],
            "iris_raw" => ["stats", "cluster", PathOf("iris.csv")],
            _ => ["stats", "cluster", PathOf("ruspini.csv")],
        };
        foreach (var expected in c.GetProperty("kmeans").EnumerateArray())
        {
            var found = await cli.Json([.. options, "--method", "kmeans", "--k", $"{expected.Number("k")}"]);
            Assert.True(found.Number("inertia") <= expected.Number("inertia") * (1 + 1e-9));
            if (!found.Numbers("labels").SequenceEqual(expected.Numbers("labels"))) continue;
            Near(expected.Matrix("centersSortedByFirst"), found.Matrix("centres"), 1e-8);
            Near(expected.Number("silhouetteMean"), found.Number("averageSilhouette"), 1e-9);
            Near(expected.Numbers("silhouettePerCluster"), found.Numbers("silhouetteByCluster"), 1e-9);
            Near(found.Numbers("silhouette").Average(), found.Number("averageSilhouette"), 1e-12);
        }

        var ward = c.GetProperty("hclust").GetProperty("ward.D2");
        foreach (var cut in ward.GetProperty("cut").EnumerateArray())
        {
            var found = await cli.Json([.. options, "--method", "ward", "--k", $"{cut.Number("k")}"]);
            Near(ward.Numbers("heights"), found.Numbers("heights"), 1e-8);
            Assert.Equal(cut.Numbers("sizes"), found.Numbers("sizes").Order());
        }
    }

    [Fact]
    public async Task Mixtures_are_no_less_likely_than_those_of_sklearn()
    {
        foreach (var expected in Oracle.Json("gmm-iris.json").GetProperty("fits").EnumerateArray().Where(f => f.Text("covariance") == "full" && f.Number("k") <= 3))
        {
            var found = await cli.Json("stats", "cluster", PathOf("iris.csv"), "--method", "gmm", "--k", $"{expected.Number("k")}");
            Assert.True(found.Number("logLik") >= expected.Number("loglik") - 1e-3);
            Near(-2 * found.Number("logLik") + expected.Number("df") * Math.Log(150), found.Number("bic"), 1e-8);
            Assert.Equal(150, found.Numbers("labels").Length);
        }
    }

    [Fact]
    public async Task Shares_agree_with_R()
    {
        var c = Oracle.Json("tests.json");
        foreach (var expected in c.GetProperty("intervals").EnumerateArray().Append(c.GetProperty("interval99")))
        {
            var found = await cli.Json("stats", "proportion", "--successes", $"{expected.Number("x")}", "--n", $"{expected.Number("n")}", "--confidence", expected.Number("conf").ToString("R", CultureInfo.InvariantCulture));
            Near(expected.Number("x") / expected.Number("n"), found.Number("estimate"), 1e-15);
            Near(expected.Numbers("wilson"), found.Numbers("wilson"), 1e-10);
            Near(expected.Numbers("clopperPearson"), found.Numbers("clopperPearson"), 1e-10);
        }

        foreach (var expected in c.GetProperty("twoProportions").EnumerateArray())
        {
            var found = await cli.Json(["stats", "compare", .. new[] { "x1", "n1", "x2", "n2" }.SelectMany(o => new[] { $"--{o}", $"{expected.Number(o)}" })]);
            Near([expected.Number("diff"), .. expected.Numbers("newcombe")], [found.Number("difference"), found.Number("lower"), found.Number("upper")], 1e-10);
            Near([expected.Number("zPooled"), expected.Number("pZ")], [found.Number("statistic"), found.Number("p")], 1e-10);
        }

        foreach (var expected in c.GetProperty("adjust").EnumerateArray())
        {
            var p = string.Join(',', expected.Numbers("p").Select(x => x.ToString("R", CultureInfo.InvariantCulture)));
            foreach (var (theirs, method) in new[] { ("holm", "holm"), ("BH", "bh"), ("bonferroni", "bonferroni"), ("hochberg", "hochberg"), ("hommel", "hommel"), ("BY", "by") })
                Near(expected.Numbers(theirs), (await cli.Json("stats", "adjust", "--p", p, "--method", method)).Numbers("adjusted"), 1e-12);
        }
    }

    public void Dispose() => cli.Dispose();
}
