using Stupeni.Statistics.Correlations;
using static Stupeni.Statistics.Oracle;

namespace Stupeni.Statistics.Factors;

public class FactorPropertyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Order_of_rows_and_units_of_columns_do_not_matter(int seed)
    {
        var (data, _) = Simulate(400, 12, 3, seed);
        var moved = new double[400, 12];
        for (var i = 0; i < 400; i++)
        {
            for (var j = 0; j < 12; j++)
            {
                moved[399 - i, j] = 500 + (j + 1) * data[i, j];
            }
        }

        var options = new FactorOptions { Factors = 3, ParallelReplications = 0 };
        var first = FactorAnalysis.OfData(data, options);
        var second = FactorAnalysis.OfData(moved, options);
        Near(first.Rotation.Loadings, second.Rotation.Loadings, 1e-6);
        Near(first.Extraction.Criterion, second.Extraction.Criterion, 1e-12);
    }

    [Theory]
    [InlineData(Extraction.MinimumResiduals)]
    [InlineData(Extraction.MaximumLikelihood)]
    public void No_nearby_uniquenesses_have_a_smaller_criterion_and_communalities_stay_below_one(Extraction method)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var (data, _) = Simulate(150, 10, 2, 100 + seed);
            var r = CorrelationMatrix.OfData(data).Values;
            var extracted = Extracted.Of(r, 2, method);
            Assert.True(extracted.Stopping.Converged);
            var f = new Discrepancy(r, 2, method == Extraction.MaximumLikelihood);
            var dice = new Seed((ulong)seed).Dice();
            for (var trial = 0; trial < 50; trial++)
            {
                var near = extracted.Uniquenesses.Select(u => f.Coordinate(Math.Clamp(u + 0.01 * dice.NextNormal(), 0.005, 1))).ToArray();
                Assert.True(f.Value(near, out _) >= extracted.Criterion - 1e-14);
            }

            Assert.All(extracted.Uniquenesses, u => Assert.InRange(u, 0.005, 1));
        }
    }

    [Fact]
    public void The_exact_derivatives_are_those_of_differences()
    {
        var (data, _) = Simulate(150, 7, 2, 5);
        var r = CorrelationMatrix.OfData(data).Values;
        foreach (var likelihood in (bool[])[false, true])
        {
            var f = new Discrepancy(r, 2, likelihood);
            var x = Enumerable.Range(0, 7).Select(i => f.Coordinate(0.3 + 0.05 * i)).ToArray();
            f.Value(x, out var eigen);
            var gradient = f.Gradient(eigen!);
            var hessian = f.Hessian(eigen!);
            for (var i = 0; i < 7; i++)
            {
                double[] up = [.. x], down = [.. x];
                up[i] += 1e-5;
                down[i] -= 1e-5;
                var above = f.Value(up, out var eigenUp);
                var below = f.Value(down, out var eigenDown);
                Near((above - below) / 2e-5, gradient[i], 1e-8);
                for (var j = 0; j < 7; j++)
                {
                    Near((f.Gradient(eigenUp!)[j] - f.Gradient(eigenDown!)[j]) / 2e-5, hessian[i * 7 + j], 1e-7);
                }
            }
        }
    }

    [Theory]
    [InlineData(Rotation.Varimax)]
    [InlineData(Rotation.Promax)]
    [InlineData(Rotation.Oblimin)]
    public void A_rotation_keeps_what_the_factors_explain(Rotation rotation)
    {
        var (data, _) = Simulate(300, 12, 3, 8);
        var solution = FactorAnalysis.OfData(data, new FactorOptions { Factors = 3, Rotation = rotation, ParallelReplications = 0 });
        var a = solution.Extraction.Loadings;
        var l = solution.Rotation;
        for (var i = 0; i < 12; i++)
        {
            for (var j = 0; j < 12; j++)
            {
                double before = 0, after = 0;
                for (var k = 0; k < 3; k++)
                {
                    before += a[i, k] * a[j, k];
                    after += l.Structure[i, k] * l.Loadings[j, k];
                }

                Near(before, after, 1e-10);
            }
        }

        Near(solution.Communalities.Sum() / 12, solution.Explained.Sum(), 1e-10);
        Assert.True(solution.Explained.Zip(solution.Explained.Skip(1)).All(x => x.First >= x.Second));
        Assert.All(Enumerable.Range(0, 3), k => Assert.True(Column(l.Loadings, k).Sum() >= 0));
    }

    [Fact]
    public void Factors_of_simulated_answers_are_found_again_and_as_many_as_there_were()
    {
        var (data, truth) = Simulate(2000, 15, 3, 77);
        foreach (var method in Enum.GetValues<Extraction>())
        {
            var solution = FactorAnalysis.OfData(data, new FactorOptions { Extraction = method });
            Assert.Equal(3, solution.Suggested);
            Assert.Equal(3, Matched(solution.Rotation.Loadings, truth, 0.99));
            Assert.InRange(solution.Fit!.Rmsea.Value, 0, 0.03);
            Assert.True(solution.Fit.RmseaInterval.Lower < 0.01);
        }
    }

    [Fact]
    public void Under_the_true_model_the_test_of_fit_rejects_as_often_as_it_says()
    {
        var rejected = 0;
        for (var seed = 1; seed <= 200; seed++)
        {
            var (data, _) = Simulate(300, 8, 1, 1000 + seed);
            var solution = FactorAnalysis.OfData(data, new FactorOptions { Factors = 1, Extraction = Extraction.MaximumLikelihood, ParallelReplications = 0 });
            rejected += solution.Fit!.ChiSquare.P < 0.1 ? 1 : 0;
        }

        var interval = Inference.Proportion.Wilson(rejected, 200, 0.999);
        Assert.True(interval.Contains(0.1), $"{rejected} of 200");
    }

    [Fact]
    public void The_teachers_of_the_invented_region_show_the_five_factors_they_were_made_from()
    {
        var data = Oracle.Csv("region-small/questionnaire_teachers.csv", name => name.Length == 3 && name[0] == 't' && char.IsDigit(name[1]));
        var truth = Json("region-small/truth.json").GetProperty("teacher_questionnaire").Matrix("loadings");
        foreach (var association in (Association[])[Association.Pairwise, Association.Polychoric])
        {
            var solution = FactorAnalysis.OfData(data, new FactorOptions { Association = association });
            Assert.Equal(5, solution.Suggested);
            Assert.True(solution.Converged);
            Assert.Equal(5, Matched(solution.Rotation.Loadings, truth, 0.9));
        }
    }

    /// <summary>True factors that have a found one with at least this absolute congruence (Tucker).</summary>
    internal static int Matched(double[,] found, double[,] truth, double congruence)
    {
        var matched = 0;
        for (var t = 0; t < truth.GetLength(1); t++)
        {
            var a = Column(truth, t);
            var best = Enumerable.Range(0, found.GetLength(1)).Max(k =>
            {
                var b = Column(found, k);
                return Math.Abs(a.Zip(b, (x, y) => x * y).Sum()) / Math.Sqrt(a.Sum(x => x * x) * b.Sum(x => x * x));
            });
            matched += best >= congruence ? 1 : 0;
        }

        return matched;
    }

    /// <summary>Simple structure, loadings 0.5 to 0.8, factors correlated 0.3.</summary>
    internal static (double[,] Data, double[,] Loadings) Simulate(int n, int p, int m, int seed)
    {
        var dice = new Seed((ulong)seed).Dice();
        var loadings = new double[p, m];
        for (var j = 0; j < p; j++)
        {
            loadings[j, j * m / p] = 0.5 + 0.3 * dice.NextUniform();
        }

        var data = new double[n, p];
        var factors = new double[m];
        for (var i = 0; i < n; i++)
        {
            var shared = m > 1 ? Math.Sqrt(0.3) * dice.NextNormal() : 0;
            for (var k = 0; k < m; k++)
            {
                factors[k] = shared + Math.Sqrt(m > 1 ? 0.7 : 1) * dice.NextNormal();
            }

            for (var j = 0; j < p; j++)
            {
                var k = j * m / p;
                data[i, j] = loadings[j, k] * factors[k] + Math.Sqrt(1 - loadings[j, k] * loadings[j, k]) * dice.NextNormal();
            }
        }

        return (data, loadings);
    }
}
