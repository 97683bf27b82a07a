using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Statistics;
using Stupeni.Statistics.Composites;
using Stupeni.Statistics.Descriptive;

namespace Stupeni.Context.Rules;

/// <summary>A share as the passport says it.</summary>
public sealed record SchoolShare(Id<Organisation> School, string Indicator, int Count, int Base)
{
    public double Percent => 100.0 * Count / Base;
}

/// <summary>
/// The index of all schools of a region in one year: indicators standardised over the region, turned so that more is easier circumstances, weighed; 50 is the mean school and
/// 10 points are one deviation between schools. Coefficients are always the region's: a district of few schools has none of its own.
/// </summary>
public static class IndexOfSchools
{
    public const double Middle = 50, Deviation = 10;

    public static IndexResult Of(IndexEdition edition, IReadOnlyList<ContextIndicator> indicators, IReadOnlyList<SchoolShare> shares)
    {
        Id<Organisation>[] schools = [.. shares.Select(s => s.School).Distinct()];
        if (schools.Length < edition.MinSchools) throw new RuleBroken("Школ с социальным паспортом {0}, а для индекса нужно не меньше {1}: при меньшем числе среднее и разброс ненадёжны.", "edition", schools.Length, edition.MinSchools);

        var byIndicator = shares.ToLookup(s => s.Indicator);
        var turned = indicators.Where(i => i.Direction != IndexDirection.None).ToList();
        var counted = turned.FindAll(i => Omitted(byIndicator[i.Code], edition, schools.Length) is null);
        if (counted.Count < 2) throw new RuleBroken("Показателей, известных о {0} % школ и больше, меньше двух: индекс посчитать не из чего.", "edition", edition.LeastSchoolsPercent);

        var place = schools.Index().ToDictionary(s => s.Item, s => s.Index);
        var table = new double[schools.Length, counted.Count];
        for (var i = 0; i < schools.Length; i++) for (var j = 0; j < counted.Count; j++) table[i, j] = double.NaN;
        foreach (var (j, indicator) in counted.Index()) foreach (var share in byIndicator[indicator.Code]) table[place[share.School], j] = share.Percent;

        var index = StandardizedIndex.Of(table, [.. counted.Select(i => i.Direction == IndexDirection.Plus ? Direction.HigherIsBetter : Direction.LowerIsBetter)], edition.Weighting, edition.LeastWeightPercent / 100.0);
        if (index.Refusal.IsRefused) throw new RuleBroken(index.Refusal.Why == Absence.TooFewObservations ? "Школ, о которых известны все показатели, мало: первую компоненту посчитать не из чего. Выберите редакцию с равными весами." : "Индекс посчитать нельзя: показатели школ не различаются.", "edition");
        return new(counted, [.. turned.Select(i => (i, byIndicator[i.Code].Count(), Omitted(byIndicator[i.Code], edition, schools.Length)))], schools, table, index, edition.CutPercent / 100.0);
    }

    private static Omission? Omitted(IEnumerable<SchoolShare> shares, IndexEdition edition, int schools)
    {
        var known = shares.ToList();
        return 100L * known.Count < (long)edition.LeastSchoolsPercent * schools ? Omission.TooFewSchools : known.TrueForAll(s => (long)s.Count * known[0].Base == (long)known[0].Count * s.Base) ? Omission.NoVariation : null;
    }
}

/// <summary>What was found, by school and indicator.</summary>
public sealed record IndexResult(List<ContextIndicator> Counted, List<(ContextIndicator Indicator, int Known, Omission? Omitted)> All, Id<Organisation>[] Schools, double[,] Shares, StandardizedIndex Index, double CutShare)
{
    private readonly double whole = Index.Weights.Sum(Math.Abs);

    public double Start => IndexOfSchools.Middle - IndexOfSchools.Deviation * Index.Centre / Index.Scale;

    public double? Value(int school) => Index.Values[school] is { IsPresent: true } value ? Math.Clamp(IndexOfSchools.Middle + IndexOfSchools.Deviation * value.Value, 0, 100) : null;

    /// <summary>Points that an indicator adds to the start; those that are known stand for those that are not.</summary>
    public double Added(int school, int indicator)
    {
        var has = Enumerable.Range(0, Counted.Count).Where(j => !double.IsNaN(Shares[school, j])).Sum(j => Math.Abs(Index.Weights[j]));
        var z = (Shares[school, indicator] - Index.Means[indicator]) / Index.Deviations[indicator] * (Counted[indicator].Direction == IndexDirection.Plus ? 1 : -1);
        return IndexOfSchools.Deviation * Index.Weights[indicator] * z * whole / has / Index.Scale;
    }

    public double Cut => Sample.Quantile([.. Enumerable.Range(0, Schools.Length).Select(Value).OfType<double>()], CutShare).Value;
}
