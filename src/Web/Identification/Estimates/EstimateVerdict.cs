namespace Stupeni.Identification.Estimates;

/// <summary>From probabilities to words, by the numbers of an edition.</summary>
internal static class EstimateVerdict
{
    /// <summary>Where a deviation of what lasts lies above what was expected, a school does clearly more than others in its circumstances.</summary>
    private const double Clearly = 1;

    public static EstimateState State(EstimateEdition edition, CombinedSchool school, double lowCut) =>
        school.Pupils < edition.MinPupils ? EstimateState.TooFew
        : school.Below(lowCut) is var low && edition.IsLikely(low) ? EstimateState.Low
        : edition.IsUnlikely(low) ? EstimateState.NotLow : EstimateState.Unsettled;

    /// <summary>Donors are found by the same estimate: hard circumstances and clearly more than they let expect, each year; or surely high, each year.</summary>
    public static Standing Standing(EstimateEdition edition, CombinedSchool school, double highCut, double lasting, bool isHard)
    {
        if (school.Pupils < edition.MinPupils || school.Years < edition.MinYears) return Identification.Standing.None;
        var high = edition.IsLikely(school.Above(highCut));
        if (isHard && school.YearsAbove == school.Years && (high || (school.Effect >= Clearly * Math.Sqrt(lasting) && edition.IsLikely(school.Adds)))) return Identification.Standing.Resilient;
        return high && school.AlwaysHigh ? Identification.Standing.StableHigh : Identification.Standing.None;
    }
}
