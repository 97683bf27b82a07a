namespace Stupeni.Statistics.ItemResponse;

public class DegenerateTests
{
    private static readonly double[] Easy = [1, 0.5, 0, -0.5, -1, 0.2];

    [Theory]
    [InlineData(double.PositiveInfinity, Absence.NotFinite)]
    [InlineData(0.5, Absence.OutOfDomain)]
    [InlineData(-1, Absence.OutOfDomain)]
    [InlineData(101, Absence.OutOfDomain)]
    public void A_cell_that_is_no_score_refuses_the_table_and_says_where(double cell, Absence reason)
    {
        var table = Drawn(50);
        table[7, 2] = cell;
        var answers = Answers.From(table);
        Assert.Equal(Refusal.Of(reason, 2, 7), answers.Refusal);
        Assert.Equal(answers.Refusal, Marginal.Fit(answers, Model.TwoParameter).Refusal);
        Assert.Equal(answers.Refusal, Conditional.Fit(answers).Refusal);
    }

    [Theory]
    [InlineData(Model.Rasch)]
    [InlineData(Model.TwoParameter)]
    public void Items_that_everybody_or_nobody_solved_or_answered_are_named_and_the_rest_is_fitted(Model model)
    {
        var table = Drawn(400);
        for (var i = 0; i < 400; i++)
        {
            (table[i, 1], table[i, 2], table[i, 3]) = (1, 0, double.NaN);
        }

        foreach (var fit in new[] { Marginal.Fit(Answers.From(table), model), Conditional.Fit(Answers.From(table)) })
        {
            Assert.False(fit.Refusal.IsRefused);
            ItemState[] states = [ItemState.Estimated, ItemState.OneScore, ItemState.OneScore, ItemState.NoAnswers, ItemState.Estimated, ItemState.Estimated];
            Assert.Equal(states, fit.Items.Select(i => i.State));
            Assert.Equal(Absence.NoVariation, fit.Items[1].Difficulty.Absence);
            Assert.Equal(Absence.TooFewObservations, fit.Items[3].Difficulty.Absence);
            Assert.True(fit.Items[0].Difficulty.IsPresent);
        }
    }

    [Fact]
    public void Perfect_and_empty_papers_get_finite_abilities()
    {
        var table = Drawn(300);
        for (var j = 0; j < 6; j++)
        {
            (table[0, j], table[1, j], table[2, j]) = (1, 0, double.NaN);
        }

        var answers = Answers.From(table);
        var fit = Marginal.Fit(answers, Model.TwoParameter);
        var conditional = Conditional.Fit(answers);
        foreach (var abilities in new[] { fit.Abilities, Weighted.Abilities(answers, fit), conditional.Abilities, Weighted.Abilities(answers, conditional) })
        {
            Assert.InRange(abilities[0].Value, 0.5, 12);
            Assert.InRange(abilities[1].Value, -12, -0.5);
            Assert.Equal(Absence.TooFewObservations, abilities[2].Absence);
        }

        Assert.Equal(299, fit.PersonsUsed);
        Assert.True(conditional.PersonsUsed < 299);
    }

    [Fact]
    public void Answers_in_the_order_of_a_staircase_have_no_conditional_optimum_and_that_is_said()
    {
        var table = new double[60, 5];
        for (var i = 0; i < 60; i++)
        {
            for (var j = 0; j < 5; j++)
            {
                table[i, j] = j < i % 6 ? 1 : 0;
            }
        }

        var fit = Conditional.Fit(Answers.From(table));
        Assert.True(fit.Refusal.Why is Absence.Unbounded or Absence.NoVariation);
        Assert.All(fit.Items, item => Assert.False(item.Difficulty.IsPresent));
        Assert.True(Marginal.Fit(Answers.From(table), Model.TwoParameter).Stopping.Iterations < 1000);
    }

    [Fact]
    public void Twin_items_have_no_finite_slope_and_are_named()
    {
        var table = Drawn(500);
        for (var i = 0; i < 500; i++)
        {
            table[i, 1] = table[i, 0];
        }

        var fit = Marginal.Fit(Answers.From(table), Model.TwoParameter);
        Assert.Contains(fit.Items, item => item.State == ItemState.Unbounded);
        Assert.Equal(Absence.Unbounded, fit.Items.First(item => item.State == ItemState.Unbounded).Slope.Absence);
        Assert.All(fit.Abilities, ability => Assert.True(double.IsFinite(ability.Value)));
    }

    [Fact]
    public void Answers_by_chance_show_no_spread_of_ability()
    {
        // Every pattern of four answers once, and the even ones more often: solving one item speaks against solving another.
        var rows = Enumerable.Range(0, 16).SelectMany(u => Enumerable.Repeat(u, int.PopCount((int)(uint)u) == 2 ? 30 : 5)).ToArray();
        var table = new double[rows.Length, 4];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                table[i, j] = (rows[i] >> j) & 1;
            }
        }

        var fit = Marginal.Fit(Answers.From(table), Model.Rasch);
        Assert.True(fit.NoSpread);
        Assert.Equal(0, fit.Variance.Value);
        Assert.True(double.IsNaN(fit.Variance.StandardError));
        Assert.True(Conditional.Fit(Answers.From(table)).NoSpread);
    }

    [Fact]
    public void Too_little_is_refused()
    {
        Assert.Equal(Absence.TooFewObservations, Marginal.Fit(Answers.From(new double[0, 3]), Model.Rasch).Refusal.Why);
        Assert.Equal(Absence.TooFewObservations, Marginal.Fit(Answers.From(new double[3, 0]), Model.Rasch).Refusal.Why);
        Assert.Equal(Absence.NoVariation, Marginal.Fit(Answers.From(new double[9, 4]), Model.Rasch).Refusal.Why);
        Assert.Equal(Absence.NotIdentified, Marginal.Fit(Answers.From(new double[,] { { 1, 0 }, { 0, 1 }, { 1, 1 } }), Model.TwoParameter).Refusal.Why);
        Assert.Equal(Refusal.Of(Absence.OutOfDomain, 1), Marginal.Fit(Answers.From(new double[,] { { 1, 2 }, { 0, 1 } }), Model.Rasch).Refusal);
    }

    [Fact]
    public void Work_can_be_called_off()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var answers = Answers.From(Drawn(100));
        Assert.ThrowsAny<OperationCanceledException>(() => Marginal.Fit(answers, Model.TwoParameter, cancel: source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => Conditional.Fit(answers, cancel: source.Token));
    }

    private static double[,] Drawn(int persons) => Tables.Drawn(persons, [1, 1, 1.2, 0.8, 1.5, 1], Easy, 11);
}
