namespace Stupeni.Statistics.Inference;

public class WilsonTests
{
    [Theory]
    [InlineData(4, 12, 0.138, 0.609)]
    [InlineData(6, 20, 0.145, 0.519)]
    public void The_bounds_shown_to_a_school_are_those_of_the_formula(int low, int n, double lower, double upper)
    {
        var interval = Proportion.Wilson(low, n, 0.95);
        Assert.Equal(lower, interval.Lower, 0.0005);
        Assert.Equal(upper, interval.Upper, 0.0005);
        Assert.Equal(0.95, interval.Confidence);
    }

    [Fact]
    public void Without_participants_there_is_no_interval_and_the_reason_is_said()
    {
        var interval = Proportion.Wilson(0, 0);
        Assert.False(interval.IsPresent);
        Assert.Equal(Absence.TooFewObservations, interval.Absence);
        Assert.True(double.IsNaN(interval.Lower));
    }

    [Theory]
    [InlineData(5, 4, 0.95)]
    [InlineData(-1, 4, 0.95)]
    [InlineData(1, 4, 1.0)]
    [InlineData(1, 4, 0.0)]
    [InlineData(1, 4, double.NaN)]
    public void Impossible_counts_or_confidence_are_refused(int successes, int n, double confidence) =>
        Assert.Equal(Absence.OutOfDomain, Proportion.Wilson(successes, n, confidence).Absence);

    [Fact]
    public void Nobody_and_everybody_reach_the_ends_exactly()
    {
        Assert.Equal(0.0, Proportion.Wilson(0, 7).Lower);
        Assert.Equal(1.0, Proportion.Wilson(7, 7).Upper);
    }
}
