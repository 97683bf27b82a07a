using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>How one edition's lists of two consecutive years agree.</summary>
public sealed record Kept(int Listed, int Next, int Again)
{
    public double? Share => Figure.Share(Again, Listed);

    /// <summary>Schools in both lists to schools in either; none where both are empty.</summary>
    public double? Jaccard => Listed + Next == 0 ? null : (double)Again / (Listed + Next - Again);

    public static Kept Of(HashSet<Id<Organisation>> listed, HashSet<Id<Organisation>> next) => new(listed.Count, next.Count, listed.Count(next.Contains));
}

/// <summary>From one year to the next by either edition.</summary>
public sealed record Stability(SchoolYear From, SchoolYear To, Kept Was, Kept Now)
{
    public static IReadOnlyList<Stability> Of(IReadOnlyList<TriedYear> years)
    {
        var ordered = years.OrderBy(y => y.Year).ToList();
        return [.. ordered.Zip(ordered.Skip(1)).Where(p => p.Second.Year.Previous == p.First.Year)
            .Select(p => new Stability(p.First.Year, p.Second.Year, Kept.Of(Listed(p.First, s => s.WasListed), Listed(p.Second, s => s.WasListed)), Kept.Of(Listed(p.First, s => s.IsListed), Listed(p.Second, s => s.IsListed))))];
    }

    private static HashSet<Id<Organisation>> Listed(TriedYear year, Func<TriedSchool, bool> listed) => [.. year.Schools.Where(listed).Select(s => s.School.Id)];
}
