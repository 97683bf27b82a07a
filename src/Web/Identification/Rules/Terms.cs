namespace Stupeni.Identification.Rules;

/// <summary>The numbers of an edition. All comparisons are of integers: 6 of 20 is 30 %, whatever a floating point says.</summary>
public sealed record Terms(int Share, int Risk, int MinParticipants, int MinProcedures)
{
    public bool Counts(Result result) => result.IsHeld && result.Participants > 0 && result.Participants >= MinParticipants;

    public bool Low(Result result) => Counts(result) && Reaches(result, Share);

    /// <summary>Not low, but from the share at which a school is watched.</summary>
    public bool Near(Result result) => Counts(result) && !Reaches(result, Share) && Reaches(result, Risk);

    private static bool Reaches(Result result, int percent) => 100L * result.BelowThreshold >= (long)percent * result.Participants;
}
