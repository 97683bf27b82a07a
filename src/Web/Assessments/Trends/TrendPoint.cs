using Stupeni.Assessments.Rules;
using Stupeni.Organisations;
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
/// <param name="Judged">How many participants of each school are judged.</param>
public sealed record YearResult(AssessmentProcedure Procedure, ResultSums Sums, double? Most, int FlaggedSchools, IReadOnlyDictionary<Id<Organisation>, int> Judged);

/// <summary>One year of a line; without a result where there was none.</summary>
public sealed record TrendPoint(SchoolYear Year, YearResult? Result, IReadOnlyList<PointFlag> Flags)
{
    public int Below => Result?.Sums.BelowThreshold ?? 0;

    public int N => Result?.Sums.Judged ?? 0;

    /// <summary>Whether a line may go through the year and changes may be counted to it and from it.</summary>
    public bool IsComparable => N > 0 && Flags.Count == 0;

    /// <summary>Whether at least nine in ten participants of either year learn in schools that took part in both: sums of other schools do not compare.</summary>
    public bool HasSchoolsOf(TrendPoint other) => Result is { } one && other.Result is { } two && MostlyIn(one, two) && MostlyIn(two, one);

    private static bool MostlyIn(YearResult one, YearResult two) => 10L * one.Judged.Where(s => two.Judged.ContainsKey(s.Key)).Sum(s => s.Value) >= 9L * one.Sums.Judged;

    /// <param name="flags">Flags that concern this year of the procedure for everyone whose results are summed.</param>
    public static TrendPoint Of(SchoolYear year, YearResult? result, IEnumerable<ComparabilityFlag> flags)
    {
        var told = flags.Select(PointFlag.Of).Distinct().ToList();
        if (result is { Sums.Judged: > 0 and < CompletionClass.FewestParticipants }) told.Add(PointFlag.Small);
        return new(year, result, told);
    }
}
