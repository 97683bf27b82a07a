using Stupeni.Assessments;

namespace Stupeni.Identification.Rules;

/// <summary>Why a procedure's year does not compare with other years.</summary>
/// <param name="IsOwn">Whether it concerns this school only.</param>
public sealed record YearFlag(Comparability Kind, string Reason, string Source, string Edition, bool IsOwn)
{
    /// <summary>Of several the one that says most: what was not held comes first.</summary>
    public static YearFlag? Of(IEnumerable<ComparabilityFlag> flags) =>
        flags.OrderBy(f => f.Flag).ThenBy(f => f.Organisation is null).Select(f => new YearFlag(f.Flag, f.Reason, f.Source, f.Edition, f.Organisation is not null)).FirstOrDefault();
}
