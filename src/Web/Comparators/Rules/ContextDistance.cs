namespace Stupeni.Comparators.Rules;

/// <summary>How far two schools are apart in their circumstances, from 0 to 1, and which part of the weight is known of both.</summary>
public readonly record struct Nearness(double Distance, double Known)
{
    /// <summary>Whether at least this per cent of the weight is known of both.</summary>
    public bool IsKnown(int leastPercent) => 100 * Known >= leastPercent - 1e-9;
}

/// <summary>
/// Weighted distance with every measure divided by its range over the region (Gower 1971): d = Σ w·|x − y| ÷ R ÷ Σ w over the measures that are known of both; NaN is not known. The rest
/// of the weight is spoken for by what is known. A measure in which nobody differs parts nobody.
/// </summary>
public static class ContextDistance
{
    /// <summary>The greatest less the smallest known value of each measure; 0 where nobody differs or nobody is known.</summary>
    public static double[] Ranges(IReadOnlyList<double[]> schools, int measures) => [.. Enumerable.Range(0, measures).Select(m =>
    {
        var known = schools.Select(s => s[m]).Where(v => !double.IsNaN(v)).ToList();
        return known.Count == 0 ? 0 : known.Max() - known.Min();
    })];

    public static Nearness Between(double[] one, double[] other, double[] weights, double[] ranges)
    {
        var (apart, both) = (0.0, 0.0);
        for (var m = 0; m < weights.Length; m++)
        {
            if (double.IsNaN(one[m]) || double.IsNaN(other[m])) continue;
            both += weights[m];
            apart += weights[m] * Part(one[m], other[m], ranges[m]);
        }

        return new(both > 0 ? apart / both : double.NaN, both / weights.Sum());
    }

    /// <summary>How far they are apart in one measure, in ranges of the region.</summary>
    public static double Part(double one, double other, double range) => range > 0 ? Math.Abs(one - other) / range : 0;

    /// <summary>The nearest, the nearest first; of equally near ones the one that stands earlier. Those of which too little is known are not compared.</summary>
    public static List<(int School, Nearness Nearness)> Nearest(double[] of, IReadOnlyList<double[]> schools, double[] weights, double[] ranges, int count, int leastPercent) =>
        [.. schools.Select((s, at) => (School: at, Nearness: Between(of, s, weights, ranges))).Where(s => s.Nearness.IsKnown(leastPercent)).OrderBy(s => s.Nearness.Distance).ThenBy(s => s.School).Take(count)];
}
