using System.Text.Json;
using static Stupeni.Statistics.Oracle;

namespace Stupeni.Statistics.Factors;

/// <summary>Every number of the five reference analyses, from the correlation matrix of the file.</summary>
public class FactorOracleTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var name in (string[])["ability_cov", "bfi_complete", "harman74_cor", "holzinger_swineford", "region-teachers"])
        {
            cases.Add(name, "minres");
            cases.Add(name, "ml");
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Adequacy_and_eigenvalues_agree(string name, string method)
    {
        var c = Json($"fa-{name}.json");
        var solution = Solve(c, method, Rotation.None);
        Near(c.Numbers("eigenvalues"), solution.Eigenvalues, 1e-10);
        Near(c.GetProperty("kmo").Number("overall"), solution.Adequacy.Kmo.Value, 1e-10);
        Near(c.GetProperty("kmo").Values("perItem"), [.. solution.Adequacy.KmoByVariable.Select(k => k.Value)], 1e-10);
        Near(c.Values("smc"), [.. solution.Adequacy.SquaredMultipleCorrelations.Select(k => k.Value)], 1e-10);
        NearRelative(c.GetProperty("bartlett").Number("chisq"), solution.Adequacy.Bartlett.Statistic, 1e-10);
        Assert.Equal(c.GetProperty("bartlett").Number("df"), solution.Adequacy.Bartlett.DegreesOfFreedom);
        NearRelative(c.GetProperty("bartlett").Number("logp"), solution.Adequacy.Bartlett.LogP, 1e-10);
        NearRelative(Math.Log(c.Number("determinant")), solution.Adequacy.LogDeterminant.Value, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Extraction_agrees_with_the_tight_optimum(string name, string method)
    {
        var c = Json($"fa-{name}.json");
        var tight = c.GetProperty(method);
        var extracted = Solve(c, method, Rotation.None).Extraction;
        Assert.True(extracted.Stopping.Converged);
        Assert.Empty(extracted.Heywood);
        NearRelative(tight.Number("criterion"), extracted.Criterion, 1e-10);
        Near(tight.Values("uniquenesses"), extracted.Uniquenesses, 1e-8);
        Near(tight.Matrix("unrotated"), extracted.Loadings, 1e-7);
        Near(tight.Numbers("ssLoadings"), Alignment.Strength(extracted.Loadings, null), 1e-7);
    }

    [Theory]
    [InlineData("ability_cov")]
    [InlineData("bfi_complete")]
    [InlineData("harman74_cor")]
    [InlineData("holzinger_swineford")]
    [InlineData("region-teachers")]
    public void Principal_axis_agrees_with_its_converged_iteration(string name)
    {
        var c = Json($"fa-{name}.json");
        var extracted = Solve(c, "pa", Rotation.None).Extraction;
        Near(c.GetProperty("pa_converged").Matrix("loadings"), extracted.Loadings, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Fit_agrees_formula_by_formula(string name, string method)
    {
        var c = Json($"fa-{name}.json");
        var fit = c.GetProperty(method).GetProperty("fit");
        var actual = Solve(c, method, Rotation.None).Fit!;
        Near(fit.Number("objective"), actual.Objective.Value, 1e-9);
        Near(fit.Number("nullObjective"), actual.NullObjective.Value, 1e-10);
        Assert.Equal(fit.Number("dof"), actual.DegreesOfFreedom);
        Assert.Equal(fit.Number("nullDof"), actual.NullDegreesOfFreedom);
        NearRelative(fit.Number("chisqBartlett"), actual.ChiSquare.Statistic, 1e-9);
        NearRelative(fit.Number("pBartlett"), actual.ChiSquare.P, 1e-6);
        NearRelative(fit.Number("chisqNMinus1"), actual.PlainChiSquare.Statistic, 1e-9);
        NearRelative(fit.Number("nullChisqBartlett"), actual.NullChiSquare.Statistic, 1e-10);
        NearRelative(fit.Number("nullChisqNMinus1"), actual.PlainNullChiSquare.Statistic, 1e-10);
        Near(fit.Number("TLI_bartlett"), actual.Tli.Value, 1e-9);
        Near(fit.Number("TLI_psych_objective"), actual.ObjectiveTli.Value, 1e-9);
        Near(fit.Number("RMSEA_psych"), actual.Rmsea.Value, 1e-9);
        Near(fit.Number("RMSEA_standard"), actual.PlainRmsea.Value, 1e-9);
        Near(fit.Number("CFI"), actual.Cfi.Value, 1e-9);
        Near(fit.Number("rmsr"), actual.Rmsr.Value, 1e-9);
        Near(fit.Number("BIC_psych"), actual.Bic.Value, 1e-6);
        var psych = c.GetProperty($"psych_{method}").Numbers("RMSEA");
        Near(psych[1], actual.RmseaInterval.Lower, 2e-5);
        Near(psych[2], actual.RmseaInterval.Upper, 2e-5);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Rotations_agree_with_the_tight_optimum(string name, string method)
    {
        var c = Json($"fa-{name}.json");
        var tight = c.GetProperty(method);
        foreach (var (key, rotation, kaiser, power) in ((string, Rotation, bool?, double)[])[
            ("varimaxKaiser", Rotation.Varimax, null, 0), ("varimaxRaw", Rotation.Varimax, false, 0),
            ("promax4", Rotation.Promax, null, 4), ("promax3", Rotation.Promax, true, 3),
            ("oblimin", Rotation.Oblimin, null, 0), ("obliminKaiser", Rotation.Oblimin, true, 0)])
        {
            if (!tight.TryGetProperty(key, out var expected))
            {
                continue;
            }

            var rotated = Solve(c, method, rotation, kaiser, power).Rotation;
            Assert.True(rotated.Stopping.Converged, $"{key} {rotated.Stopping}");
            Near(expected.Matrix("loadings"), rotated.Loadings, 2e-7);
            if (expected.TryGetProperty("phi", out var phi))
            {
                Near(phi.Matrix(), rotated.FactorCorrelations, 2e-7);
            }

            if (expected.TryGetProperty("structure", out var structure))
            {
                Near(structure.Matrix(), rotated.Structure, 2e-7);
            }

            if (expected.TryGetProperty("criterion", out var criterion))
            {
                Near(criterion.Number(), rotated.Criterion, 1e-8);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Package_defaults_are_as_near_as_their_stopping_rules_allow(string name, string method)
    {
        var c = Json($"fa-{name}.json");
        Near(c.GetProperty($"psych_{method}").Matrix("loadings"), Solve(c, method, Rotation.None).Extraction.Loadings, 1e-4);
        var oblimin = c.GetProperty("psych_minres_oblimin");
        Near(oblimin.Matrix("loadings"), Solve(c, "minres", Rotation.Oblimin).Rotation.Loadings, 1e-4);
        Near(oblimin.Matrix("phi"), Solve(c, "minres", Rotation.Oblimin).Rotation.FactorCorrelations, 1e-4);
        Near(c.GetProperty("factanal").Matrix("loadings"), Solve(c, "ml", Rotation.None).Extraction.Loadings, 1e-4);
    }

    internal static FactorSolution Solve(JsonElement c, string method, Rotation rotation, bool? kaiser = null, double power = 4) =>
        FactorAnalysis.OfMatrix(c.Matrix("correlation"), (int)c.Number("n"), new FactorOptions
        {
            Factors = (int)c.Number("factors"),
            Extraction = method switch
            {
                "ml" => Extraction.MaximumLikelihood,
                "pa" => Extraction.PrincipalAxis,
                _ => Extraction.MinimumResiduals,
            },
            Rotation = rotation,
            Kaiser = kaiser,
            PromaxPower = power,
            ParallelReplications = 0,
        });
}
