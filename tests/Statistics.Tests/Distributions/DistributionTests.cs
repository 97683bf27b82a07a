using System.Text.Json;
using static Stupeni.Statistics.Oracle;

namespace Stupeni.Statistics.Distributions;

public class DistributionTests
{
    private readonly JsonElement reference = Json("tests.json").GetProperty("distributions");

    [Fact]
    public void The_normal_distribution_agrees_with_R_far_into_both_tails()
    {
        foreach (var c in reference.GetProperty("pnorm").EnumerateArray())
        {
            var q = c.Number("q");
            Near(c.Number("p"), Normal.Lower(q), 1e-300 + 1e-12 * c.Number("p"));
            NearRelative(c.Number("upper"), Normal.Upper(q), 1e-12);
            NearRelative(c.Number("log"), Normal.LogUpper(-q), 1e-12);
        }

        foreach (var c in reference.GetProperty("qnorm").EnumerateArray())
        {
            Near(c.Number("q"), Normal.Quantile(c.Number("p")), 1e-12);
        }
    }

    [Fact]
    public void Students_t_agrees_with_R()
    {
        foreach (var c in reference.GetProperty("pt").EnumerateArray())
        {
            NearRelative(c.Number("p"), StudentT.Lower(c.Number("t"), c.Number("df")), 1e-12);
            NearRelative(c.Number("upper"), StudentT.Upper(c.Number("t"), c.Number("df")), 1e-12);
        }

        foreach (var c in reference.GetProperty("qt").EnumerateArray())
        {
            NearRelative(c.Number("q"), StudentT.Quantile(c.Number("p"), c.Number("df")), 1e-12);
        }
    }

    [Fact]
    public void Chi_square_agrees_with_R_and_its_log_survives_underflow()
    {
        foreach (var c in reference.GetProperty("pchisq").EnumerateArray())
        {
            double x = c.Number("x"), df = c.Number("df");
            NearRelative(c.Number("p"), ChiSquare.Lower(x, df), 1e-12);
            NearRelative(c.Number("upper"), ChiSquare.Upper(x, df), 1e-11);
            NearRelative(c.Number("logUpper"), ChiSquare.LogUpper(x, df), 1e-12);
        }

        Near(-8315.17948481857, ChiSquare.LogUpper(18146.065577235, 300), 1e-8);
        foreach (var c in reference.GetProperty("ncchisq").EnumerateArray())
        {
            NearRelative(c.Number("p"), ChiSquare.NoncentralLower(c.Number("x"), c.Number("df"), c.Number("ncp")), 1e-12);
        }
    }

    [Fact]
    public void F_and_beta_agree_with_R()
    {
        foreach (var c in reference.GetProperty("pf").EnumerateArray())
        {
            NearRelative(c.Number("upper"), FisherF.Upper(c.Number("F"), c.Number("d1"), c.Number("d2")), 1e-12);
        }

        foreach (var c in reference.GetProperty("qbeta").EnumerateArray())
        {
            var p = c.Number("p");
            NearRelative(c.Number("q"), IncompleteBeta.Quantile(p, 1 - p, c.Number("a"), c.Number("b")), 1e-12);
        }
    }

    [Theory]
    [InlineData(0.0, 0.0, 0.5)]
    [InlineData(0.0, 0.0, -0.99)]
    [InlineData(0.0, 0.0, 0.999999)]
    [InlineData(0.0, 0.0, 0.2)]
    public void The_quadrant_probability_of_two_normals_is_the_arcsine_formula(double h, double k, double r) =>
        Near(0.25 + Math.Asin(r) / (2 * Math.PI), BivariateNormal.Lower(h, k, r), 1e-15);

    [Fact]
    public void Two_normals_by_cells_agree_with_integration_of_the_conditional_one()
    {
        var (nodes, weights) = StudentT.Legendre(64);
        foreach (var r in new[] { -0.97, -0.8, -0.5, -0.1, 0.05, 0.29, 0.4, 0.74, 0.9, 0.93, 0.98 })
        {
            foreach (var h in new[] { -2.5, -0.7, 0, 0.3, 1.9 })
            {
                foreach (var k in new[] { -2.0, -0.2, 0.8, 2.4 })
                {
                    var sum = 0.0;
                    for (var panel = 0; panel < 40; panel++)
                    {
                        var low = -9 + (h + 9) * panel / 40;
                        var half = (h + 9) / 80;
                        for (var i = 0; i < nodes.Length; i++)
                        {
                            var x = low + half * (1 + nodes[i]);
                            sum += half * weights[i] * Normal.Density(x) * Normal.Lower((k - r * x) / Math.Sqrt(1 - r * r));
                        }
                    }

                    Near(sum, BivariateNormal.Lower(h, k, r), 2e-14);
                }
            }
        }
    }

    [Theory]
    [InlineData(0.7, 5, 0)]
    [InlineData(2.5, 59, 0)]
    public void Without_noncentrality_the_noncentral_t_is_the_central_one(double t, double df, double delta) =>
        Near(StudentT.Lower(t, df), StudentT.NoncentralLower(t, df, delta), 1e-13);

    [Fact]
    public void A_noncentrality_is_found_again_from_its_own_probability()
    {
        foreach (var (t, df) in new[] { (-0.64, 59.0), (12.0, 8.0), (80.0, 2000.0), (3.0, 1.0), (200.0, 30.0) })
        {
            foreach (var p in new[] { 0.025, 0.5, 0.975 })
            {
                var delta = StudentT.NoncentralityAt(t, df, p);
                Near(p, StudentT.NoncentralLower(t, df, delta), 1e-10);
            }
        }
    }
}
