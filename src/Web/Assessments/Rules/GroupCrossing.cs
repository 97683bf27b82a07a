namespace Stupeni.Assessments.Rules;

/// <summary>A task that those of a lower mark did better than those of the next higher one.</summary>
public sealed record GroupCrossing(int Task, int Lower, int Higher)
{
    /// <summary>Groups of fewer participants are not compared.</summary>
    public const int FewestParticipants = CompletionClass.FewestParticipants;

    public static IReadOnlyList<GroupCrossing> Of(Tallies tallies) =>
        [.. from task in Enumerable.Range(0, tallies.Tasks)
            from lower in Enumerable.Range(2, Tallies.Marks - 1)
            let higher = Enumerable.Range(lower + 1, 5 - lower).FirstOrDefault(m => tallies.Group(m, task).Participants >= FewestParticipants)
            where higher > 0 && tallies.Group(lower, task).Participants >= FewestParticipants
            where tallies.Group(lower, task).Completion(1) > tallies.Group(higher, task).Completion(1)
            select new GroupCrossing(task, lower, higher)];
}
