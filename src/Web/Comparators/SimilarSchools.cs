using Stupeni.Accounts;
using Stupeni.Comparators.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Statistics.Descriptive;

namespace Stupeni.Comparators;

/// <summary>A school with which another is compared.</summary>
/// <param name="Nearness">Not a number where nothing is known of both.</param>
/// <param name="Hidden">Measures that the reader may not read of it.</param>
public sealed record SimilarSchool(KnownSchool School, Nearness Nearness, double[] Values, bool[] Hidden);

/// <summary>The schools with which one is compared, for one reader.</summary>
/// <param name="Set">The set that was chosen instead of the nearest.</param>
/// <param name="IsAnonymous">Whether the reader sees only what these schools have in common: those who see the results of no other school.</param>
/// <param name="Pool">How many other schools of the type the nearest were taken from, and of how many of them too little is known.</param>
/// <param name="Left">Schools of the set whose results the reader may not see.</param>
public sealed record SimilarSchools(Id<Organisation> School, Circumstances Of, ComparatorSet? Set, bool IsAnonymous, IReadOnlyList<SimilarSchool> Schools, int Pool, int TooLittle, int Left)
{
    public ComparatorEdition Edition => Of.Edition;

    public double[] Own { get; } = Of.Places.TryGetValue(School, out var place) ? Of.Values[place] : [.. Of.Measures.Select(_ => double.NaN)];

    public IReadOnlyList<Id<Organisation>> Ids { get; } = [.. Schools.Select(s => s.School.Id)];

    /// <summary>Fewer than the edition asks for: said wherever they are shown.</summary>
    public bool IsFew => Set is null && Schools.Count < Edition.Neighbours;

    /// <summary>Whether what these schools have in common may be told: of few schools it would tell a neighbour's results.</summary>
    public bool MaySum(int schools) => schools >= (IsAnonymous ? Edition.LeastSchools : 1);

    /// <summary>Part of the weight that is known of the school itself.</summary>
    public double Known => Of.Weights.Where((_, m) => !double.IsNaN(Own[m])).Sum() / Of.Weights.Sum();

    /// <summary>In which measures two schools differ most, by the part of the distance that it makes; only those that make one.</summary>
    public IEnumerable<int> Differences(SimilarSchool other) => Enumerable.Range(0, Of.Measures.Count)
        .Where(m => !other.Hidden[m] && !double.IsNaN(Own[m]) && !double.IsNaN(other.Values[m]) && Part(m, other.Values) >= Notable).OrderByDescending(m => Of.Weights[m] * Part(m, other.Values));

    /// <summary>From a quarter of the region's range on people see the difference.</summary>
    private const double Notable = 0.25;

    /// <summary>The lower quartile, the median and the upper quartile of a measure over these schools; none of fewer than may be summed.</summary>
    public (double Lower, double Median, double Upper, int Known)? Middle(int measure)
    {
        double[] known = [.. Schools.Select(s => s.Values[measure]).Where(v => !double.IsNaN(v))];
        return known.Length > 0 && MaySum(known.Length) ? (Sample.Quantile(known, 0.25).Value, Sample.Median(known).Value, Sample.Quantile(known, 0.75).Value, known.Length) : null;
    }

    private double Part(int measure, double[] other) => ContextDistance.Part(Own[measure], other[measure], Of.Ranges(Of.Schools[Of.Places[School]].Type)[measure]);

    /// <summary>Those who look after no more than schools of their own see nothing of others by name.</summary>
    internal static bool SeesOnlyOwn(Reach reach) => !reach.Everywhere && reach.Municipalities.Length == 0;

    internal static bool Sees(Reach reach, KnownSchool school) => reach.Everywhere || reach.Municipalities.Contains(school.Municipality.Value) || reach.Organisations.Contains(school.Id.Value);
}
