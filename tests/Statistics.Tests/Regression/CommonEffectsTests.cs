namespace Stupeni.Statistics.Regression;

public class CommonEffectsTests
{
    [Fact]
    public void Two_measurements_of_four_groups_by_hand()
    {
        // Equal errors of 0.1 give equal weights: lasting = mean of the products, both = mean of the squares less 0.1.
        var fit = CommonEffects.Of([new(0, 1, 0.1), new(0, 0.8, 0.1), new(1, -0.9, 0.1), new(1, -0.5, 0.1), new(2, 0.2, 0.1), new(2, -0.3, 0.1), new(3, 0.1, 0.1), new(3, -0.4, 0.1)]);

        var lasting = (0.8 + 0.45 - 0.06 - 0.04) / 4;
        var passing = ((1 + 0.64 + 0.81 + 0.25 + 0.04 + 0.09 + 0.01 + 0.16) / 8) - 0.1 - lasting;
        Assert.Equal(lasting, fit.Lasting, 1e-12);
        Assert.Equal(Math.Max(0, passing), fit.Passing, 1e-12);
        var (precision, each) = ((1 / lasting) + (2 / (fit.Passing + 0.1)), 1 / (fit.Passing + 0.1));
        Assert.Equal(1.8 * each / precision, fit.Groups[0].Effect.Value, 1e-12);
        Assert.Equal(Math.Sqrt(1 / precision), fit.Groups[0].Effect.StandardError, 1e-12);
    }

    [Fact]
    public void Drawn_groups_give_back_both_variances_and_intervals_that_hold()
    {
        var dice = ((Seed)11).Dice();
        double lasting = 0, passing = 0, inside = 0;
        const int Rounds = 40, Groups = 200;
        for (var round = 0; round < Rounds; round++)
        {
            var (truth, deviations) = (new double[Groups], new List<Deviation>());
            for (var g = 0; g < Groups; g++)
            {
                truth[g] = 0.4 * dice.NextNormal();
                for (var k = 0; k < 2 + g % 5; k++)
                {
                    var error = 0.05 + 0.4 * dice.NextUniform();
                    deviations.Add(new(g, truth[g] + 0.2 * dice.NextNormal() + Math.Sqrt(error) * dice.NextNormal(), error));
                }
            }

            var fit = CommonEffects.Of(deviations);
            (lasting, passing) = (lasting + fit.Lasting / Rounds, passing + fit.Passing / Rounds);
            inside += fit.Groups.Count(g => Math.Abs(g.Effect.Value - truth[g.Group]) < 1.96 * g.Effect.StandardError);
        }

        Assert.InRange(lasting, 0.15, 0.17);
        Assert.InRange(passing, 0.03, 0.05);
        Assert.InRange(inside / (Rounds * Groups), 0.94, 0.96);
    }

    [Fact]
    public void One_measurement_each_cannot_tell_what_lasts_and_says_so()
    {
        var fit = CommonEffects.Of([new(0, 1, 0.1), new(1, -1, 0.1), new(2, 0.5, 0.1)]);

        Assert.True(!fit.IsSeparable && fit.Lasting > 0 && fit.Passing == 0 && double.IsNaN(fit.Stability));
        Assert.Equal(Absence.NotIdentified, CommonEffects.Of([new(0, 1, 0.1)]).Refusal.Why);
        Assert.Equal(Absence.OutOfDomain, CommonEffects.Of([new(0, 1, 0)]).Refusal.Why);
        Assert.Equal(Absence.NoVariation, CommonEffects.Of([new(0, 0.1, 1), new(0, -0.1, 1), new(1, 0.1, 1), new(1, -0.1, 1)]).Refusal.Why);
    }
}
