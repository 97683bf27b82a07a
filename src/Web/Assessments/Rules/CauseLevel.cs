namespace Stupeni.Assessments.Rules;

/// <summary>Where the cause of a difficulty is to be looked for first.</summary>
public enum CauseLevel { None, Region, Municipality, School, Class, WeakGroups }

/// <summary>
/// Where one task is done insufficiently: in the region too, in the municipality, in all parallel classes, in one of them, or only by those with «2» and «3».
/// A unit too small for a class of completion says nothing.
/// </summary>
public static class CauseLevels
{
    /// <param name="classes">The parallel classes, if there are several that are large enough.</param>
    /// <param name="weak">Those with «2» and «3»; <paramref name="strong"/>: those with «4» and «5».</param>
    public static CauseLevel Of(Mastery region, Mastery municipality, Mastery school, IReadOnlyCollection<Mastery> classes, Mastery weak, Mastery strong)
    {
        var told = classes.Where(c => c is not (Mastery.Unknown or Mastery.TooFew)).ToList();
        var low = told.Count(c => c == Mastery.Insufficient);
        return school == Mastery.Insufficient && region == Mastery.Insufficient ? CauseLevel.Region
            : school == Mastery.Insufficient && municipality == Mastery.Insufficient ? CauseLevel.Municipality
            : told.Count > 1 && low == 1 ? CauseLevel.Class
            : school == Mastery.Insufficient ? CauseLevel.School
            : weak == Mastery.Insufficient && strong is (Mastery.Sufficient or Mastery.Uncertain) ? CauseLevel.WeakGroups
            : CauseLevel.None;
    }
}
