using Stupeni.Assessments.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Statistics.Inference;

namespace Stupeni.Assessments.Trends;

/// <summary>The tasks that check a skill in a paper, as far as years must agree in them to be compared: their section and levels.</summary>
/// <param name="Section">Of the description, folded; empty where it is not said.</param>
public sealed record SkillTasks(string Section, string Levels, IReadOnlyList<string> Codes)
{
    public bool IsOne => Codes.Count == 1;

    /// <summary>ФИОКО compares years whose sections and skills are identical; tasks of another level would compare the tasks.</summary>
    public bool AgreesWith(SkillTasks other) => (Section, Levels) == (other.Section, other.Levels);
}

/// <summary>What the sheets of one procedure say of a skill together.</summary>
/// <param name="N">Participants with a score for every task, at least.</param>
/// <param name="Schools">How many participants of each school.</param>
public sealed record SkillResult(AssessmentProcedure Procedure, SkillTasks Tasks, int N, double Points, double Most, IReadOnlyDictionary<Id<Organisation>, int> Schools, int FlaggedSchools)
{
    public double Share => Points / Most;

    public Statistics.Interval Interval => BoundedMeans.Wilson(Share, N);
}

/// <summary>One year of a skill's line; without a result where no paper of the year checked it.</summary>
/// <param name="Grade">The grade that wrote; with a cohort it grows.</param>
public sealed record SkillPoint(SchoolYear Year, int Grade, SkillResult? Result, IReadOnlyList<PointFlag> Flags)
{
    public int N => Result?.N ?? 0;

    public bool IsComparable => N > 0 && Flags.Count == 0;

    /// <summary>Why two neighbouring years that are fit by themselves are not compared.</summary>
    public SkillParting Parting(SkillPoint later) => Result is not { } one || later.Result is not { } two ? SkillParting.None
        : !one.Tasks.AgreesWith(two.Tasks) ? SkillParting.OtherTasks
        : MostlyIn(one, two) && MostlyIn(two, one) ? SkillParting.None : SkillParting.OtherSchools;

    private static bool MostlyIn(SkillResult one, SkillResult two) => 10L * one.Schools.Where(s => two.Schools.ContainsKey(s.Key)).Sum(s => s.Value) >= 9L * one.Schools.Values.Sum();

    public static SkillPoint Of(SchoolYear year, int grade, SkillResult? result, IEnumerable<ComparabilityFlag> flags)
    {
        var told = flags.Select(PointFlag.Of).Distinct().ToList();
        if (result is { N: > 0 and < CompletionClass.FewestParticipants }) told.Add(PointFlag.Small);
        return new(year, grade, result, told);
    }
}

public enum SkillParting { None, OtherTasks, OtherSchools }
