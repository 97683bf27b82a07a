namespace Stupeni.Statistics.ItemResponse;

public class RecoveryTests
{
    private static readonly double[] Intercepts = [.. Enumerable.Range(0, 15).Select(j => 1.8 - 0.25 * j)];
    private static readonly double[] Slopes = [.. Enumerable.Range(0, 15).Select(j => 0.7 + 0.1 * (j * 7 % 15))];

    [Fact]
    public void Slopes_and_intercepts_lie_within_their_intervals_as_often_as_stated()
    {
        double inside = 0, all = 0;
        for (var round = 0; round < 12; round++)
        {
            var fit = Marginal.Fit(Answers.From(Tables.Drawn(700, Slopes, Intercepts, round)), Model.TwoParameter);
            foreach (var item in fit.Items)
            {
                inside += Math.Abs(item.Slope.Value - Slopes[item.Column]) < 1.96 * item.Slope.StandardError ? 1 : 0;
                inside += Math.Abs(item.Intercepts[0].Value - Intercepts[item.Column]) < 1.96 * item.Intercepts[0].StandardError ? 1 : 0;
                all += 2;
            }
        }

        Assert.InRange(inside / all, 0.91, 0.985);
    }

    [Fact]
    public void Two_forms_with_common_items_are_put_on_one_scale_by_both_likelihoods()
    {
        double[] ones = [.. Enumerable.Repeat(1.0, 15)];
        var table = Tables.Drawn(3000, ones, Intercepts, 5, mean: 0, sd: 1.1);
        for (var i = 0; i < 3000; i++)
        {
            for (var j = 0; j < 5; j++)
            {
                table[i, i % 2 == 0 ? j : 10 + j] = double.NaN;
            }
        }

        var answers = Answers.From(table);
        var (marginal, conditional) = (Marginal.Fit(answers, Model.Rasch), Conditional.Fit(answers));
        var centre = Intercepts.Average();
        foreach (var item in Enumerable.Range(0, 15))
        {
            Assert.True(Math.Abs(marginal.Items[item].Difficulty.Value + Intercepts[item]) < 4 * marginal.Items[item].Difficulty.StandardError);
            Assert.True(Math.Abs(conditional.Items[item].Difficulty.Value + Intercepts[item] - centre) < 4 * conditional.Items[item].Difficulty.StandardError);
        }

        Assert.InRange(marginal.Variance.Value, 1.21 - 4 * marginal.Variance.StandardError, 1.21 + 4 * marginal.Variance.StandardError);
        Assert.InRange(conditional.Variance.Value, 1.21 - 4 * conditional.Variance.StandardError, 1.21 + 4 * conditional.Variance.StandardError);
        Assert.Equal(centre, conditional.Mean.Value, 0.1);
    }

    [Fact]
    public void A_hundred_items_from_trivial_to_hopeless_are_calibrated_conditionally()
    {
        double[] intercepts = [.. Enumerable.Range(0, 100).Select(j => 4 - 0.08 * j)];
        var fit = Conditional.Fit(Answers.From(Tables.Drawn(4000, [.. Enumerable.Repeat(1.0, 100)], intercepts, 8)));
        Assert.True(fit.Stopping.Converged);
        var shift = intercepts.Average();
        var far = fit.Items.Count(item => Math.Abs(item.Difficulty.Value + intercepts[item.Column] - shift) > 1.96 * item.Difficulty.StandardError);
        Assert.InRange(far, 0, 12);
    }

    [Fact]
    public void Partial_credit_recovers_its_steps()
    {
        var dice = ((Seed)21).Dice();
        double[] steps = [-1, 0.2, 0.9];
        var table = new double[4000, 6];
        for (var i = 0; i < 4000; i++)
        {
            var ability = 1.2 * dice.NextNormal();
            for (var j = 0; j < 6; j++)
            {
                double[] weights = [1, 0, 0, 0];
                for (var c = 1; c < 4; c++)
                {
                    weights[c] = weights[c - 1] * Math.Exp(ability - steps[c - 1] - 0.1 * j);
                }

                var draw = dice.NextUniform() * weights.Sum();
                while (draw >= weights[(int)table[i, j]])
                {
                    draw -= weights[(int)table[i, j]++];
                }
            }
        }

        var fit = Marginal.Fit(Answers.From(table), Model.PartialCredit);
        Assert.InRange(fit.Variance.Value, 1.44 - 4 * fit.Variance.StandardError, 1.44 + 4 * fit.Variance.StandardError);
        foreach (var item in fit.Items)
        {
            for (var c = 0; c < 3; c++)
            {
                Assert.Equal(steps[c] + 0.1 * item.Column, item.Steps[c].Value, 4 * item.Steps[c].StandardError);
            }

            Assert.Equal(item.Steps.Average(s => s.Value), item.Difficulty.Value, 1e-9);
        }

        var free = Marginal.Fit(Answers.From(table), Model.GeneralizedPartialCredit);
        Assert.All(free.Items, item => Assert.Equal(1.2, item.Slope.Value, 5 * item.Slope.StandardError));
        Assert.True(free.LogLikelihood.Value > fit.LogLikelihood.Value);
    }
}
