using Stupeni.Statistics;
using static Stupeni.Statistics.Oracle;

namespace Stupeni.Analysis;

public sealed class ItemCommandTests : IDisposable
{
    private readonly Cli cli = new();

    [Theory]
    [InlineData("agree")]
    [InlineData("con")]
    [InlineData("ext")]
    [InlineData("neu")]
    [InlineData("ope")]
    public async Task Scales_of_the_big_five_are_as_reliable_as_psych_says(string scale)
    {
        var c = Oracle.Json("alpha-bfi-scales.json").GetProperty(scale);
        var items = c.GetProperty("items").Words();
        var reversed = string.Join(',', items.Where(i => i.StartsWith('-')).Select(i => i.TrimStart('-')));
        var found = await cli.Json(["stats", "alpha", PathOf("bfi.csv"), "--columns", string.Join(',', items.Select(i => i.TrimStart('-'))), .. reversed.Length > 0 ? new[] { "--reverse", reversed } : []]);

        var expected = c.GetProperty("pairwise");
        Assert.Equal(expected.Number("n"), found.Number("n"));
        Near([expected.Number("rawAlpha"), expected.Number("stdAlpha"), expected.Number("averageR")], [found.Number("alpha"), found.Number("standardizedAlpha"), found.Number("averageCorrelation")], 1e-10);
        Near([expected.GetProperty("feldt").Number("lower.ci"), expected.GetProperty("feldt").Number("upper.ci")], [found.Number("alphaLower"), found.Number("alphaUpper")], 1e-10);
        var stats = expected.GetProperty("itemStats").EnumerateObject().Select(p => p.Value).ToList();
        Near([.. stats.Select(s => s.Number("mean"))], found.At("items").Column("mean"), 1e-10);
        Near([.. stats.Select(s => s.Number("sd"))], found.At("items").Column("sd"), 1e-10);
        Near([.. stats.Select(s => s.Number("r.drop"))], found.At("items").Column("itemRestCorrelation"), 1e-10);
        Near(expected.Values("alphaDrop"), found.At("items").Column("alphaIfDropped"), 1e-10);
    }

    [Fact]
    public async Task Omega_of_complete_answers_agrees_with_psych()
    {
        var complete = cli.Changed("bfi.csv", lines => [lines[0], .. lines.Skip(1).Where(l => !l.Split(',').Skip(1).Take(5).Contains(""))]);
        var found = await cli.Json("stats", "alpha", complete, "--columns", "A1,A2,A3,A4,A5", "--reverse", "A1");
        var c = Oracle.Json("alpha-bfi-scales.json").GetProperty("agree");
        Near(c.GetProperty("complete").Number("rawAlpha"), found.Number("alpha"), 1e-10);
        Near(c.GetProperty("omega").Number("omegaTotal1f_standardised"), found.Number("omegaTotal"), 1e-5);
    }

    [Fact]
    public async Task Every_test_of_the_invented_region_has_its_item_statistics()
    {
        var maxima = File.ReadLines(PathOf("region-small/items.csv")).Skip(1).Select(l => l.Split(',')).GroupBy(l => l[0]).ToDictionary(g => g.Key, g => string.Join(',', g.Select(l => l[2])));
        foreach (var c in Oracle.Json("region-ctt.json").EnumerateArray())
        {
            var file = $"region-small/wide/{c.Text("form")}.csv";
            var found = await cli.Json("stats", "items", PathOf(file), "--columns", string.Join(',', Header(file).Where(h => h.StartsWith("item_", StringComparison.Ordinal))), "--max", maxima[c.Text("form")]);
            Near([c.Number("alpha"), c.Number("mean"), c.Number("sd") * c.Number("sd"), c.Number("sem")], [found.Number("alpha"), found.Number("mean"), found.Number("variance"), found.Number("sem")], 1e-9);
            foreach (var (theirs, ours) in new[] { ("difficulty", "difficulty"), ("itemTotal", "itemTotalCorrelation"), ("itemRest", "itemRestCorrelation"), ("alphaIfDropped", "alphaIfDropped") })
                Near(c.Numbers(theirs), found.At("items").Column(ours), 1e-10);
            Assert.All(found.At("items").Column("discrimination27"), d => Assert.InRange(d, -1, 1));
        }
    }

    [Theory]
    [InlineData("lsat6")]
    [InlineData("mathexam14w")]
    [InlineData("raschdat1")]
    public async Task Models_of_answers_agree_with_mirt_and_eRm(string name)
    {
        var c = Oracle.Json($"irt-{name}.json");
        string[] options = ["stats", "irt", PathOf($"{name}.csv"), "--columns", string.Join(',', c.GetProperty("names").Words())];

        var (rasch, expected) = (await cli.Json([.. options, "--model", "rasch"]), c.GetProperty("rasch_MML_mirt"));
        Near(expected.Numbers("d"), rasch.At("items").Column("d"), 1e-4);
        Near(expected.Numbers("difficulty"), rasch.At("items").Column("difficulty"), 1e-4);
        Near(expected.Numbers("se"), rasch.At("items").Column("seD"), 1e-4);
        Near([expected.Number("variance"), expected.Number("logLik"), expected.Number("empiricalReliabilityEAP")], [rasch.Number("variance"), rasch.Number("logLik"), rasch.Number("reliability")], 1e-4);
        Persons(expected, rasch, (int)c.Number("n"));

        var (birnbaum, two) = (await cli.Json([.. options, "--model", "2pl"]), c.GetProperty("twoPL_mirt"));
        Near(two.Numbers("a"), birnbaum.At("items").Column("a"), 1e-4);
        Near(two.Numbers("d"), birnbaum.At("items").Column("d"), 1e-4);
        Near(two.Numbers("se_a"), birnbaum.At("items").Column("seA"), 1e-4);
        Near(two.Numbers("se_d"), birnbaum.At("items").Column("seD"), 1e-4);
        Near([two.Number("logLik"), two.Number("AIC"), two.Number("BIC")], [birnbaum.Number("logLik"), birnbaum.Number("aic"), birnbaum.Number("bic")], 1e-4);
        Persons(two, birnbaum, (int)c.Number("n"));

        var (conditional, tight) = (await cli.Json([.. options, "--model", "rasch-cml"]), c.GetProperty("rasch_CML_tight"));
        Near(tight.Numbers("difficultySumZero"), conditional.At("items").Column("difficulty"), 1e-7);
        Near(tight.Numbers("se_sumZero"), conditional.At("items").Column("seD"), 1e-7);
        Near(tight.Number("conditionalLogLik"), conditional.Number("logLik"), 1e-7);
        Assert.True(conditional.GetProperty("converged").GetBoolean());
    }

    public void Dispose() => cli.Dispose();

    private static void Persons(System.Text.Json.JsonElement expected, System.Text.Json.JsonElement found, int n)
    {
        var (first, eap) = (expected.GetProperty("EAP").Matrix("first"), found.At("persons").Column("eap"));
        Assert.Equal(n, eap.Length);
        Near(Column(first, 0), [.. eap.Take(20)], 1e-4);
        Near(Column(first, 1), [.. found.At("persons").Column("se").Take(20)], 1e-4);
        NearRelative(expected.GetProperty("EAP").Number("sumsq"), eap.Sum(x => x * x), 1e-4);
    }
}
