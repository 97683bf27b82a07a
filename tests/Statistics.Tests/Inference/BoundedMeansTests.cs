namespace Stupeni.Statistics.Inference;

public sealed class BoundedMeansTests
{
    [Theory]
    [InlineData(6, 20, 10, 33)]
    [InlineData(0, 15, 4, 12)]
    [InlineData(25, 25, 10, 34)]
    public void Numbers_that_are_all_0_or_1_are_shares(int successes1, int count1, int successes2, int count2)
    {
        var (means, shares) = (BoundedMeans.Compare((double)successes1 / count1, count1, (double)successes2 / count2, count2), TwoProportions.Compare(successes1, count1, successes2, count2));

        Assert.Equal(Proportion.Wilson(successes1, count1), BoundedMeans.Wilson((double)successes1 / count1, count1));
        Assert.Equal(shares.Newcombe.Lower, means.Newcombe.Lower, 1e-12);
        Assert.Equal(shares.Newcombe.Upper, means.Newcombe.Upper, 1e-12);
        Assert.Equal(shares.Test.P, means.Test.P, 1e-12);
    }

    /// <summary>Shares of the points of three tasks of two points each, of pupils who differ: the interval holds the true mean at least as often as it says.</summary>
    [Fact]
    public void The_interval_is_never_bolder_than_it_says()
    {
        var chance = new Random(7);
        const int Rounds = 4000, N = 24;
        var mean = Enumerable.Range(0, 400_000).Average(_ => One());
        var held = Enumerable.Range(0, Rounds).Count(_ => BoundedMeans.Wilson(Enumerable.Range(0, N).Average(_ => One()), N) is var i && i.Lower <= mean && mean <= i.Upper);

        Assert.InRange(held, Rounds * 95 / 100, Rounds);

        double One()
        {
            var ease = 0.3 + 0.6 * chance.NextDouble();
            return Enumerable.Range(0, 6).Count(_ => chance.NextDouble() < ease) / 6.0;
        }
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Equal(Absence.TooFewObservations, BoundedMeans.Wilson(0.5, 0).Absence);
        Assert.Equal(Absence.OutOfDomain, BoundedMeans.Wilson(1.01, 10).Absence);
        Assert.Equal(Absence.OutOfDomain, BoundedMeans.Wilson(double.NaN, 10).Absence);
        Assert.Equal(Absence.OutOfDomain, BoundedMeans.Compare(0.5, 10, 0.5, -1).Test.Absence);
        Assert.Equal(Absence.NoVariation, BoundedMeans.Compare(1, 10, 1, 12).Test.Absence);
    }
}
