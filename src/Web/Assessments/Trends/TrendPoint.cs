using Stupeni.Assessments.Rules;
using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>Why a year does not compare, with the words and the source that are shown beside it.</summary>
public sealed record PointFlag(Comparability Kind, string Reason, string Source, string Edition)
{
    public static readonly PointFlag Small = new(Comparability.SmallSample, "", "", "");

    public static PointFlag Of(ComparabilityFlag flag) => new(flag.Flag, flag.Reason, flag.Source, flag.Edition);
}

/// <summary>What the sheets of one procedure say together.</summary>
/// <param name="Most">The most that a participant can score; none where it is not known.</param>
/// <param name="FlaggedSchools">Schools among these whose results have flags of their own.</param>
public sealed record YearResult(AssessmentProcedure Procedure, ResultSums Sums, double? Most, int FlaggedSchools);

/// <summary>One year of a line; without a result where there was none.</summary>
public sealed record TrendPoint(SchoolYear Year, YearResult? Result, IReadOnlyList<PointFlag> Flags)
{
    public int Below => Result?.Sums.BelowThreshold ?? 0;

    public int N => Result?.Sums.Judged ?? 0;

    /// <summary>Whether a line may go through the year and changes may be counted to it and from it.</summary>
    public bool IsComparable => N > 0 && Flags.Count == 0;

    /// <param name="flags">Flags that concern this year of the procedure for everyone whose results are summed.</param>
    public static TrendPoint Of(SchoolYear year, YearResult? result, IEnumerable<ComparabilityFlag> flags)
    {
        var told = flags.Select(PointFlag.Of).ToList();
        if (result is { Sums.Judged: > 0 and < CompletionClass.FewestParticipants }) told.Add(PointFlag.Small);
        return new(year, result, told);
    }
}
