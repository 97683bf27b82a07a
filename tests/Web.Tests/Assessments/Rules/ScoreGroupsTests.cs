namespace Stupeni.Assessments.Rules;

public sealed class ScoreGroupsTests
{
    private static readonly ScoreGroups Groups = new(24, "источник", new([60, 80], "источник", "2026", "C"));

    [Theory]
    [InlineData(0, 2)]
    [InlineData(23, 2)]
    [InlineData(24, 3)]
    [InlineData(60, 3)]
    [InlineData(61, 4)]
    [InlineData(80, 4)]
    [InlineData(81, 5)]
    [InlineData(100, 5)]
    [InlineData(double.NaN, 0)]
    public void A_test_score_has_its_group(double score, int group) => Assert.Equal(group, Groups.Of(score));

    [Fact]
    public void Tasks_are_counted_within_groups_and_those_without_a_score_in_none()
    {
        var scores = new SheetScores(["a", "b", "c", "d"], new byte[4], new byte[4], new byte[4], [10, 50, 90, double.NaN], [1, 0, 1, 2, 0, 3, 1, 3]);

        var tallies = Groups.Of(scores);

        Assert.Equal([new(1, 1), new(1, 0), new(1, 1), new(1, 2), new(0, 0), new(0, 0), new(1, 0), new(1, 3)], tallies.Groups);
        Assert.Equal(3, tallies.Placed);
    }

    [Fact]
    public void Groups_by_score_are_for_exams_without_marks_whose_minimum_is_known()
    {
        var (maths, sums) = (new ProcedureKey(ProcedureKind.Ege, "MA", 11, MathLevel.Profile, new(2026), ""), ResultSums.Nothing with { Participants = 30, Judged = 30 });
        var known = ShippedReference.Thresholds;

        Assert.Equal(27, ScoreGroups.Of(maths, sums, null, known)!.Minimum);
        Assert.Equal(27, ScoreGroups.Of(maths with { Year = new(2020) }, sums, null, known)!.Minimum);
        Assert.Null(ScoreGroups.Of(maths with { Year = new(2018) }, sums, null, known));
        Assert.Null(ScoreGroups.Of(maths with { Level = MathLevel.Base }, sums, null, known));
        Assert.Null(ScoreGroups.Of(maths, sums with { Marks3 = 30 }, null, known));
        Assert.Null(ScoreGroups.Of(maths, sums, 12, known));
        Assert.Null(ScoreGroups.Of(maths with { Kind = ProcedureKind.Vpr }, sums, null, known));
    }
}
