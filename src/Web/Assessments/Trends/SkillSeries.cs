namespace Stupeni.Assessments.Trends;

/// <summary>One skill through the years: every year from the first to the last has its point.</summary>
public sealed record SkillSeries(string Skill, IReadOnlyList<SkillPoint> Points)
{
    /// <summary>Pairs of neighbouring years that may be compared: nothing is counted to a flagged year, from it or across it.</summary>
    public IEnumerable<(SkillPoint From, SkillPoint To)> Steps => Neighbours.Where(p => p.From.Parting(p.To) == SkillParting.None);

    public IEnumerable<(SkillPoint From, SkillPoint To)> Parted(SkillParting by) => Neighbours.Where(p => p.From.Parting(p.To) == by);

    /// <summary>Whether single tasks stand for the skill in some year: their own difficulty cannot be told from it.</summary>
    public bool HasOneTask => Points.Any(p => p.Result?.Tasks.IsOne == true);

    private IEnumerable<(SkillPoint From, SkillPoint To)> Neighbours => Points.Zip(Points.Skip(1)).Where(p => p.First.IsComparable && p.Second.IsComparable);

    public string Anchor => $"k-{Convert.ToHexStringLower(System.Text.Encoding.UTF8.GetBytes(Skill))[..Math.Min(40, Skill.Length * 2)]}";
}
