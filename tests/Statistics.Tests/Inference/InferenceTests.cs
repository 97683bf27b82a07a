using System.Text.Json;
using static Stupeni.Statistics.Oracle;

namespace Stupeni.Statistics.Inference;

public class InferenceTests
{
    private readonly JsonElement reference = Json("tests.json");

    [Fact]
    public void Intervals_of_a_share_agree_with_R()
    {
        foreach (var c in reference.GetProperty("intervals").EnumerateArray().Append(reference.GetProperty("interval99")))
        {
            long x = (long)c.Number("x"), n = (long)c.Number("n");
            var wilson = Proportion.Wilson(x, n, c.Number("conf"));
            Near(c.Numbers("wilson"), [wilson.Lower, wilson.Upper], 1e-12);
            var exact = Proportion.ClopperPearson(x, n, c.Number("conf"));
            Near(c.Numbers("clopperPearson"), [exact.Lower, exact.Upper], 1e-12);
        }
    }

    [Fact]
    public void Two_shares_agree_with_R()
    {
        foreach (var c in reference.GetProperty("twoProportions").EnumerateArray())
        {
            var two = TwoProportions.Compare((long)c.Number("x1"), (long)c.Number("n1"), (long)c.Number("x2"), (long)c.Number("n2"));
            Near(c.Number("diff"), two.Difference.Value, 1e-12);
            Near(c.Number("zPooled"), two.Test.Statistic, 1e-10);
            Near(c.Number("pZ"), two.Test.P, 1e-10);
            Near(c.Number("chisqNoCC"), two.Test.Statistic * two.Test.Statistic, 1e-10);
            Near(c.Numbers("newcombe"), [two.Newcombe.Lower, two.Newcombe.Upper], 1e-10);
            var wald = c.Numbers("waldCI");
            Near((wald[1] - wald[0]) / 2 / 1.9599639845400545, two.Difference.StandardError, 1e-10);
        }
    }

    [Fact]
    public void Two_samples_agree_with_R_in_Welchs_test_and_effect_sizes()
    {
        var c = reference.GetProperty("smd");
        var two = TwoMeans.Compare(c.Numbers("x"), c.Numbers("y"));
        var welch = c.GetProperty("welch");
        Near(welch.Number("t"), two.Test.Statistic, 1e-11);
        Near(welch.Number("df"), two.Test.DegreesOfFreedom, 1e-9);
        Near(welch.Number("p"), two.Test.P, 1e-11);
        Near(welch.Numbers("ci"), [two.Interval.Lower, two.Interval.Upper], 1e-9);
        Near(c.Number("d"), two.CohenD.Value, 1e-12);
        Near(c.Number("hedgesG_exactJ"), two.HedgesG.Value, 1e-12);
        Near(c.Numbers("ci_d_noncentral"), [two.CohenDInterval.Lower, two.CohenDInterval.Upper], 1e-9);
        Near(c.Number("var_d_large"), two.CohenD.StandardError * two.CohenD.StandardError, 1e-12);
    }

    [Fact]
    public void Two_groups_known_by_their_summaries_agree_with_R()
    {
        foreach (var c in reference.GetProperty("fromSummary").EnumerateArray())
        {
            var two = TwoMeans.Compare(
                new GroupSummary(c.Number("n2"), c.Number("mean2"), c.Number("sd2")),
                new GroupSummary(c.Number("n1"), c.Number("mean1"), c.Number("sd1")));
            Near(c.Number("diff"), two.Difference.Value, 1e-12);
            Near(c.Number("se"), two.Difference.StandardError, 1e-11);
            Near(c.Number("welchT"), two.Test.Statistic, 1e-11);
            Near(c.Number("df"), two.Test.DegreesOfFreedom, 1e-9);
            Near(c.Number("p"), two.Test.P, 1e-11);
            Near(c.Numbers("ci"), [two.Interval.Lower, two.Interval.Upper], 1e-9);
            Near(c.Number("d"), two.CohenD.Value, 1e-12);
        }
    }

    [Fact]
    public void Analysis_of_variance_agrees_with_R()
    {
        var c = Json("anova-insectsprays.json");
        var groups = c.GetProperty("data").EnumerateArray()
            .GroupBy(r => r.GetProperty("spray").GetString())
            .Select(g => g.Select(r => r.Number("count")).ToArray()).ToArray();
        var anova = OneWayAnova.Of(groups);
        Near(c.GetProperty("anova").Number("F"), anova.Test.Statistic, 1e-10);
        NearRelative(c.GetProperty("anova").Number("p"), anova.Test.P, 1e-10);
        Near(Math.Log(anova.Test.P), anova.Test.LogP, 1e-10);
        Assert.Equal(5, anova.Test.DegreesOfFreedom);
        Assert.Equal(66, anova.Test.DenominatorDegreesOfFreedom);
    }

    [Theory]
    [InlineData("bonferroni", Adjustment.Bonferroni)]
    [InlineData("holm", Adjustment.Holm)]
    [InlineData("hochberg", Adjustment.Hochberg)]
    [InlineData("hommel", Adjustment.Hommel)]
    [InlineData("BH", Adjustment.BenjaminiHochberg)]
    [InlineData("BY", Adjustment.BenjaminiYekutieli)]
    public void Adjusted_p_values_agree_with_R(string name, Adjustment method)
    {
        foreach (var c in reference.GetProperty("adjust").EnumerateArray())
        {
            Near(c.Numbers(name), [.. Multiplicity.Adjust(c.Numbers("p"), method).Select(e => e.Value)], 1e-14);
        }
    }

    [Fact]
    public void A_test_that_was_not_made_is_not_counted_in_the_family()
    {
        var adjusted = Multiplicity.Adjust([0.01, double.NaN, 0.04, 1.5], Adjustment.Bonferroni);
        Near(0.02, adjusted[0].Value, 1e-15);
        Assert.Equal(Absence.NotComputed, adjusted[1].Absence);
        Near(0.08, adjusted[2].Value, 1e-15);
        Assert.Equal(Absence.OutOfDomain, adjusted[3].Absence);
    }

    [Fact]
    public void Equal_answers_in_both_groups_leave_a_difference_but_no_test()
    {
        var two = TwoMeans.Compare([3.0, 3.0, 3.0], [4.0, 4.0]);
        Assert.Equal(-1, two.Difference.Value);
        Assert.Equal(Absence.NoVariation, two.Test.Absence);
        Assert.Equal(Absence.NoVariation, two.HedgesG.Absence);
        Assert.Equal(Absence.NoVariation, OneWayAnova.Of([[1, 1], [2, 2]]).Test.Absence);
        Assert.Equal(Absence.NoVariation, TwoProportions.Compare(0, 5, 0, 9).Test.Absence);
    }

    [Fact]
    public void Too_few_or_infinite_values_say_so()
    {
        Assert.Equal(Absence.TooFewObservations, TwoMeans.Compare([1.0], [1.0, 2.0]).Test.Absence);
        Assert.Equal(Absence.NotFinite, TwoMeans.Compare([1.0, double.PositiveInfinity], [1.0, 2.0]).Test.Absence);
        Assert.Equal(Absence.TooFewObservations, OneWayAnova.Of([[1, 2, 3]]).Test.Absence);
        Assert.Equal(Absence.NotFinite, OneWayAnova.Of([[1, 2], [double.NegativeInfinity, 2]]).Test.Absence);
        Assert.Equal(Absence.TooFewObservations, TwoProportions.Compare(0, 0, 1, 2).Difference.Absence);
    }
}
