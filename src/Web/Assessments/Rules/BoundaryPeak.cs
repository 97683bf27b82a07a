namespace Stupeni.Assessments.Rules;

/// <summary>A score at which a mark begins, and how many had it beside their neighbours.</summary>
/// <param name="Neighbours">The mean of the counts one score below and above.</param>
public sealed record BoundaryPeak(int Mark, int Score, int Count, double Neighbours)
{
    /// <summary>From how many participants on a peak can be told from chance, and from how many roughly.</summary>
    public const int Enough = 50, Roughly = 20;

    public const int Times = 2, LeastExcess = 3;

    /// <summary>A peak: at least twice the mean of both neighbours, and at least three participants more.</summary>
    public bool IsPeak => Count >= Times * Neighbours && Count - Neighbours >= LeastExcess;

    /// <summary>The scores from which «3», «4» and «5» begin; one that is not whole has no place among the totals.</summary>
    public static IReadOnlyList<BoundaryPeak> Of(IReadOnlyList<int> totals, MarkScale scale) =>
        [.. new[] { (3, scale.From3), (4, scale.From4), (5, scale.From5) }.Where(b => b.Item2 == Math.Floor(b.Item2) && b.Item2 >= 1)
            .Select(b => new BoundaryPeak(b.Item1, (int)b.Item2, At(totals, (int)b.Item2), (At(totals, (int)b.Item2 - 1) + At(totals, (int)b.Item2 + 1)) / 2.0))];

    private static int At(IReadOnlyList<int> totals, int score) => score >= 0 && score < totals.Count ? totals[score] : 0;
}
