namespace Stupeni.Assessments.Rules;

/// <summary>What the tasks of one skill say together.</summary>
public enum SkillVerdict { Nothing, Difficulty, PossibleDeficit }

/// <summary>
/// One task of low completion is a difficulty. Two and more linked tasks, being most of the skill's tasks, are a sign of a deficit that needs checking.
/// Fewer than ten participants give a difficulty at most.
/// </summary>
public static class SkillSign
{
    public static SkillVerdict Of(IReadOnlyCollection<Mastery> tasks)
    {
        var low = tasks.Count(t => t == Mastery.Insufficient);
        return low >= 2 && low * 2 > tasks.Count ? SkillVerdict.PossibleDeficit : low > 0 ? SkillVerdict.Difficulty : SkillVerdict.Nothing;
    }
}
