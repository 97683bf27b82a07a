namespace Stupeni.Assessments.Rules;

/// <summary>How surely a task is mastered.</summary>
public enum Mastery { Unknown, Insufficient, Uncertain, Sufficient, TooFew }

/// <summary>
/// The class of a task's completion by the recommendations of ФИОКО (2026): boundaries 57 and 60 per cent for basic tasks, 28.5 and 30 for advanced and high ones.
/// With fewer than ten participants there is no class, only a difficulty.
/// </summary>
public static class CompletionClass
{
    public const int FewestParticipants = 10;
    public const string Edition = "ФИОКО 2026: Б 57 и 60 %, П и В 28,5 и 30 %";

    /// <summary>Completion = 100 · Σ points / (N · max).</summary>
    public static double? Completion(TaskSum task, double max) => task.Participants == 0 || max <= 0 ? null : 100 * task.Sum / (task.Participants * max);

    public static Mastery Of(TaskSum task, double max, Difficulty difficulty)
    {
        if (task.Participants == 0 || max <= 0) return Mastery.Unknown;
        if (task.Participants < FewestParticipants) return Mastery.TooFew;

        // Points against points: a share of exactly 60 per cent must not fall below 60 by rounding.
        var (points, most) = (task.Sum, task.Participants * max);
        return difficulty switch
        {
            Difficulty.Basic => Between(1000 * points, 570 * most, 600 * most),
            Difficulty.Advanced or Difficulty.High => Between(1000 * points, 285 * most, 300 * most),
            _ => Mastery.Unknown,
        };
    }

    /// <summary>Several tasks together, against the mean of their boundaries weighted by the points they give: a product's decision where levels are mixed.</summary>
    public static Mastery Of(IReadOnlyCollection<(TaskSum Sum, double Max, Difficulty Difficulty)> tasks)
    {
        var done = tasks.Where(t => t.Sum.Participants > 0 && t.Max > 0).ToList();
        if (done.Count == 0) return Mastery.Unknown;
        if (done.Min(t => t.Sum.Participants) < FewestParticipants) return Mastery.TooFew;
        if (done.Exists(t => t.Difficulty == Difficulty.Unknown)) return Mastery.Unknown;

        return Between(1000 * done.Sum(t => t.Sum.Sum), done.Sum(t => (t.Difficulty == Difficulty.Basic ? 570 : 285) * t.Sum.Participants * t.Max), done.Sum(t => (t.Difficulty == Difficulty.Basic ? 600 : 300) * t.Sum.Participants * t.Max));
    }

    private static Mastery Between(double value, double low, double high) =>
        value < low ? Mastery.Insufficient : value < high ? Mastery.Uncertain : Mastery.Sufficient;
}
