using Stupeni.Statistics.Correlations;
using static Stupeni.Statistics.Oracle;

namespace Stupeni.Statistics.Reliability;

public class ScaleTests
{
    [Theory]
    [InlineData("agree")]
    [InlineData("con")]
    [InlineData("ext")]
    [InlineData("neu")]
    [InlineData("ope")]
    public void The_scales_of_the_big_five_agree_with_psych(string scale)
    {
        var c = Json("alpha-bfi-scales.json").GetProperty(scale);
        var items = c.GetProperty("items").EnumerateArray().Select(i => i.GetString()!).ToArray();
        var names = items.Select(i => i.TrimStart('-')).ToArray();
        var data = Oracle.Csv("bfi.csv", names.Contains);
        foreach (var (key, missing) in (IEnumerable<(string, Missing)>)[("pairwise", Missing.Pairwise), ("complete", Missing.Complete)])
        {
            var expected = c.GetProperty(key);
            var scaleOf = ScaleAnalysis.Of(data, new ScaleOptions
            {
                Missing = missing,
                Reversed = [.. Enumerable.Range(0, items.Length).Where(i => items[i].StartsWith('-'))],
                Scale = (1, 6),
            });
            Assert.Equal(expected.Number("n"), scaleOf.Persons);
            Assert.Equal(expected.Number("complete"), scaleOf.CompletePersons);
            Near(expected.Number("rawAlpha"), scaleOf.Alpha.Value, 1e-12);
            Near(expected.Number("stdAlpha"), scaleOf.StandardizedAlpha.Value, 1e-12);
            Near(expected.Number("averageR"), scaleOf.AverageCorrelation.Value, 1e-12);
            Near(expected.GetProperty("feldt").Number("lower.ci"), scaleOf.AlphaInterval.Lower, 1e-11);
            Near(expected.GetProperty("feldt").Number("upper.ci"), scaleOf.AlphaInterval.Upper, 1e-11);
            Near(expected.Values("alphaDrop"), [.. scaleOf.Items.Select(i => i.AlphaIfDropped.Value)], 1e-12);
            Near(expected.Values("stdAlphaDrop"), [.. scaleOf.Items.Select(i => i.StandardizedAlphaIfDropped.Value)], 1e-12);
            foreach (var (item, stats) in scaleOf.Items.Zip(expected.GetProperty("itemStats").EnumerateObject()))
            {
                Assert.Equal(stats.Value.Number("n"), item.Count);
                Near(stats.Value.Number("mean"), item.Mean.Value, 1e-12);
                Near(stats.Value.Number("sd"), item.StandardDeviation.Value, 1e-12);
                Near(stats.Value.Number("raw.r"), item.ItemTotal.Value, 1e-12);
                Near(stats.Value.Number("r.drop"), item.ItemRest.Value, 1e-12);
            }

            if (missing == Missing.Complete)
            {
                Near(c.GetProperty("omega").Number("omegaTotal1f_standardised"), scaleOf.OmegaTotal.Value, 1e-7);
            }
        }
    }

    [Fact]
    public void Omega_of_five_factors_agrees_with_psych()
    {
        var c = Json("omega-bfi.json");
        var omega = Omega.Of(Json("fa-bfi_complete.json").Matrix("correlation"), (int)c.Number("nfactors"));
        Near(c.Number("omega_tot"), omega.Total.Value, 1e-5);
        Near(c.Number("omega_h"), omega.Hierarchical.Value, 1e-3);
    }

