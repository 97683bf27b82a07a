using static Stupeni.Statistics.Oracle;

namespace Stupeni.Statistics.Correlations;

public class PearsonTests
{
    [Fact]
    public void Pairwise_correlations_of_the_big_five_agree_with_R()
    {
        var c = Json("cor-bfi_pairwise.json");
        var names = c.GetProperty("correlation").GetProperty("rows").EnumerateArray().Select(r => r.GetString()!).ToArray();
        var matrix = CorrelationMatrix.OfData(Oracle.Csv("bfi.csv", names.Contains), Missing.Pairwise);
        Near(c.Matrix("correlation"), matrix.Values, 1e-12);
        var pairs = c.Matrix("pairwiseN");
        for (var i = 0; i < names.Length; i++)
        {
            for (var j = 0; j < names.Length; j++)
            {
                Assert.Equal(pairs[i, j], matrix.Pairs[i, j]);
            }
        }

        Near(c.Number("kmo"), Factors.Adequacy.Of(matrix.Values, 2800).Kmo.Value, 1e-10);
        Near(c.Numbers("eigen"), Factors.FactorAnalysis.OfMatrix(matrix.Values, 2800, new() { Factors = 5 }).Eigenvalues, 1e-10);
    }

    [Theory]
    [InlineData("bfi.csv", "fa-bfi_complete.json")]
    [InlineData("holzinger_swineford.csv", "fa-holzinger_swineford.json")]
    [InlineData("region-small/questionnaire_teachers.csv", "fa-region-teachers.json")]
    public void Complete_correlations_from_the_rows_agree_with_R(string file, string reference)
    {
        var c = Json(reference);
        var names = c.GetProperty("correlation").GetProperty("rows").EnumerateArray().Select(r => r.GetString()!).ToArray();
        var matrix = CorrelationMatrix.OfData(Oracle.Csv(file, names.Contains));
        Assert.Equal(c.Number("n"), matrix.Observations);
        Near(c.Matrix("correlation"), matrix.Values, 1e-12);
    }

    [Theory]
    [InlineData("ability_cov.csv", "fa-ability_cov.json")]
    [InlineData("harman74_cor.csv", "fa-harman74_cor.json")]
    public void A_covariance_matrix_is_scaled_to_correlations(string file, string reference)
    {
        var names = Oracle.Header(file).Skip(1).ToHashSet();
        var matrix = CorrelationMatrix.OfMatrix(Oracle.Csv(file, names.Contains), 100);
        Assert.Equal(Absence.None, matrix.Absence);
        Near(Json(reference).Matrix("correlation"), matrix.Values, 1e-12);
    }

    [Fact]
    public void Neither_the_order_of_rows_nor_a_change_of_units_moves_a_correlation()
    {
        var dice = new Seed(11).Dice();
        var data = new double[5000, 13];
        var moved = new double[5000, 13];
        for (var i = 0; i < 5000; i++)
        {
            var common = dice.NextNormal();
            for (var j = 0; j < 13; j++)
            {
                data[i, j] = common + dice.NextNormal();
                moved[4999 - i, j] = 1e6 * (j + 1) + (j + 0.5) * data[i, j];
            }
        }

        Near(CorrelationMatrix.OfData(data).Values, CorrelationMatrix.OfData(moved).Values, 1e-10);
        var plain = Pearson.Of(Column(data, 3), Column(data, 9)).R.Value;
        Near(plain, CorrelationMatrix.OfData(data).Values[3, 9], 1e-13);
        Near(plain, CorrelationMatrix.OfData(data, Missing.Pairwise).Values[3, 9], 1e-13);
    }

    [Fact]
    public void Ranks_share_ties_and_a_monotone_change_does_not_move_spearman()
    {
        Near([1, 2.5, 2.5, 4], Spearman.Ranks([0, 7, 7, 9]), 0);
        double[] x = [1, 2, 3, 4, 5, 6], y = [2, 1, 4, 3, 7, 5];
        Near(Spearman.Of(x, y).R.Value, Spearman.Of([.. x.Select(Math.Exp)], y).R.Value, 1e-15);
        Near(1 - 6.0 * (1 + 1 + 1 + 1 + 1 + 1) / (6 * 35), Spearman.Of(x, [2, 1, 4, 3, 6, 5]).R.Value, 1e-15);
    }

    [Fact]
    public void Missing_pairs_constants_and_infinities_are_counted_and_said()
    {
        var r = Pearson.Of([1, 2, double.NaN, 4, 5], [2, 4, 6, double.NaN, 11]);
        Assert.Equal(3, r.Pairs);
        Assert.Equal(Absence.NoVariation, Pearson.Of([1.0, 1, 1], [1.0, 2, 3]).R.Absence);
        Assert.Equal(Absence.TooFewObservations, Pearson.Of([1.0], [2.0]).R.Absence);
        Assert.Equal(Absence.NotFinite, Pearson.Of([1.0, double.PositiveInfinity, 2], [1.0, 2, 3]).R.Absence);
        Assert.Equal(Absence.OutOfDomain, Pearson.Of([1.0], [2.0, 3.0]).R.Absence);
        var matrix = CorrelationMatrix.OfData(new double[,] { { 1, 5, 2 }, { 2, 5, 1 }, { 3, 5, 4 } });
        Assert.Equal([1], matrix.ConstantColumns);
        Assert.Equal(Absence.NoVariation, matrix.Absence);
        Assert.False(double.IsNaN(matrix.Values[0, 2]));
        Assert.Equal(Absence.NotFinite, CorrelationMatrix.OfData(new double[,] { { 1, double.NegativeInfinity }, { 2, 3 } }).Absence);
        Assert.Equal(Absence.TooFewObservations, CorrelationMatrix.OfData(new double[0, 4]).Absence);
        Assert.Equal(Absence.OutOfDomain, CorrelationMatrix.OfMatrix(new double[,] { { 1, 0.5 }, { 0.4, 1 } }, 10).Absence);
        Assert.Equal(Absence.OutOfDomain, CorrelationMatrix.OfMatrix(new double[,] { { 1, 1.5 }, { 1.5, 1 } }, 10).Absence);
    }

    [Fact]
    public void A_matrix_that_cannot_be_one_of_correlations_is_smoothed_and_that_is_reported()
    {
        var impossible = new double[,] { { 1, 0.9, -0.9 }, { 0.9, 1, 0.9 }, { -0.9, 0.9, 1 } };
        var matrix = CorrelationMatrix.OfMatrix(impossible, 50).Smoothed();
        Assert.NotNull(matrix.Smoothing);
        Near(-0.8, matrix.Smoothing.SmallestBefore, 1e-12);
        Assert.Equal(1, matrix.Smoothing.Replaced);
        Assert.True(matrix.Smoothing.LargestChange > 0.3);
        Assert.NotNull(Algebra.Cholesky.Of(Algebra.Grid.Flat(matrix.Values), 3));
        var fine = CorrelationMatrix.OfMatrix(new double[,] { { 4, 1 }, { 1, 1 } }, 50).Smoothed();
        Assert.Null(fine.Smoothing);
        Near(0.5, fine.Values[0, 1], 1e-15);
    }
}
