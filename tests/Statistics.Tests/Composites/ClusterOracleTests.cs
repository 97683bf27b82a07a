using Stupeni.Statistics.Regression;

namespace Stupeni.Statistics.Composites;

public class ClusterOracleTests(ITestOutputHelper output)
{
    public static TheoryData<string> Sets => ["iris_raw", "iris_scaled", "ruspini", "caschools_types"];

    [Theory]
    [MemberData(nameof(Sets))]
    public void K_means_is_no_worse_than_the_best_of_a_thousand_starts_of_R(string name)
    {
        var (table, scaled) = Table(name);
        foreach (var expected in Oracle.Json($"cluster-{name}.json").GetProperty("kmeans").EnumerateArray())
        {
            var k = (int)expected.Number("k");
            var fit = KMeans.Fit(table, k, scaled, seed: 1);
            output.WriteLine($"{name} k={k} inertia off {fit.Inertia.Value / expected.Number("inertia") - 1:E1}, {fit.StartsAtBest} of {fit.Starts}");
            Assert.True(fit.Inertia.Value <= expected.Number("inertia") * (1 + 1e-9));
            if (fit.Labels.Select(l => l + 1.0).SequenceEqual(expected.Numbers("labels")))
            {
                Oracle.Near(expected.Matrix("centersSortedByFirst"), fit.Centres, 1e-9);
                Oracle.Near(expected.Number("silhouetteMean"), fit.Silhouettes.Average.Value, 1e-9);
                Oracle.Near(expected.Numbers("silhouettePerCluster"), fit.Silhouettes.ByGroup, 1e-9);
            }
            else
            {
                output.WriteLine("other partition");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void Heights_and_cuts_of_the_tree_of_Ward_agree_with_R(string name)
    {
        var (table, scaled) = Table(name);
        var tree = WardTree.Of(table, scaled);
        var expected = Oracle.Json($"cluster-{name}.json").GetProperty("hclust").GetProperty("ward.D2");
        Oracle.Near(expected.Numbers("heights"), [.. tree.Merges.Select(m => m.Height)], 1e-8);
        foreach (var cut in expected.GetProperty("cut").EnumerateArray())
        {
            Assert.Equal(cut.Numbers("sizes"), tree.Cut((int)cut.Number("k")).Sizes.Order().Select(s => (double)s));
        }
    }

    [Theory]
    [InlineData("iris")]
    [InlineData("ruspini")]
    public void Mixtures_are_no_less_likely_than_those_of_sklearn(string name)
    {
        var (table, _) = Table(name);
        foreach (var expected in Oracle.Json($"gmm-{name}.json").GetProperty("fits").EnumerateArray())
        {
            var shape = expected.GetProperty("covariance").GetString() switch
            {
                "full" => ComponentShape.Full,
                "tied" => ComponentShape.Tied,
                "diag" => ComponentShape.Diagonal,
                _ => ComponentShape.Spherical,
            };
            var fit = GaussianMixture.Fit(table, (int)expected.Number("k"), shape, standardise: false, seed: 1);
            output.WriteLine($"{name} {shape} k={expected.Number("k")}: {fit.LogLikelihood.Value - expected.Number("loglik"):F6} {fit.StartsAtBest} of {fit.Starts}, spikes {string.Join(',', fit.Spikes)}, {fit.Stopping.Why} {fit.Stopping.Iterations}");
            Assert.Equal(expected.Number("df"), fit.Parameters);
            Assert.True(fit.LogLikelihood.Value >= expected.Number("loglik") - 1e-3, $"{shape} {expected.Number("k")}");
            if (Math.Abs(fit.LogLikelihood.Value - expected.Number("loglik")) < 1e-3)
            {
                Oracle.Near(expected.Number("bic"), fit.Bic.Value, 2e-3);
                Oracle.Near(expected.Number("aic"), fit.Aic.Value, 2e-3);
            }
        }
    }

    private static (double[,] Table, bool Scaled) Table(string name) => name switch
    {
        "caschools_types" => (Columns.Matrix([Ratio(), .. Types.Select(t => Columns.Numbers("caschools.csv", t))]), true),
        "iris" or "iris_raw" or "iris_scaled" => (Oracle.Csv("iris.csv", c => c != "Species"), name == "iris_scaled"),
        _ => (Oracle.Csv("ruspini.csv", _ => true), false),
    };

    private static readonly string[] Types = ["calworks", "lunch", "english", "income", "expenditure"];

    private static double[] Ratio() =>
        [.. Columns.Numbers("caschools.csv", "students").Zip(Columns.Numbers("caschools.csv", "teachers"), (s, t) => s / t)];
}
