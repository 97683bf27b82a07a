namespace Stupeni.Statistics.ItemResponse;

public class LikelihoodTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gradient_and_information_are_the_derivatives_also_with_missing_answers_and_many_scores(bool freeSlopes)
    {
        var dice = ((Seed)3).Dice();
        var table = new double[300, 5];
        for (var i = 0; i < 300; i++)
        {
            for (var j = 0; j < 5; j++)
            {
                table[i, j] = dice.NextUniform() < 0.15 ? double.NaN : dice.NextBelow(j < 2 ? 2 : 4);
            }
        }

        var answers = Answers.From(table);
        var used = Screening.ScoresUsed(answers);
        var shape = new Shape([.. used.Select((scores, j) => (j, scores))], freeSlopes);
        var likelihood = new MarginalLikelihood(shape, Patterns.Collapse(answers, shape, !freeSlopes, default), default);
        double[] x = [.. Enumerable.Range(0, shape.Size).Select(_ => 0.4 + 0.5 * dice.NextNormal())];
        var (gradient, information) = (new double[x.Length], new double[x.Length * x.Length]);
        likelihood.Derivatives(x, gradient, information);
        var (ahead, behind, none) = (new double[x.Length], new double[x.Length], new double[information.Length]);
        for (var p = 0; p < x.Length; p++)
        {
            const double step = 1e-5;
            x[p] += step;
            var up = likelihood.Value(x);
            likelihood.Derivatives(x, ahead, none);
            x[p] -= 2 * step;
            var down = likelihood.Value(x);
            likelihood.Derivatives(x, behind, none);
            x[p] += step;
            Assert.Equal((up - down) / (2 * step), gradient[p], 1e-5);
            for (var q = 0; q < x.Length; q++)
            {
                Assert.Equal((behind[q] - ahead[q]) / (2 * step), information[p * x.Length + q], 1e-4);
            }
        }
    }

    [Fact]
    public void Patterns_that_underflow_keep_their_probability()
    {
        int[] scores = [0, 1];
        var shape = new Shape([.. Enumerable.Range(0, 60).Select(j => (j, scores))], freeSlopes: true);
        var table = new double[2, 60];
        for (var j = 0; j < 60; j++)
        {
            (table[0, j], table[1, j]) = (j % 2, 1 - j % 2);
        }

        var likelihood = new MarginalLikelihood(shape, Patterns.Collapse(Answers.From(table), shape, false, default), default);
        double[] x = [.. Enumerable.Range(0, shape.Size).Select(p => p % 2 == 0 ? 20.0 : 0)];
        var value = likelihood.Value(x);
        Assert.True(value is > -1e5 and < -40, $"{value}");
    }

    [Fact]
    public void The_order_of_persons_and_of_items_changes_nothing()
    {
        var table = Tables.Drawn(600, [1, 0.6, 1.4, 0.9, 1.1], [1, 0, -1, 0.5, -0.3], 17);
        var turned = new double[600, 5];
        for (var i = 0; i < 600; i++)
        {
            for (var j = 0; j < 5; j++)
            {
                turned[599 - i, 4 - j] = table[i, j];
            }
        }

        var (one, other) = (Marginal.Fit(Answers.From(table), Model.TwoParameter), Marginal.Fit(Answers.From(turned), Model.TwoParameter));
        for (var j = 0; j < 5; j++)
        {
            Assert.Equal(one.Items[j].Slope.Value, other.Items[4 - j].Slope.Value, 1e-7);
            Assert.Equal(one.Items[j].Difficulty.StandardError, other.Items[4 - j].Difficulty.StandardError, 1e-7);
        }

        Assert.Equal(one.Abilities[3].Value, other.Abilities[596].Value, 1e-7);
        Assert.Equal(one.LogLikelihood, Marginal.Fit(Answers.From(table), Model.TwoParameter).LogLikelihood);
    }

    [Fact]
    public void With_two_scores_partial_credit_is_the_model_of_Rasch_and_of_two_parameters()
    {
        var answers = Tables.Public("lsat6");
        Assert.Equal(Marginal.Fit(answers, Model.Rasch).Variance, Marginal.Fit(answers, Model.PartialCredit).Variance);
        Assert.Equal(Marginal.Fit(answers, Model.TwoParameter).LogLikelihood, Marginal.Fit(answers, Model.GeneralizedPartialCredit).LogLikelihood);
    }

    [Fact]
    public void A_score_that_nobody_got_has_no_step_and_the_others_stay()
    {
        var dice = ((Seed)9).Dice();
        var table = new double[500, 4];
        for (var i = 0; i < 500; i++)
        {
            var ability = dice.NextNormal();
            for (var j = 0; j < 4; j++)
            {
                table[i, j] = dice.NextUniform() < 1 / (1 + Math.Exp(-ability)) ? (j == 0 ? 2 : 1) : 0;
            }
        }

        var fit = Marginal.Fit(Answers.From(table), Model.PartialCredit);
        Assert.Equal([0, 2], fit.Items[0].Scores);
        Assert.Single(fit.Items[0].Steps);
        Assert.True(fit.Stopping.Converged);
    }
}
