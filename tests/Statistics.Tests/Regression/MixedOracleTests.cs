using System.Text.Json;

namespace Stupeni.Statistics.Regression;

public class MixedOracleTests(ITestOutputHelper output)
{
    private const string London = "exam_london.csv";
    private const string Sleep = "sleepstudy.csv";

    [Fact]
    public void Schools_of_London_without_predictors_agree_with_lme4() => Check("exam_null", Columns.Matrix(), slope: []);

    [Fact]
    public void Value_added_of_the_schools_of_London_agrees_with_lme4() =>
        Check("exam_va", Columns.Matrix(Columns.Numbers(London, "standLRT"), Columns.Is(London, "sex", "M")), slope: []);

    [Fact]
    public void Slopes_of_the_schools_of_London_agree_with_lme4()
    {
        var intake = Columns.Numbers(London, "standLRT");
        Check("exam_slope", Columns.Matrix(intake, Columns.Numbers(London, "schavg"), Columns.Is(London, "sex", "M")), intake);
    }

    [Theory]
    [InlineData("sleepstudy_ri", false)]
    [InlineData("sleepstudy_ri_ML", false)]
    [InlineData("sleepstudy_rs", true)]
    public void Days_without_sleep_agree_with_lme4(string name, bool slope)
    {
        var days = Columns.Numbers(Sleep, "Days");
        Check(name, Columns.Matrix(days), slope ? days : []);
    }

    private void Check(string name, double[,] x, double[] slope)
    {
        var oracle = Oracle.Json($"mlm-{name}.json");
        var (file, outcome, group) = name.StartsWith("exam", StringComparison.Ordinal) ? (London, "normexam", "school") : (Sleep, "Reaction", "Subject");
        var effects = oracle.GetProperty("ranef").GetProperty(group);
        string[] levels = [.. effects.GetProperty("levels").EnumerateArray().Select(l => l.GetString()!)];
        var y = Columns.Numbers(file, outcome);
        x = x.GetLength(0) == 0 ? new double[y.Length, 0] : x;
        var fit = MixedModel.Fit(y, x, Columns.Codes(file, group, levels), slope, oracle.GetProperty("REML").GetBoolean());

        Assert.True(fit.Stopping.Converged);
        Assert.Equal(oracle.Number("n"), fit.Rows);
        var coefficients = oracle.GetProperty("fixed").EnumerateObject().ToArray();
        for (var j = 0; j < coefficients.Length; j++)
        {
            Oracle.Near(coefficients[j].Value.Number("est"), fit.Fixed[j].Value, 1e-6);
            Oracle.Near(coefficients[j].Value.Number("se"), fit.Fixed[j].StandardError, 1e-6 * Math.Max(1, coefficients[j].Value.Number("se")));
        }

        Oracle.Near(oracle.Number("criterion"), fit.Criterion.Value, 1e-6);
        var components = oracle.GetProperty("varcor").EnumerateArray().ToArray();
        Estimate[] found = slope.Length > 0
            ? [fit.InterceptVariance, fit.SlopeVariance, fit.Covariance, fit.ResidualVariance]
            : [fit.InterceptVariance, fit.ResidualVariance];
        for (var k = 0; k < found.Length; k++)
        {
            output.WriteLine($"{components[k].GetProperty("var1")} {components[k].GetProperty("var2")} {found[k]} off {Math.Abs(found[k].Value / components[k].Number("vcov") - 1):E1}");
            Oracle.NearRelative(components[k].Number("vcov"), found[k].Value, 1e-5);
        }

        Effects(effects, fit, slope.Length > 0);
        output.WriteLine($"{name} {fit.Stopping} criterion off {fit.Criterion.Value - oracle.Number("criterion"):E1}");
    }

    private void Effects(JsonElement oracle, MixedFit fit, bool slope)
    {
        var blup = oracle.Matrix("blup");
        var deviations = oracle.Matrix("condSD");
        if (deviations.GetLength(0) == 1)
        {
            var turned = new double[blup.GetLength(0), 1];
            for (var j = 0; j < blup.GetLength(0); j++)
            {
                turned[j, 0] = deviations[0, j];
            }

            deviations = turned;
        }

        var worst = 0.0;
        for (var j = 0; j < fit.Groups.Count; j++)
        {
            Assert.Equal(j, fit.Groups[j].Group);
            for (var e = 0; e < (slope ? 2 : 1); e++)
            {
                var effect = e == 0 ? fit.Groups[j].Intercept : fit.Groups[j].Slope;
                var tolerance = 1e-5 * Math.Max(1, Math.Abs(blup[j, e]));
                worst = Math.Max(worst, Math.Abs(effect.Value - blup[j, e]));
                Oracle.Near(blup[j, e], effect.Value, tolerance);
                Oracle.Near(deviations[j, e], effect.StandardError, 1e-5 * Math.Max(1, deviations[j, e]));
            }
        }

        output.WriteLine($"blup off {worst:E1}");
    }
}
