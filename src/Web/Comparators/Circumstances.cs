using Stupeni.Comparators.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Comparators;

/// <summary>A working school among those that may be compared.</summary>
public sealed record KnownSchool(Id<Organisation> Id, string Name, string Code, OrganisationType Type, Id<Municipality> Municipality);

/// <summary>What is known of the circumstances of all schools of the region in one year; NaN where it is not known.</summary>
/// <param name="Year">None where no social passport has been brought yet.</param>
/// <param name="Few">Shares behind which so few families stand that only those who know them anyway may read them.</param>
public sealed record Circumstances(ComparatorEdition Edition, SchoolYear? Year, IReadOnlyList<Measure> Measures, IReadOnlyList<KnownSchool> Schools, IReadOnlyList<double[]> Values, IReadOnlyList<bool[]> Few)
{
    public double[] Weights { get; } = [.. Measures.Select(m => (double)m.Weight)];

    public IReadOnlyDictionary<Id<Organisation>, int> Places { get; } = Schools.Index().ToDictionary(s => s.Item.Id, s => s.Index);

    private readonly Dictionary<OrganisationType, double[]> ranges = Schools.Index().GroupBy(s => s.Item.Type).ToDictionary(g => g.Key, g => ContextDistance.Ranges([.. g.Select(s => Values[s.Index])], Measures.Count));

    /// <summary>Over all schools of the type in the region, whoever looks: so a distance means the same to everybody.</summary>
    public double[] Ranges(OrganisationType type) => ranges.GetValueOrDefault(type) ?? new double[Measures.Count];
}
