using static Stupeni.Statistics.Oracle;

namespace Stupeni.Statistics.Descriptive;

public class SampleTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 2.25)]
    [InlineData(0.5, 3.5)]
    [InlineData(0.9, 24.5)]
    [InlineData(1, 43)]
    public void Quantiles_are_of_type_seven_and_missing_answers_are_left_out(double p, double expected) =>
        Near(expected, Sample.Quantile([43, 1, 4, 2, 3, double.NaN, 6], p).Value, 1e-12);

    [Fact]
    public void A_mean_carries_its_standard_error()
    {
        var mean = Sample.Mean([2.0, 4.0, double.NaN, 6.0]);
        Near(4, mean.Value, 1e-15);
        Near(2 / Math.Sqrt(3), mean.StandardError, 1e-15);
    }

    [Fact]
    public void Equal_weights_give_the_plain_mean_and_its_error()
    {
        double[] x = [3, 5, 8, 1, double.NaN];
        var weighted = Sample.WeightedMean(x, [2, 2, 2, 2, 2]);
        var plain = Sample.Mean(x);
        Near(plain.Value, weighted.Value, 1e-14);
        Near(plain.StandardError, weighted.StandardError, 1e-14);
        Near((3 * 1 + 5 * 3) / 4.0, Sample.WeightedMean([3.0, 5.0], [1.0, 3.0]).Value, 1e-15);
    }

    [Fact]
    public void A_constant_far_from_zero_has_no_spread_and_a_shift_does_not_change_it()
    {
        Assert.Equal(0, Sample.Variance([1e9 + 0.1, 1e9 + 0.1, 1e9 + 0.1]).Value);
        double[] x = [1, 2, 4, 8];
        Near(Sample.Variance(x).Value, Sample.Variance([.. x.Select(v => v + 1e9)]).Value, 1e-6);
    }

    [Fact]
    public void Nothing_infinities_and_bad_weights_say_so()
    {
        Assert.Equal(Absence.TooFewObservations, Sample.Mean([double.NaN]).Absence);
        Assert.Equal(Absence.TooFewObservations, Sample.Variance([1.0]).Absence);
        Assert.Equal(Absence.NotFinite, Sample.Mean([1.0, double.PositiveInfinity]).Absence);
        Assert.Equal(Absence.OutOfDomain, Sample.Quantile([1.0], 1.1).Absence);
        Assert.Equal(Absence.OutOfDomain, Sample.WeightedMean([1.0, 2.0], [1.0, -1.0]).Absence);
        Assert.Equal(Absence.TooFewObservations, Sample.WeightedMean([1.0, 2.0], [0.0, 0.0]).Absence);
    }
}
