using Stupeni.Identification.Rules;
using Stupeni.Platform;
using Stupeni.Statistics.Distributions;

namespace Stupeni.Identification.Workshop;

/// <summary>
/// How far schools of the region lie apart, read from counts below the threshold. A pupil's result is taken as normal with variance 1 over the region; the chance that two results of a school are
/// both below gives their correlation: of two pupils in one procedure (all that schools differ by), of different children in one year (what lasts and what a year has in common), of different children in
/// different years (what lasts). Null where there is nothing to read it from.
/// </summary>
public sealed record RegionSpread(double? Between, double? SameYear, double? OtherYears)
{
    private const int LeastSchools = 10;
    private const int YearsBack = 3;
    private const double Most = 0.9;

    private sealed record Held(SchoolYear Year, int Generation, Dictionary<int, (double Share, int N)> Schools);

    /// <summary>Two procedures, or one with itself: cuts, how often both are below, and the weight of the pair.</summary>
    private readonly record struct Joint(double H, double K, double Both, double Weight);

    public static RegionSpread Of(IReadOnlyList<WorkshopSchool> schools, SchoolYear last)
    {
        var rows = from at in Enumerable.Range(0, schools.Count)
                   from result in schools[at].Results
                   where result.Year <= last && result.Year.Ends > last.Ends - YearsBack && result.Compares && result.Participants > 1
                   select (at, result);
        var held = rows.GroupBy(r => r.result.Procedure).OrderBy(g => g.First().result.Year).ThenBy(g => g.First().result.Line.Order, StringComparer.Ordinal)
            .Select(g => new Held(g.First().result.Year, Generation(g.First().result), g.ToDictionary(r => r.at, r => (Figure.Share(r.result.BelowThreshold, r.result.Participants)!.Value / 100, r.result.Participants)))).Where(h => h.Schools.Count >= LeastSchools).ToList();
        var pairs = held.SelectMany((a, i) => held.Skip(i + 1).Where(b => a.Generation != b.Generation).Select(b => (a, b))).ToList();
        return new(Correlation(held.Select(Within)), Correlation(pairs.Where(p => p.a.Year == p.b.Year).Select(p => Across(p.a, p.b))), Correlation(pairs.Where(p => p.a.Year != p.b.Year).Select(p => Across(p.a, p.b))));
    }

    /// <summary>Pupils of one generation are the same children, whatever procedure and year.</summary>
    public static int Generation(Result result) => result.Year.Ends - result.Line.Grade;

    private static Joint? Within(Held held)
    {
        double below = 0, both = 0, weight = 0;
        foreach (var (share, n) in held.Schools.Values) (below, both, weight) = (below + n * share, both + n * share * (n * share - 1) / (n - 1), weight + n);
        return Of(below / weight, below / weight, both / weight, weight);
    }

    private static Joint? Across(Held a, Held b)
    {
        double first = 0, second = 0, both = 0, weight = 0;
        var common = 0;
        foreach (var (at, (share, n)) in a.Schools)
        {
            if (!b.Schools.TryGetValue(at, out var other)) continue;
            var w = Math.Sqrt((double)n * other.N);
            (first, second, both, weight, common) = (first + w * share, second + w * other.Share, both + w * share * other.Share, weight + w, common + 1);
        }

        return common < LeastSchools ? null : Of(first / weight, second / weight, both / weight, weight);
    }

    private static Joint? Of(double p, double q, double both, double weight) => p is > 0 and < 1 && q is > 0 and < 1 ? new(Normal.Quantile(p), Normal.Quantile(q), both, weight) : null;

    /// <summary>The one correlation under which pairs are both below as often as they were; 0 where they were less often than by chance.</summary>
    private static double? Correlation(IEnumerable<Joint?> seen)
    {
        var joints = seen.OfType<Joint>().ToList();
        if (joints.Count == 0) return null;
        if (Excess(0) >= 0) return 0;
        if (Excess(Most) <= 0) return Most;
        var (low, high) = (0.0, Most);
        while (high - low > 1e-4) (low, high) = Excess((low + high) / 2) < 0 ? ((low + high) / 2, high) : (low, (low + high) / 2);
        return (low + high) / 2;

        double Excess(double r) => joints.Sum(j => j.Weight * (BivariateNormal.Lower(j.H, j.K, r) - j.Both));
    }
}
