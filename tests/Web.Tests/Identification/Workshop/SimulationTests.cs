using Stupeni.Statistics;

namespace Stupeni.Identification.Workshop;

/// <summary>What the model finds in cases where one knows the answer.</summary>
public sealed class SimulationTests
{
    private static readonly WorkshopSettings Settings = WorkshopSettings.Shipped;

    [Theory]
    [InlineData(12)]
    [InlineData(40)]
    public void Where_schools_do_not_differ_every_list_catches_as_many_as_a_lot(int participants)
    {
        var found = Simulation.Of(IdentificationWorkshop.Year(IdentificationWorkshop.Schools(120, participants)), IdentificationWorkshop.Assumed(0, 100, repetitions: 500), Settings);

        foreach (var list in new[] { found.Was, found.Now, found.Naive }) Assert.InRange(list.OfWeakest.Value!.Value, list.ByLot(found.Schools)!.Value - Slack(list), list.ByLot(found.Schools)!.Value + Slack(list));
        Assert.InRange(found.Naive.OfListed.Value!.Value, 10 - 1.5 * found.Naive.OfListed.Half, 10 + 1.5 * found.Naive.OfListed.Half);

        // Half as much again as the interval; a list that is nearly always empty has none to speak of.
        static double Slack(Caught list) => 1.5 * list.OfWeakest.Half + 0.01;
    }

    [Fact]
    public void Where_schools_differ_and_little_else_does_nearly_all_are_found()
    {
        var found = Simulation.Of(IdentificationWorkshop.Year(IdentificationWorkshop.Schools(120, 40)), IdentificationWorkshop.Assumed(90, 100), Settings);

        Assert.Equal((120, 12), (found.Schools, found.Weakest));
        Assert.InRange(found.Was.OfWeakest.Value!.Value, 97, 100);
        Assert.InRange(found.Naive.OfWeakest.Value!.Value, 90, 100);
    }

    [Fact]
    public void The_same_seed_gives_the_same_figures_and_another_gives_others()
    {
        var year = IdentificationWorkshop.Year(IdentificationWorkshop.Schools(60, 20), new(25, 20, 10, 2, "Vpr Oge", "", ""));
        var (first, again, other) = (Run(7), Run(7), Run(8));

        Assert.Equal((first.Was, first.Now, first.Naive), (again.Was, again.Now, again.Naive));
        Assert.NotEqual(first.Was, other.Was);
        Assert.True(first.Now.Listed.Value > first.Was.Listed.Value);

        Simulation Run(int seed) => Simulation.Of(year, IdentificationWorkshop.Assumed(20, 60, 20, seed: seed, repetitions: 50), Settings);
    }

    [Fact]
    public void A_list_that_counts_small_groups_is_worse_at_the_same_truth()
    {
        var (small, large) = (Simulation.Of(IdentificationWorkshop.Year(IdentificationWorkshop.Schools(120, 10)), IdentificationWorkshop.Assumed(20, 70, 10), Settings), Simulation.Of(IdentificationWorkshop.Year(IdentificationWorkshop.Schools(120, 60)), IdentificationWorkshop.Assumed(20, 70, 10), Settings));

        Assert.True(small.Was.OfListed.Value < large.Was.OfListed.Value);
        Assert.True(small.Naive.OfWeakest.Value < large.Naive.OfWeakest.Value);
    }

    [Fact]
    public void A_large_region_takes_fewer_repetitions_and_says_so()
    {
        var found = Simulation.Of(IdentificationWorkshop.Year(IdentificationWorkshop.Schools(60, 20)), IdentificationWorkshop.Assumed(20, 60), Settings with { MostDraws = 60 * 20 * 8 * 30 });
        Assert.Equal((30, 200), (found.Repetitions, found.Assumed.Repetitions));
    }

    [Theory]
    [InlineData(20, 60, 20)]
    [InlineData(10, 80, 0)]
    public void What_a_region_was_drawn_from_is_read_back_from_its_counts(int between, int lasting, int yearly)
    {
        var schools = IdentificationWorkshop.Schools(400, 30, 2025);
        var region = new SimulatedRegion(IdentificationWorkshop.Year(schools), IdentificationWorkshop.Assumed(between, lasting, yearly));
        region.Draw(new Seed(11).Dice());
        var drawn = schools.Select((s, at) => s with { Results = [.. region.Schools[at].Cells.Select((c, i) => c.Result with { BelowThreshold = region.Schools[at].Below[i] })] }).ToList();

        var found = RegionSpread.Of(drawn, new(2026));

        Assert.InRange(100 * found.Between!.Value, between - 4, between + 4);
        Assert.InRange(100 * found.OtherYears!.Value / found.Between.Value, lasting - 15, lasting + 15);
        Assert.InRange(100 * (found.SameYear!.Value - found.OtherYears.Value) / found.Between.Value, yearly - 12, yearly + 12);
    }
}
