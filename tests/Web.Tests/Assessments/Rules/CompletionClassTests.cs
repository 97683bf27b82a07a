namespace Stupeni.Assessments.Rules;

public sealed class CompletionClassTests
{
    [Theory]
    [InlineData(25, 2, 28, Difficulty.Basic, Mastery.Insufficient)]
    [InlineData(25, 2, 29, Difficulty.Basic, Mastery.Uncertain)]
    [InlineData(25, 2, 30, Difficulty.Basic, Mastery.Sufficient)]
    [InlineData(20, 3, 17, Difficulty.Advanced, Mastery.Insufficient)]
    [InlineData(20, 3, 18, Difficulty.Advanced, Mastery.Sufficient)]
    [InlineData(35, 1, 10, Difficulty.Advanced, Mastery.Uncertain)]
    [InlineData(35, 1, 10, Difficulty.High, Mastery.Uncertain)]
    [InlineData(100, 1, 57, Difficulty.Basic, Mastery.Uncertain)]
    [InlineData(9, 1, 0, Difficulty.Basic, Mastery.TooFew)]
    [InlineData(10, 1, 0, Difficulty.Basic, Mastery.Insufficient)]
    [InlineData(50, 1, 50, Difficulty.Unknown, Mastery.Unknown)]
    [InlineData(0, 1, 0, Difficulty.Basic, Mastery.Unknown)]
    public void The_class_of_a_task_follows_the_recommendations(int participants, double max, double points, Difficulty difficulty, Mastery mastery) =>
        Assert.Equal(mastery, CompletionClass.Of(new(participants, 0, 0, points), max, difficulty));

    /// <summary>A basic task of two points and an advanced one of three: of 25 participants the boundary lies at (2 · 57 + 3 · 28.5) ÷ 5 = 39.9 per cent of 125 points.</summary>
    [Theory]
    [InlineData(25, 30, 19, Difficulty.Advanced, Mastery.Insufficient)]
    [InlineData(25, 30, 20, Difficulty.Advanced, Mastery.Uncertain)]
    [InlineData(25, 30, 22.5, Difficulty.Advanced, Mastery.Sufficient)]
    [InlineData(9, 0, 0, Difficulty.Advanced, Mastery.TooFew)]
    [InlineData(25, 30, 30, Difficulty.Unknown, Mastery.Unknown)]
    public void Tasks_of_a_skill_are_held_against_the_mean_of_their_boundaries(int participants, double basic, double second, Difficulty difficulty, Mastery mastery) =>
        Assert.Equal(mastery, CompletionClass.Of([(new TaskSum(participants, 0, 0, basic), 2, Difficulty.Basic), (new TaskSum(participants, 0, 0, second), 3, difficulty)]));

    [Theory]
    [InlineData(25, 2, 28, 56.0)]
    [InlineData(20, 3, 17, 28.33)]
    [InlineData(35, 1, 10, 28.57)]
    public void Completion_is_points_against_the_most_there_could_be(int participants, double max, double points, double percent) =>
        Assert.Equal(percent, CompletionClass.Completion(new(participants, 0, 0, points), max)!.Value, 2);
}