    [Fact]
    public void Every_form_of_the_invented_region_agrees_item_by_item()
    {
        var maxima = File.ReadLines(PathOf("region-small/items.csv")).Skip(1).Select(l => l.Split(','))
            .GroupBy(l => l[0]).ToDictionary(g => g.Key, g => g.Select(l => double.Parse(l[2], System.Globalization.CultureInfo.InvariantCulture)).ToArray());
        foreach (var c in Json("region-ctt.json").EnumerateArray())
        {
            var form = c.GetProperty("form").GetString()!;
            var data = Oracle.Csv($"region-small/wide/{form}.csv", name => name.StartsWith("item_", StringComparison.Ordinal));
            var scale = ScaleAnalysis.Of(data, new ScaleOptions { Missing = Missing.Complete, Maxima = maxima[form] });
            Assert.Equal(c.Number("n"), scale.Persons);
            Near(c.Number("alpha"), scale.Alpha.Value, 1e-12);
            Near(c.Number("mean"), scale.Mean.Value, 1e-11);
            Near(c.Number("sd"), Math.Sqrt(scale.Variance.Value), 1e-11);
            Near(c.Number("sem"), scale.StandardErrorOfMeasurement.Value, 1e-11);
            Near(c.Numbers("difficulty"), [.. scale.Items.Select(i => i.Difficulty.Value)], 1e-12);
            Near(c.Numbers("itemTotal"), [.. scale.Items.Select(i => i.ItemTotal.Value)], 1e-11);
            Near(c.Numbers("itemRest"), [.. scale.Items.Select(i => i.ItemRest.Value)], 1e-11);
            Near(c.Numbers("alphaIfDropped"), [.. scale.Items.Select(i => i.AlphaIfDropped.Value)], 1e-12);
        }
    }

    [Fact]
    public void Discrimination_is_the_upper_share_minus_the_lower_and_does_not_see_the_order_of_rows()
    {
        var dice = new Seed(5).Dice();
        var data = new double[100, 4];
        for (var i = 0; i < 100; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                data[i, j] = i % 20 + 20 * dice.NextUniform() > 20 ? 1 : 0;
            }
        }

        var order = Enumerable.Range(0, 100).ToArray();
        dice.Shuffle<int>(order);
        var shuffled = new double[100, 4];
        for (var i = 0; i < 100; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                shuffled[i, j] = data[order[i], j];
            }
        }

        var first = ScaleAnalysis.Of(data).Items;
        var second = ScaleAnalysis.Of(shuffled).Items;
        for (var j = 0; j < 4; j++)
        {
            Near(first[j].Discrimination.Value, second[j].Discrimination.Value, 1e-12);
            Assert.InRange(first[j].Discrimination.Value, 0.3, 1);
        }

        var extremes = ScaleAnalysis.Of(new double[,] { { 1, 1 }, { 1, 1 }, { 0, 0 }, { 0, 0 } }).Items;
        Assert.Equal(1, extremes[0].Discrimination.Value);
    }

    [Fact]
    public void A_constant_item_takes_away_what_needs_correlations_and_nothing_else()
    {
        var data = new double[,] { { 1, 2, 3 }, { 2, 2, 5 }, { 3, 2, 4 }, { 4, 2, 8 } };
        var scale = ScaleAnalysis.Of(data);
        Assert.True(scale.Alpha.IsPresent);
        Assert.Equal(Absence.NoVariation, scale.StandardizedAlpha.Absence);
        Assert.Equal(Absence.NoVariation, scale.OmegaTotal.Absence);
        Assert.Equal(Absence.NoVariation, scale.Items[1].ItemRest.Absence);
        Assert.True(scale.Items[0].ItemRest.IsPresent);
    }

    [Fact]
    public void Equal_answers_one_item_one_person_and_infinities_say_so()
    {
        Assert.Equal(Absence.NoVariation, ScaleAnalysis.Of(new double[,] { { 3, 3 }, { 3, 3 }, { 3, 3 } }).Alpha.Absence);
        Assert.Equal(Absence.TooFewObservations, ScaleAnalysis.Of(new double[,] { { 3 }, { 4 } }).Alpha.Absence);
        Assert.Equal(Absence.TooFewObservations, ScaleAnalysis.Of(new double[,] { { 3, 4 } }).Alpha.Absence);
        Assert.Equal(Absence.TooFewObservations, ScaleAnalysis.Of(new double[0, 3]).Alpha.Absence);
        Assert.Equal(Absence.NotFinite, ScaleAnalysis.Of(new double[,] { { 3, double.PositiveInfinity }, { 1, 2 } }).Alpha.Absence);
        Assert.Equal(Absence.TooFewObservations, ScaleAnalysis.Of(new double[,] { { 3, double.NaN }, { double.NaN, 2 }, { 1, double.NaN } }).Alpha.Absence);
    }
}
