using Stupeni.Statistics.Distributions;
using static Stupeni.Statistics.Oracle;

namespace Stupeni.Statistics.Correlations;

public class PolychoricTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.35)]
    [InlineData(-0.6)]
    [InlineData(0.95)]
    public void Expected_counts_of_a_known_correlation_give_it_back(double r)
    {
        double[] h = [double.NegativeInfinity, -1.1, 0.2, 1.3, double.PositiveInfinity];
        double[] k = [double.NegativeInfinity, -0.4, 0.9, double.PositiveInfinity];
        var table = new int[4, 3];
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                var probability = BivariateNormal.Lower(h[i + 1], k[j + 1], r) - BivariateNormal.Lower(h[i], k[j + 1], r)
                    - BivariateNormal.Lower(h[i + 1], k[j], r) + BivariateNormal.Lower(h[i], k[j], r);
                table[i, j] = (int)Math.Round(1e9 * probability);
            }
        }

        var estimate = Polychoric.OfTable(table);
        Assert.True(estimate.Stopping.Converged);
        Near(r, estimate.R.Value, 1e-7);
    }

    [Fact]
    public void Answers_of_the_big_five_agree_with_psych_and_closer_with_the_optimum()
    {
        var c = Json("polychoric-bfi.json");
        var found = Polychoric.Matrix(Oracle.Csv("bfi.csv", c.GetProperty("columns").EnumerateArray().Select(n => n.GetString()!).Contains));
        // psych stops its search at 1e-4 of r.
        Near(c.Matrix("psych"), found.Values, 1e-4);
        var tight = c.Matrix("tight");
        for (var i = 0; i < tight.GetLength(0); i++)
        {
            for (var j = 0; j < i; j++)
            {
                Near(tight[i, j], found.Values[i, j], 1e-7);
            }
        }
    }

    [Fact]
    public void Two_by_two_halves_follow_the_sine_formula()
    {
        var estimate = Polychoric.OfTable(new int[,] { { 40, 10 }, { 10, 40 } });
        Near(Math.Sin(2 * Math.PI * (0.4 - 0.25)), estimate.R.Value, 1e-10);
    }

    [Fact]
    public void Answers_cut_from_normal_variables_give_their_correlation_within_its_error()
    {
        var data = Cut(20_000, 6, 0.5, 3);
        var matrix = Polychoric.Matrix(data);
        Assert.Equal(Absence.None, matrix.Absence);
        for (var i = 0; i < 6; i++)
        {
            for (var j = 0; j < i; j++)
            {
                Near(0.5, matrix.Values[i, j], 4 * 0.01);
                Near(matrix.Values[i, j], Polychoric.Of(Column(data, i), Column(data, j)).R.Value, 1e-12);
                Near(matrix.Values[i, j], Polychoric.Of(Column(data, j), Column(data, i)).R.Value, 1e-10);
            }
        }

        var pearson = CorrelationMatrix.OfData(data);
        Assert.True(pearson.Values[0, 1] < matrix.Values[0, 1]);
    }

    [Fact]
    public void The_likelihood_is_flat_at_the_estimate_and_lower_beside_it()
    {
        var table = new int[,] { { 30, 12, 5 }, { 14, 25, 17 }, { 3, 18, 41 } };
        var estimate = Polychoric.OfTable(table);
        var at = LogLikelihood(table, estimate.R.Value);
        Assert.True(at > LogLikelihood(table, estimate.R.Value + 1e-3));
        Assert.True(at > LogLikelihood(table, estimate.R.Value - 1e-3));
        Near(0, (LogLikelihood(table, estimate.R.Value + 1e-5) - LogLikelihood(table, estimate.R.Value - 1e-5)) / 2e-5, 1e-4);
    }

    [Fact]
    public void Perfect_agreement_ends_at_the_bound_and_says_so()
    {
        var estimate = Polychoric.OfTable(new int[,] { { 30, 0 }, { 0, 30 } });
        Assert.True(estimate.AtBound);
        Assert.InRange(estimate.R.Value, 0.999, 1);
        Assert.True(Polychoric.OfTable(new int[,] { { 0, 30 }, { 30, 0 } }).R.Value < -0.999);
    }

    [Fact]
    public void Constants_too_many_categories_and_infinities_are_refused()
    {
        Assert.Equal(Absence.NoVariation, Polychoric.Of([1, 1, 1], [1, 2, 3]).R.Absence);
        Assert.Equal(Absence.OutOfDomain, Polychoric.Of([.. Enumerable.Range(0, 50).Select(i => (double)i)], new double[50]).R.Absence);
        Assert.Equal(Absence.NotFinite, Polychoric.Of([1, double.PositiveInfinity], [1, 2]).R.Absence);
        Assert.Equal(Absence.NoVariation, Polychoric.OfTable(new int[,] { { 3, 4 }, { 0, 0 } }).R.Absence);
        var matrix = Polychoric.Matrix(new double[,] { { 1, 2 }, { 1, 3 }, { 1, 2 } });
        Assert.Equal(Absence.NoVariation, matrix.Absence);
        Assert.True(double.IsNaN(matrix.Values[0, 1]));
    }

    private static double LogLikelihood(int[,] table, double r)
    {
        var flat = new int[9];
        Buffer.BlockCopy(table, 0, flat, 0, 36);
        double n = flat.Sum();
        double[] h = [double.NegativeInfinity, Normal.Quantile((flat[0] + flat[1] + flat[2]) / n), Normal.Quantile(1 - (flat[6] + flat[7] + flat[8]) / n), double.PositiveInfinity];
        double[] k = [double.NegativeInfinity, Normal.Quantile((flat[0] + flat[3] + flat[6]) / n), Normal.Quantile(1 - (flat[2] + flat[5] + flat[8]) / n), double.PositiveInfinity];
        var sum = 0.0;
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                sum += table[i, j] * Math.Log(BivariateNormal.Lower(h[i + 1], k[j + 1], r) - BivariateNormal.Lower(h[i], k[j + 1], r)
                    - BivariateNormal.Lower(h[i + 1], k[j], r) + BivariateNormal.Lower(h[i], k[j], r));
            }
        }

        return sum;
    }

    internal static double[,] Cut(int n, int p, double r, int seed)
    {
        var dice = new Seed((ulong)seed).Dice();
        var data = new double[n, p];
        for (var i = 0; i < n; i++)
        {
            var common = Math.Sqrt(r) * dice.NextNormal();
            for (var j = 0; j < p; j++)
            {
                var x = common + Math.Sqrt(1 - r) * dice.NextNormal();
                data[i, j] = x < -1 ? 1 : x < 0.1 * j ? 2 : x < 1 ? 3 : x < 1.5 ? 4 : 5;
            }
        }

        return data;
    }
}
