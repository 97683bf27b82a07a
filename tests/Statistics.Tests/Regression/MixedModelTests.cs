namespace Stupeni.Statistics.Regression;

public class MixedModelTests
{
    [Fact]
    public void Variances_lie_within_their_intervals_and_group_effects_within_theirs_as_often_as_stated()
    {
        double variances = 0, effects = 0, groups = 0;
        for (var round = 0; round < 60; round++)
        {
            var (y, x, g, truth) = Drawn(60, 15, round, between: 0.6);
            var fit = MixedModel.Fit(y, x, g);
            variances += Math.Abs(fit.InterceptVariance.Value - 0.36) < 1.96 * fit.InterceptVariance.StandardError ? 1 : 0;
            variances += Math.Abs(fit.ResidualVariance.Value - 1) < 1.96 * fit.ResidualVariance.StandardError ? 1 : 0;
            foreach (var group in fit.Groups)
            {
                groups++;
                effects += Math.Abs(group.Intercept.Value - truth[group.Group]) < 1.96 * group.Intercept.StandardError ? 1 : 0;
            }
        }

        Assert.InRange(variances / 120, 0.87, 0.995);
        Assert.InRange(effects / groups, 0.92, 0.97);
    }

    [Fact]
    public void No_point_near_the_optimum_has_a_better_criterion()
    {
        var (y, x, g, _) = Drawn(30, 8, 5, between: 0.8);
        double[] slope = Oracle.Column(x, 0);
        foreach (var restricted in new[] { true, false })
        {
            var data = new CrossProducts(y, x, g, slope, [.. Enumerable.Range(0, y.Length)]);
            var deviance = new ProfiledDeviance(data, restricted);
            var best = Algebra.Newton.Maximise(deviance, [0.5, 0, 0.5]);
            var dice = ((Seed)1).Dice();
            for (var trial = 0; trial < 200; trial++)
            {
                var scale = Math.Pow(10, -4 * dice.NextUniform());
                double[] near = [.. best.X.Select(v => v + scale * dice.NextNormal())];
                Assert.True(deviance.Value(near) <= best.Value + 1e-9);
            }
        }
    }

    [Fact]
    public void Groups_that_differ_less_than_chance_get_variance_zero_and_no_false_doubt()
    {
        // Every group holds the same residuals, so that group means agree better than chance allows.
        var y = new double[200];
        var g = new int[200];
        for (var i = 0; i < 200; i++)
        {
            (y[i], g[i]) = (i / 20 % 2 == 0 ? i % 20 : 19 - i % 20, i / 20);
        }

        var fit = MixedModel.Fit(y, new double[200, 0], g);
        Assert.True(fit.IsSingular);
        Assert.Equal(0, fit.InterceptVariance.Value);
        Assert.True(double.IsNaN(fit.InterceptVariance.StandardError));
        Assert.All(fit.Groups, group => Assert.Equal(0, group.Intercept.Value));
        Assert.Equal(Absence.NoVariation, fit.Groups[0].ProbabilityBelow(-1).Absence);
        Assert.True(fit.Stopping.Converged);
    }

    [Fact]
    public void A_slope_that_does_not_differ_between_groups_is_found_singular()
    {
        var (y, x, g, _) = Drawn(40, 10, 3, between: 0.7);
        var fit = MixedModel.Fit(y, x, g, Oracle.Column(x, 0));
        Assert.True(fit.Stopping.Converged);
        Assert.True(fit.SlopeVariance.Value < 0.05);
        Assert.True(fit.InterceptVariance.Value > 0.2);
    }

