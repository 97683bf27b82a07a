namespace Stupeni.Statistics.Regression;

public class LeastSquaresTests
{
    [Fact]
    public void A_predictor_that_others_explain_is_named()
    {
        var (y, x) = Drawn(50, 3, 1);
        for (var i = 0; i < 50; i++)
        {
            x[i, 2] = 2 * x[i, 0] - x[i, 1] + 3;
        }

        Assert.Equal(Refusal.Of(Absence.Singular, 2), LeastSquares.Fit(y, x).Refusal);
        for (var i = 0; i < 50; i++)
        {
            x[i, 1] = 7;
        }

        Assert.Equal(Refusal.Of(Absence.Singular, 1), LeastSquares.Fit(y, x).Refusal);
        Assert.False(LeastSquares.Fit(y, x).Sigma.IsPresent);
    }

    [Fact]
    public void Incomplete_rows_are_left_out_and_infinities_refused()
    {
        var (y, x) = Drawn(40, 2, 2);
        var whole = LeastSquares.Fit(y.AsSpan(2), Rows(x, 2));
        (y[0], x[1, 1]) = (double.NaN, double.NaN);
        var fit = LeastSquares.Fit(y, x);
        Assert.Equal(38, fit.Rows.Count);
        Assert.Equal(2, fit.Rows[0]);
        Assert.Equal(whole.Coefficients[1].Estimate.Value, fit.Coefficients[1].Estimate.Value, 1e-12);
        x[5, 1] = double.PositiveInfinity;
        Assert.Equal(Refusal.Of(Absence.NotFinite, 1, 5), LeastSquares.Fit(y, x).Refusal);
    }

    [Fact]
    public void Errors_that_the_data_do_not_give_are_absent_with_the_reason()
    {
        var (y, x) = Drawn(12, 2, 3);
        for (var i = 0; i < 12; i++)
        {
            x[i, 1] = i == 4 ? 1 : 0;
        }

        Assert.Equal(Absence.NotIdentified, LeastSquares.Fit(y, x, Errors.Hc3).Coefficients[2].Test.Absence);
        Assert.True(LeastSquares.Fit(y, x, Errors.Hc1).Coefficients[1].Test.IsPresent);
        Assert.Equal(Absence.NotIdentified, LeastSquares.Fit(y, x, Errors.Cr1, new int[12]).Coefficients[1].Interval.Absence);
        Assert.Equal(Absence.OutOfDomain, LeastSquares.Fit(y, x, Errors.Cr1).Refusal.Why);
        Assert.Equal(Absence.NotIdentified, LeastSquares.Fit(y.AsSpan(0, 2), Rows(x, 10)).Refusal.Why);
        Assert.Equal(Absence.TooFewObservations, LeastSquares.Fit([], new double[0, 2]).Refusal.Why);

        var flat = LeastSquares.Fit([.. Enumerable.Repeat(4.0, 12)], x);
        Assert.Equal(Absence.NoVariation, flat.RSquared.Absence);
        Assert.Equal(Absence.NoVariation, flat.FTest.Absence);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Units_and_the_order_of_rows_change_only_units(int seed)
    {
        var (y, x) = Drawn(60, 2, seed);
        var clusters = Enumerable.Range(0, 60).Select(i => i % 7).ToArray();
        var (turnedY, turnedX, turnedClusters) = (new double[60], new double[60, 2], new int[60]);
        for (var i = 0; i < 60; i++)
        {
            turnedY[59 - i] = 500 + 100 * y[i];
            (turnedX[59 - i, 0], turnedX[59 - i, 1]) = (2000 + x[i, 0], 1e-4 * x[i, 1]);
            turnedClusters[59 - i] = clusters[i];
        }

        foreach (var errors in Enum.GetValues<Errors>())
        {
            var (one, other) = (LeastSquares.Fit(y, x, errors, clusters), LeastSquares.Fit(turnedY, turnedX, errors, turnedClusters));
            Oracle.NearRelative(100 * one.Coefficients[1].Estimate.Value, other.Coefficients[1].Estimate.Value, 1e-9);
            Oracle.NearRelative(1e6 * one.Coefficients[2].Estimate.StandardError, other.Coefficients[2].Estimate.StandardError, 1e-9);
            Oracle.NearRelative(one.RSquared.Value, other.RSquared.Value, 1e-10);
        }
    }

    private static (double[] Y, double[,] X) Drawn(int n, int k, Seed seed)
    {
        var dice = seed.Dice();
        var (y, x) = (new double[n], new double[n, k]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < k; j++)
            {
                x[i, j] = dice.NextNormal();
                y[i] += (j + 1) * x[i, j];
            }

            y[i] += dice.NextNormal();
        }

        return (y, x);
    }

    private static double[,] Rows(double[,] x, int first)
    {
        var rest = new double[x.GetLength(0) - first, x.GetLength(1)];
        Array.Copy(x, first * x.GetLength(1), rest, 0, rest.Length);
        return rest;
    }
}
