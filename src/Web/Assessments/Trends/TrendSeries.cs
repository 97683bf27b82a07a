using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>One procedure through the years: every year from the first to the last has its point, so neighbours in the list are neighbours in time.</summary>
public sealed record TrendSeries(SeriesKey Key, Subject Subject, IReadOnlyList<TrendPoint> Points)
{
    public string Name => ProcedureName.WithoutYear(Key.In(default), Subject.Said);

    /// <summary>Pairs of neighbouring years that may be compared. A flagged year or one without results parts its neighbours: nothing is counted to it, from it or across it.</summary>
    public IEnumerable<(TrendPoint From, TrendPoint To)> Steps => Neighbours.Where(p => p.From.HasSchoolsOf(p.To));

    /// <summary>Pairs that nothing parts but the schools: each year is a sum of others.</summary>
    public IEnumerable<(TrendPoint From, TrendPoint To)> OtherSchools => Neighbours.Where(p => !p.From.HasSchoolsOf(p.To));

    private IEnumerable<(TrendPoint From, TrendPoint To)> Neighbours => Points.Zip(Points.Skip(1)).Where(p => p.First.IsComparable && p.Second.IsComparable);

    /// <param name="results">One for each year in which there were results; at least one.</param>
    /// <param name="flags">Flags of all years that concern everyone whose results are summed.</param>
    /// <param name="latest">The last year of which anything is known: a line that ends earlier goes on through the years in which the procedure was not held.</param>
    public static TrendSeries Of(SeriesKey key, Subject subject, IReadOnlyCollection<YearResult> results, IReadOnlyCollection<ComparabilityFlag> flags, SchoolYear latest)
    {
        var byYear = results.ToDictionary(r => r.Procedure.Year);
        var (first, last) = (byYear.Keys.Min(), byYear.Keys.Max());
        while (last < latest && Flags(new(last.Ends + 1)).Any(f => f.Flag == Comparability.NotHeld)) last = new(last.Ends + 1);
        return new(key, subject, [.. Enumerable.Range(first.Ends, last.Ends - first.Ends + 1).Select(y => new SchoolYear(y)).Select(y => TrendPoint.Of(y, byYear.GetValueOrDefault(y), Flags(y)))]);

        IEnumerable<ComparabilityFlag> Flags(SchoolYear year) => flags.Where(f => f.Concerns(key.In(year)));
    }
}
