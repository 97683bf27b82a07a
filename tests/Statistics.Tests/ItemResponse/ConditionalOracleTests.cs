namespace Stupeni.Statistics.ItemResponse;

public class ConditionalOracleTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("lsat6")]
    [InlineData("mathexam14w")]
    [InlineData("raschdat1")]
    public void Conditional_difficulties_agree_with_the_exact_optimum(string name)
    {
        var oracle = Oracle.Json($"irt-{name}.json");
        var tight = oracle.GetProperty("rasch_CML_tight");
        var package = oracle.GetProperty("rasch_CML_eRm");
        var fit = Conditional.Fit(Tables.Public(name));

        double[] difficulties = [.. fit.Items.Select(i => i.Difficulty.Value)];
        double[] errors = [.. fit.Items.Select(i => i.Difficulty.StandardError)];
        output.WriteLine($"{name}: {difficulties.Zip(tight.Numbers("difficultySumZero"), (a, b) => Math.Abs(a - b)).Max():E1} {errors.Zip(tight.Numbers("se_sumZero"), (a, b) => Math.Abs(a - b)).Max():E1} {fit.Stopping}");
        Assert.True(fit.Stopping.Converged);
        Oracle.Near(tight.Numbers("difficultySumZero"), difficulties, 1e-9);
        Oracle.Near(tight.Numbers("se_sumZero"), errors, 1e-9);
        Oracle.Near(tight.Number("conditionalLogLik"), fit.LogLikelihood.Value, 1e-8);
        Oracle.Near(package.Numbers("difficulty"), difficulties, 1e-4);
        Assert.Equal(tight.Number("nUsed"), fit.PersonsUsed);
        Oracle.Near(0, difficulties.Sum(), 1e-10);
    }
}
