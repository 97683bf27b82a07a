using System.Text.Json;

namespace Stupeni.Statistics.ItemResponse;

public class MarginalOracleTests(ITestOutputHelper output)
{
    private double worst;

    [Theory]
    [InlineData("lsat6")]
    [InlineData("mathexam14w")]
    [InlineData("raschdat1")]
    public void Rasch_by_marginal_likelihood_agrees_with_mirt(string name)
    {
        var reference = Oracle.Json($"irt-{name}.json").GetProperty("rasch_MML_mirt");
        var fit = Marginal.Fit(Tables.Public(name), Model.Rasch);
        Assert.True(fit.Stopping.Converged);
        Near(reference.Numbers("d"), fit.Items.Select(i => i.Intercepts[0].Value), 1e-4);
        Near(reference.Numbers("difficulty"), fit.Items.Select(i => i.Difficulty.Value), 1e-4);
        Near(reference.Numbers("se"), fit.Items.Select(i => i.Intercepts[0].StandardError), 1e-4);
        Near([reference.Number("variance"), reference.Number("varianceSE")], [fit.Variance.Value, fit.Variance.StandardError], 1e-4);
        Near([reference.Number("logLik")], [fit.LogLikelihood.Value], 1e-4);
        Abilities(reference, fit);
        Near([reference.Number("empiricalReliabilityEAP")], [fit.Reliability.Value], 1e-4);
        output.WriteLine($"{name}: worst {worst:E1}, {fit.Stopping}");
    }

    [Theory]
    [InlineData("lsat6")]
    [InlineData("mathexam14w")]
    [InlineData("raschdat1")]
    public void Two_parameters_by_marginal_likelihood_agree_with_mirt(string name)
    {
        var reference = Oracle.Json($"irt-{name}.json").GetProperty("twoPL_mirt");
        var fit = Marginal.Fit(Tables.Public(name), Model.TwoParameter);
        Assert.True(fit.Stopping.Converged);
        Near(reference.Numbers("a"), fit.Items.Select(i => i.Slope.Value), 1e-4);
        Near(reference.Numbers("d"), fit.Items.Select(i => i.Intercepts[0].Value), 1e-4);
        Near(reference.Numbers("b"), fit.Items.Select(i => i.Difficulty.Value), 1e-3);
        Near([reference.Number("logLik"), reference.Number("AIC"), reference.Number("BIC")], [fit.LogLikelihood.Value, fit.Aic.Value, fit.Bic.Value], 1e-4);
        Abilities(reference, fit);
        Near(reference.Numbers("se_a"), fit.Items.Select(i => i.Slope.StandardError), 1e-4);
        Near(reference.Numbers("se_d"), fit.Items.Select(i => i.Intercepts[0].StandardError), 1e-4);
        output.WriteLine($"{name}: worst {worst:E1}, {fit.Stopping}");
    }

    private void Abilities(JsonElement reference, Calibration fit)
    {
        var eap = reference.GetProperty("EAP");
        var first = eap.Matrix("first");
        Near(Oracle.Column(first, 0), fit.Abilities.Take(20).Select(a => a.Value), 1e-4);
        Near(Oracle.Column(first, 1), fit.Abilities.Take(20).Select(a => a.StandardError), 1e-4);
        Oracle.Near(eap.Number("mean"), fit.Abilities.Average(a => a.Value), 1e-4);
        Oracle.NearRelative(eap.Number("sumsq"), fit.Abilities.Sum(a => a.Value * a.Value), 1e-4);
    }

    private void Near(double[] expected, IEnumerable<double> actual, double tolerance)
    {
        double[] found = [.. actual];
        var off = expected.Zip(found, (e, a) => Math.Abs(e - a)).Max();
        output.WriteLine($"{off:E2}");
        worst = Math.Max(worst, off);
        Oracle.Near(expected, found, tolerance);
    }
}
