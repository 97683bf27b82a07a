using Stupeni.Statistics.Inference;
using static Stupeni.Identification.Rules.Made;

namespace Stupeni.Identification.Rules;

/// <summary>The vectors of a low result, and the interval beside it.</summary>
public sealed class LowTests
{
    [Theory]
    [InlineData(6, 20, true)]
    [InlineData(5, 20, false)]
    [InlineData(10, 33, true)]
    [InlineData(10, 34, false)]
    [InlineData(3, 9, false)]
    [InlineData(4, 12, true)]
    [InlineData(3, 10, true)]
    [InlineData(0, 10, false)]
    [InlineData(10, 10, true)]
    [InlineData(0, 0, false)]
    public void A_result_is_low_from_thirty_per_cent_of_at_least_ten(int below, int participants, bool low) => Assert.Equal(low, Usual.Low(Oge(2026, below, participants)));

    [Theory]
    [InlineData(4, 20, true)]
    [InlineData(3, 20, false)]
    [InlineData(299, 1000, true)]
    [InlineData(300, 1000, false)]
    [InlineData(2, 9, false)]
    public void It_is_near_from_twenty_and_under_thirty(int below, int participants, bool near) => Assert.Equal(near, Usual.Near(Oge(2026, below, participants)));

    [Fact]
    public void Three_of_nine_are_too_few_to_judge() => Assert.Equal(SchoolState.InsufficientData, State(Reading.Any, 2026, Oge(2026, 3, 9)));

    [Fact]
    public void Three_of_nine_count_where_nine_are_enough() =>
        Assert.Equal(SchoolState.RiskGroup, RuleReading.Of(Reading.Any).Judge([Oge(2026, 3, 9)], new(2026), Usual with { MinParticipants = 9 })!.State);

    [Theory]
    [InlineData(4, 12, 13.8, 60.9)]
    [InlineData(6, 20, 14.5, 51.9)]
    [InlineData(9, 24, 21.2, 57.3)]
    public void The_interval_is_Wilsons(int below, int participants, double lower, double upper)
    {
        var figure = ShareFigures.Of(below, participants);
        Assert.Equal((lower, upper), (Math.Round(figure.Lower!.Value, 1), Math.Round(figure.Upper!.Value, 1)));
        Assert.Equal(Proportion.Wilson(below, participants).Lower * 100, figure.Lower.Value);
    }
}