    [Fact]
    public void What_does_not_determine_the_model_is_refused_with_the_reason()
    {
        var (y, x, g, _) = Drawn(10, 6, 4, between: 0.5);
        var n = y.Length;
        Assert.Equal(Absence.NotIdentified, MixedModel.Fit(y, x, new int[n]).Refusal.Why);
        Assert.Equal(Absence.NotIdentified, MixedModel.Fit(y, x, [.. Enumerable.Range(0, n)]).Refusal.Why);
        Assert.Equal(Absence.NoVariation, MixedModel.Fit(new double[n], x, g).Refusal.Why);
        Assert.Equal(Absence.OutOfDomain, MixedModel.Fit(y, x, g.AsSpan(1)).Refusal.Why);
        Assert.Equal(Absence.TooFewObservations, MixedModel.Fit([], new double[0, 2], []).Refusal.Why);
        Assert.Equal(Absence.NotIdentified, MixedModel.Fit(y, x, g, [.. g.Select(code => (double)code)]).Refusal.Why);
        for (var i = 0; i < n; i++)
        {
            x[i, 1] = 3 * x[i, 0] + 1;
        }

        Assert.Equal(Refusal.Of(Absence.Singular, 1), MixedModel.Fit(y, x, g).Refusal);
        y[8] = double.NegativeInfinity;
        Assert.Equal(Refusal.Of(Absence.NotFinite, -1, 8), MixedModel.Fit(y, x, g).Refusal);
    }

    [Fact]
    public void Units_origins_and_the_order_of_rows_change_only_units()
    {
        var (y, x, g, _) = Drawn(25, 9, 6, between: 0.6);
        var n = y.Length;
        var (otherY, otherX, otherG) = (new double[n], new double[n, 2], new int[n]);
        for (var i = 0; i < n; i++)
        {
            otherY[n - 1 - i] = 500 + 100 * y[i];
            (otherX[n - 1 - i, 0], otherX[n - 1 - i, 1]) = (2000 + 3 * x[i, 0], x[i, 1]);
            otherG[n - 1 - i] = 5 * g[i] + 2;
        }

        var one = MixedModel.Fit(y, x, g);
        var other = MixedModel.Fit(otherY, otherX, otherG);
        Oracle.NearRelative(1e4 * one.InterceptVariance.Value, other.InterceptVariance.Value, 1e-6);
        Oracle.NearRelative(100.0 / 3 * one.Fixed[1].Value, other.Fixed[1].Value, 1e-7);
        Oracle.Near(100 * one.Groups[7].Intercept.Value, other.Groups[7].Intercept.Value, 1e-4);
        Assert.Equal(37, other.Groups[7].Group);

        var sloped = MixedModel.Fit(y, x, g, Oracle.Column(x, 0));
        var shifted = MixedModel.Fit(otherY, otherX, otherG, Oracle.Column(otherX, 0));
        Oracle.Near(sloped.Criterion.Value, shifted.Criterion.Value - 2 * Math.Log(100) * (n - 3) - 2 * Math.Log(3), 1e-6);
    }

    [Fact]
    public void The_probability_of_lying_below_a_cut_follows_from_effect_and_doubt()
    {
        var group = new GroupEffect(0, 10, Estimate.Of(-0.5, 0.5), Estimate.Absent(Absence.NotComputed));
        Assert.Equal(0.8413447460685429, group.ProbabilityBelow(0).Value, 1e-12);
        Assert.Equal(Absence.NotComputed, group.ProbabilitySlopeBelow(0).Absence);
        Assert.Equal(Absence.NotFinite, group.ProbabilityBelow(double.NaN).Absence);
    }

    [Fact]
    public void Missing_rows_are_left_out()
    {
        var (y, x, g, _) = Drawn(12, 8, 7, between: 0.5);
        (y[0], x[9, 0], g[20]) = (double.NaN, double.NaN, -1);
        Assert.Equal(y.Length - 3, MixedModel.Fit(y, x, g).Rows);
    }

    private static (double[] Y, double[,] X, int[] Groups, double[] Truth) Drawn(int groups, int size, Seed seed, double between)
    {
        var dice = seed.Dice();
        var (y, x, g, truth) = (new double[groups * size], new double[groups * size, 2], new int[groups * size], new double[groups]);
        for (var j = 0; j < groups; j++)
        {
            truth[j] = between * dice.NextNormal();
            for (var i = j * size; i < (j + 1) * size; i++)
            {
                (g[i], x[i, 0], x[i, 1]) = (j, dice.NextNormal(), dice.NextNormal());
                y[i] = 2 + x[i, 0] - 0.5 * x[i, 1] + truth[j] + dice.NextNormal();
            }
        }

        return (y, x, g, truth);
    }
}
