using Stupeni.Statistics;
using static Stupeni.Statistics.Oracle;

namespace Stupeni.Analysis;

public sealed class FactorCommandTests : IDisposable
{
    private static readonly (string Key, string[] Options)[] Rotations =
    [
        ("varimaxKaiser", ["--rotate", "varimax"]), ("varimaxRaw", ["--rotate", "varimax", "--kaiser", "false"]),
        ("promax4", ["--rotate", "promax"]), ("promax3", ["--rotate", "promax", "--power", "3"]),
        ("oblimin", ["--rotate", "oblimin"]), ("obliminKaiser", ["--rotate", "oblimin", "--kaiser", "true"]),
    ];

    private readonly Cli cli = new();

    public static TheoryData<string, string> Cases() =>
        [.. from name in new[] { "ability_cov", "bfi_complete", "harman74_cor", "holzinger_swineford", "region-teachers" } from method in new[] { "minres", "ml" } select (name, method)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_matrix_is_factored_as_the_reference_says(string name, string method)
    {
        var c = Oracle.Json($"fa-{name}.json");
        var tight = c.GetProperty(method);
        var file = cli.Matrix(c.GetProperty("correlation"));
        string[] options = ["stats", "factor", file, "--correlations", "--n", $"{c.Number("n")}", "--factors", $"{c.Number("factors")}", "--method", method];
        var plain = await cli.Json(options);

        Assert.Equal(c.Number("n"), plain.Value("n"));
        Near(c.GetProperty("correlation").Matrix(), plain.At("correlation").Matrix(), 1e-10);
        Near(c.Numbers("eigenvalues"), plain.Numbers("eigenvalues"), 1e-10);
        Near(c.GetProperty("kmo").Number("overall"), plain.Value("kmo.overall"), 1e-10);
        Near(c.GetProperty("kmo").Values("perItem"), plain.At("kmo.items").Numbers(), 1e-10);
        NearRelative(c.GetProperty("bartlett").Number("chisq"), plain.Value("bartlett.chiSquare"), 1e-9);
        NearRelative(c.GetProperty("bartlett").Number("logp"), plain.Value("bartlett.logP"), 1e-8);
        NearRelative(tight.Number("criterion"), plain.Value("criterion"), 1e-8);
        Near(tight.Values("uniquenesses"), plain.Numbers("uniquenesses"), 1e-6);
        Near(tight.Matrix("unrotated"), plain.Matrix("loadings"), 1e-6);
        Assert.True(plain.GetProperty("converged").GetBoolean());
        Assert.Empty(plain.At("heywood").EnumerateArray());
        Fit(tight.GetProperty("fit"), plain.GetProperty("fit"));

        foreach (var (key, rotation) in Rotations)
        {
            if (!tight.TryGetProperty(key, out var expected)) continue;

            var rotated = await cli.Json([.. options, .. rotation]);
            Near(expected.Matrix("loadings"), rotated.Matrix("loadings"), 1e-5);
            if (expected.TryGetProperty("phi", out var phi)) Near(phi.Matrix(), rotated.Matrix("factorCorrelations"), 1e-5);
            if (expected.TryGetProperty("structure", out var structure)) Near(structure.Matrix(), rotated.Matrix("structure"), 1e-5);
            if (expected.TryGetProperty("criterion", out var criterion)) Near(criterion.Number(), rotated.Value("rotationCriterion"), 1e-8);
        }
    }

    [Theory]
    [InlineData("bfi.csv", "bfi_complete")]
    [InlineData("holzinger_swineford.csv", "holzinger_swineford")]
    [InlineData("region-small/questionnaire_teachers.csv", "region-teachers")]
    public async Task Answers_give_the_same_factors_and_scores(string file, string name)
    {
        var c = Oracle.Json($"fa-{name}.json");
        var columns = string.Join(',', c.GetProperty("correlation").GetProperty("rows").Words());
        foreach (var (key, rotation) in new[] { ("varimaxKaiser", "varimax"), ("oblimin", "oblimin") })
        {
            foreach (var kind in new[] { "regression", "bartlett" })
            {
                var found = await cli.Json("stats", "factor", PathOf(file), "--columns", columns, "--factors", $"{c.Number("factors")}", "--rotate", rotation, "--scores", kind);
                var expected = c.GetProperty("minres").GetProperty("scores").GetProperty(key);
                Assert.Equal(c.Number("n"), found.Value("n"));
                Near(c.GetProperty("minres").GetProperty(key).Matrix("loadings"), found.Matrix("loadings"), 1e-5);
                var scores = found.Matrix("scores");
                Assert.Equal(c.Number("n"), scores.GetLength(0));
                Assert.Equal(c.Number("n"), found.Numbers("rows").Length);
                var first = expected.Matrix($"{kind}_first20");
                for (var k = 0; k < first.GetLength(1); k++)
                {
                    Near(Column(first, k), [.. Column(scores, k).Take(20)], 1e-4);
                    NearRelative(expected.Numbers($"{kind}_checksum_sumsq")[k], Column(scores, k).Sum(x => x * x), 1e-5);
                }
            }
        }
    }

    [Theory]
    [InlineData("ability_cov.csv", "ability_cov")]
    [InlineData("harman74_cor.csv", "harman74_cor")]
    public async Task The_public_matrices_are_read_with_their_names(string file, string name)
    {
        var c = Oracle.Json($"fa-{name}.json");
        var found = await cli.Json("stats", "factor", PathOf(file), "--correlations", "--n", $"{c.Number("n")}", "--factors", $"{c.Number("factors")}", "--method", "paf");
        Assert.Equal(c.GetProperty("correlation").GetProperty("rows").Words(), found.At("columns").Words());
        Near(c.GetProperty("pa_converged").Matrix("loadings"), found.Matrix("loadings"), 1e-6);
    }

    [Fact]
    public async Task Pairwise_correlations_agree_with_R()
    {
        var c = Oracle.Json("cor-bfi_pairwise.json");
        var columns = string.Join(',', c.GetProperty("correlation").GetProperty("rows").Words());
        var found = await cli.Json("stats", "factor", PathOf("bfi.csv"), "--columns", columns, "--correlation", "pairwise", "--factors", "5");
        Near(c.GetProperty("correlation").Matrix(), found.Matrix("correlation"), 1e-10);
        Near(c.Numbers("eigen"), found.Numbers("eigenvalues"), 1e-10);
        Near(c.Number("kmo"), found.Value("kmo.overall"), 1e-10);
    }

    [Fact]
    public async Task Parallel_analysis_chooses_the_number_of_factors_and_a_seed_repeats_it()
    {
        string[] options = ["stats", "factor", PathOf("holzinger_swineford.csv"), "--columns", "x1,x2,x3,x4,x5,x6,x7,x8,x9", "--factors", "parallel", "--iterations", "200"];
        var (first, again, other) = (await cli.Run([.. options, "--json"]), await cli.Run([.. options, "--json"]), await cli.Run([.. options, "--json", "--seed", "2"]));
        Assert.Equal(first.Output, again.Output);
        Assert.NotEqual(first.Output, other.Output);
        var found = await cli.Json(options);
        Assert.Equal((3, 3), ((int)found.Value("parallel.suggested"), (int)found.Value("factors")));
    }

    [Theory]
    [InlineData("parallel-145x24")]
    [InlineData("parallel-2800x25")]
    [InlineData("parallel-301x9")]
    public async Task Random_eigenvalues_lie_where_the_reference_has_them(string name)
    {
        var c = Oracle.Json($"{name}.json");
        const int Iterations = 20_000;
        var found = await cli.Json("stats", "parallel", "--n", $"{c.Number("n")}", "--p", $"{c.Number("p")}", "--iterations", $"{Iterations}");
        var (se, sd, q95) = (c.Numbers("se"), c.Numbers("sd"), c.Numbers("q95_se"));
        for (var k = 0; k < se.Length; k++)
        {
            Near(c.Numbers("mean")[k], found.Numbers("mean")[k], 4 * Math.Sqrt(se[k] * se[k] + sd[k] * sd[k] / Iterations));
            Near(c.Numbers("q95")[k], found.Numbers("p95")[k], 4 * q95[k] * Math.Sqrt(1 + c.Number("reps") / Iterations));
        }

        Assert.Equal(se.Length, found.Numbers("p99").Length);
        Assert.Equal(se.Length, found.Numbers("sd").Length);
    }

    public void Dispose() => cli.Dispose();

    private static void Fit(System.Text.Json.JsonElement expected, System.Text.Json.JsonElement found)
    {
        NearRelative(expected.Number("chisqBartlett"), found.Number("chiSquare"), 1e-6);
        NearRelative(expected.Number("chisqNMinus1"), found.Number("plainChiSquare"), 1e-6);
        Assert.Equal(expected.Number("dof"), found.Number("df"));
        NearRelative(Math.Log(expected.Number("pBartlett")), found.Number("logP"), 1e-6);
        foreach (var (theirs, ours) in new[] { ("RMSEA_psych", "rmsea"), ("RMSEA_standard", "plainRmsea"), ("TLI_bartlett", "tli"), ("TLI_psych_objective", "objectiveTli"), ("CFI", "cfi"), ("rmsr", "rmsr"), ("objective", "objective") })
            Near(expected.Number(theirs), found.Number(ours), 1e-6);
        NearRelative(expected.Number("BIC_psych"), found.Number("bic"), 1e-6);
        Assert.InRange(found.Number("rmsea"), found.Number("rmseaLower"), found.Number("rmseaUpper"));
    }
}
