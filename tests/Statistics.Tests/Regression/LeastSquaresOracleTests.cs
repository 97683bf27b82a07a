using System.Text.Json;

namespace Stupeni.Statistics.Regression;

public class LeastSquaresOracleTests
{
    private static readonly string Schools = "caschools.csv";
    private static readonly string London = "exam_london.csv";

    [Fact]
    public void California_schools_agree_with_R()
    {
        var students = Columns.Numbers(Schools, "students");
        var teachers = Columns.Numbers(Schools, "teachers");
        double[] ratio = [.. students.Zip(teachers, (s, t) => s / t)];
        var x = Columns.Matrix(ratio, Columns.Numbers(Schools, "english"), Columns.Numbers(Schools, "lunch"), Columns.Numbers(Schools, "income"));
        Check(Oracle.Json("ols-caschools.json"), Columns.Numbers(Schools, "read"), x, []);
    }

    [Fact]
    public void London_pupils_agree_with_R_also_by_cluster()
    {
        var x = Columns.Matrix(Columns.Numbers(London, "standLRT"), Columns.Is(London, "sex", "M"), Columns.Numbers(London, "schavg"));
        int[] schools = [.. Columns.Numbers(London, "school").Select(s => (int)s)];
        Check(Oracle.Json("ols-exam_london.json"), Columns.Numbers(London, "normexam"), x, schools);
    }

    private static void Check(JsonElement oracle, double[] y, double[,] x, int[] clusters)
    {
        var fit = LeastSquares.Fit(y, x);
        Assert.False(fit.Refusal.IsRefused);
        Relative(oracle.Values("coef"), fit.Coefficients.Select(c => c.Estimate.Value));
        Relative(oracle.Values("se"), fit.Coefficients.Select(c => c.Estimate.StandardError));
        Relative(oracle.Values("t"), fit.Coefficients.Select(c => c.Test.Statistic));
        foreach (var (p, test) in oracle.Values("p").Zip(fit.Coefficients.Select(c => c.Test)))
        {
            // R prints denormal numbers with few digits, and p = 1 − … near 1e-16 with the rounding of its own t.
            Oracle.Near(p, test.P, Math.Max(p * 1e-8, 1e-300));
        }

        Relative([oracle.Number("r2"), oracle.Number("adjR2"), oracle.Number("sigma")], [fit.RSquared.Value, fit.AdjustedRSquared.Value, fit.Sigma.Value]);
        Relative([oracle.Number("logLik"), oracle.Number("AIC"), oracle.Number("BIC")], [fit.LogLikelihood.Value, fit.Aic.Value, fit.Bic.Value]);
        Relative(oracle.Numbers("F"), [fit.FTest.Statistic, fit.FTest.DegreesOfFreedom, fit.FTest.DenominatorDegreesOfFreedom]);
        Relative(oracle.Numbers("leverage10"), fit.Leverages.Take(10));

        var robust = oracle.GetProperty("robustSE");
        foreach (var (name, errors) in new[] { ("HC0", Errors.Hc0), ("HC1", Errors.Hc1), ("HC2", Errors.Hc2), ("HC3", Errors.Hc3), ("HC4", Errors.Hc4) })
        {
            Relative(robust.Values(name), LeastSquares.Fit(y, x, errors).Coefficients.Select(c => c.Estimate.StandardError));
        }

        if (clusters.Length > 0)
        {
            Relative(oracle.Values("clusterSE_CR0"), LeastSquares.Fit(y, x, Errors.Cr0, clusters).Coefficients.Select(c => c.Estimate.StandardError));
            Relative(oracle.Values("clusterSE_CR1stata"), LeastSquares.Fit(y, x, Errors.Cr1, clusters).Coefficients.Select(c => c.Estimate.StandardError));
        }
    }

    private static void Relative(double[] expected, IEnumerable<double> actual)
    {
        foreach (var (e, a) in expected.Zip(actual))
        {
            Oracle.NearRelative(e, a, 1e-9);
        }
    }
}
