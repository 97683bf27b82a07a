using Stupeni.Identification.Rules;
using Stupeni.Platform;
using Stupeni.Statistics;

namespace Stupeni.Identification.Workshop;

/// <summary>A mean over repetitions with its 95 % Monte-Carlo interval; no value where no repetition gave one.</summary>
public readonly record struct Mean(double? Value, double Half)
{
    public static Mean Of(IEnumerable<double> values)
    {
        var known = values.Where(v => !double.IsNaN(v)).ToList();
        if (known.Count == 0) return default;
        var mean = known.Average();
        return new(mean, known.Count < 2 ? double.NaN : 1.96 * Math.Sqrt(known.Sum(v => (v - mean) * (v - mean)) / (known.Count - 1) / known.Count));
    }
}

/// <summary>What one way of listing does on average: schools in its list, the share of the truly weakest that it catches, the share of its list that is truly weak.</summary>
public sealed record Caught(Mean Listed, Mean OfWeakest, Mean OfListed)
{
    /// <summary>What a list of the same length drawn by lot would catch, in per cent.</summary>
    public double? ByLot(int schools) => schools == 0 ? null : 100 * Listed.Value / schools;
}

/// <summary>How many truly weakest schools the copied edition, the tried one and a bare share catch, when the region's results are drawn many times under the assumptions.</summary>
public sealed record Simulation(Assumptions Assumed, int Repetitions, int Schools, int Weakest, Caught Was, Caught Now, Caught Naive)
{
    public static Simulation Of(TriedYear year, Assumptions assumed, WorkshopSettings settings)
    {
        var first = new SimulatedRegion(year, assumed);
        var schools = first.Schools.Count;
        var weakest = (schools * settings.WeakestPercent + 99) / 100;
        var repetitions = (int)Math.Clamp(settings.MostDraws / Math.Max(1, first.Pupils), settings.LeastRepetitions, assumed.Repetitions);
        var lists = new[] { new Tally(repetitions), new Tally(repetitions), new Tally(repetitions) };
        Parallel.For(0, repetitions, () => new SimulatedRegion(year, assumed), (at, _, region) =>
        {
            region.Draw(Seed.FromInt32(assumed.Seed).Split(at).Dice());
            var weak = new bool[schools];
            foreach (var place in Enumerable.Range(0, schools).OrderBy(s => region.Level[s]).Take(weakest)) weak[place] = true;
            lists[0].Add(at, Listed(region, year.Was), weak, weakest);
            lists[1].Add(at, Listed(region, year.Now), weak, weakest);
            lists[2].Add(at, Highest(region, weakest), weak, weakest);
            return region;
        }, _ => { });
        return new(assumed, repetitions, schools, weakest, lists[0].Caught, lists[1].Caught, lists[2].Caught);
    }

    private static IEnumerable<int> Listed(SimulatedRegion region, RunOrder order)
    {
        for (var at = 0; at < region.Schools.Count; at++)
            if (IsListed(region.Schools[at], order)) yield return at;
    }

    private static bool IsListed(SimulatedSchool school, RunOrder order)
    {
        // No reading lists a school that is low nowhere: most are, and need no further look.
        var (terms, results, low) = (order.Terms, new List<Result>(school.Cells.Length), false);
        for (var c = 0; c < school.Cells.Length; c++)
        {
            var result = school.Cells[c].Result;
            if (result.Participants < terms.MinParticipants || 100L * school.Below[c] < (long)terms.Share * result.Participants || !order.Rule.Counts(result.Line.Kind, result.Line.Subject, result.Line.Grade)) continue;
            (low, var drawn) = (true, result with { BelowThreshold = school.Below[c] });
            results.Add(drawn);
        }

        return low && order.Reading.Judge(results, order.Year, terms)?.State == SchoolState.Listed;
    }

    /// <summary>The schools with the highest share below the threshold over all procedures of the latest year, as many as are truly weakest.</summary>
    private static IEnumerable<int> Highest(SimulatedRegion region, int count)
    {
        var last = region.Schools.SelectMany(s => s.Cells).Max(c => c.Year);
        return Enumerable.Range(0, region.Schools.Count).Select(at => (At: at, Share: Share(region.Schools[at], last))).Where(s => s.Share is not null).OrderByDescending(s => s.Share).Take(count).Select(s => s.At);
    }

    private static double? Share(SimulatedSchool school, int year)
    {
        var (below, participants) = (0, 0);
        for (var c = 0; c < school.Cells.Length; c++)
            if (school.Cells[c].Year == year) (below, participants) = (below + school.Below[c], participants + school.Cells[c].Result.Participants);
        return Figure.Share(below, participants);
    }

    private sealed class Tally(int repetitions)
    {
        private readonly double[] listed = new double[repetitions], ofWeakest = new double[repetitions], ofListed = new double[repetitions];

        public Caught Caught => new(Mean.Of(listed), Mean.Of(ofWeakest), Mean.Of(ofListed));

        public void Add(int at, IEnumerable<int> list, bool[] weak, int weakest)
        {
            var (all, caught) = (0, 0);
            foreach (var school in list) (all, caught) = (all + 1, caught + (weak[school] ? 1 : 0));
            (listed[at], ofWeakest[at], ofListed[at]) = (all, 100.0 * caught / weakest, all == 0 ? double.NaN : 100.0 * caught / all);
        }
    }
}
