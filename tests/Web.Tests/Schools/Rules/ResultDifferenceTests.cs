namespace Stupeni.Schools.Rules;

/// <summary>Against R 4: <c>prop.test(correct = FALSE)$p.value</c>, <c>p.adjust("holm")</c>.</summary>
public sealed class ResultDifferenceTests
{
    [Fact]
    public void A_difference_is_named_only_if_its_interval_leaves_zero_out_and_Holm_lets_it_stand()
    {
        var found = ResultDifference.Of([(new(18, 30), new(3, 30)), (new(12, 30), new(5, 30)), (new(3, 30), new(18, 30)), (new(12, 30), new(5, 30))]);
        Assert.Equal([true, false, false, false], found.Select(f => f!.OtherDoesBetter));
        Assert.Equal([false, false, true, false], found.Select(f => f!.OtherDoesWorse));
        // The second alone would be called a difference at five per cent by its interval; with the others it is not.
        Assert.True(found[1]!.Lower > 0);
        Assert.Equal(0.0449134132, found[1]!.Test.Test.P, 1e-9);
        Assert.True(ResultDifference.Of([(new(12, 30), new(5, 30))])[0]!.OtherDoesBetter);
    }

    [Fact]
    public void Of_fewer_than_ten_participants_nothing_is_said()
    {
        var found = ResultDifference.Of([(new(9, 9), new(0, 30)), (new(18, 30), new(0, 9)), (new(18, 30), new(3, 30))]);
        Assert.Null(found[0]);
        Assert.Null(found[1]);
        Assert.True(found[2]!.OtherDoesBetter);
    }
}
