using Stupeni.Platform;

namespace Stupeni.Assessments.Rules;

/// <summary>
/// Whether a participant is below the threshold: by the mark where there is one; else by the scale or the minimum of the reference data; else by the minimum that a person set.
/// Where none of these tells, nobody is judged.
/// </summary>
public sealed record PassRule
{
    public MinimumThreshold? Threshold { get; init; }
    public MarkScale? Scale { get; init; }
    public double? Minimum { get; init; }

    /// <summary>Places of the tasks over which the threshold's second condition is summed.</summary>
    public int[] ConditionTasks { get; init; } = [];

    /// <summary>Whether a total alone can be judged.</summary>
    public bool JudgesTotals => Threshold is { Score: not ScoreKind.Mark } || Scale is not null || Minimum is not null;

    public PassVerdict Judge(int mark, double total, ReadOnlySpan<double> scores)
    {
        if (mark > 0) return mark == 2 ? PassVerdict.Below : PassVerdict.Passed;
        if (double.IsNaN(total)) return PassVerdict.Unknown;
        if (Threshold is { Score: not ScoreKind.Mark } threshold) return total < threshold.Minimum || MissesCondition(threshold, scores) ? PassVerdict.Below : PassVerdict.Passed;
        if (Scale is not null) return Scale.MarkOf(total) == 2 ? PassVerdict.Below : PassVerdict.Passed;
        return Minimum is null ? PassVerdict.Unknown : total < Minimum ? PassVerdict.Below : PassVerdict.Passed;
    }

    /// <summary>The rule in words, for figures: what decides where there is no mark.</summary>
    public string Reason() => this switch
    {
        { Threshold: { Score: not ScoreKind.Mark } t } => Texts.Say("меньше {0} баллов: {1}", Numbers.Score(t.Minimum), t.Source),
        { Scale: { } s } => Texts.Say("меньше {0} баллов по шкале: {1}", Numbers.Score(s.From3), s.Source),
        { Minimum: { } m } => Texts.Say("меньше {0} баллов: минимум задан при импорте", Numbers.Score(m)),
        _ => Texts.Say("отметка «2»"),
    };

    /// <summary>The rule for a procedure. Test scores are asked of ЕГЭ, primary ones of the rest; a total of another kind is not judged by them.</summary>
    public static PassRule Of(ProcedureKey key, ScoreKind? totals, IEnumerable<MinimumThreshold> thresholds, IEnumerable<MarkScale> scales, double? minimum, IReadOnlyList<string> tasks)
    {
        var asked = key.Kind == ProcedureKind.Ege ? ScoreKind.Test : ScoreKind.Primary;
        var fits = totals is null ? key.Kind != ProcedureKind.Ege : totals == asked;
        var threshold = thresholds.Where(t => fits && t.Score == asked && (t.Kind, t.Subject, t.MathLevel) == (key.Kind, key.Subject, key.Level) && t.From <= key.Year && key.Year <= t.To)
            .OrderByDescending(t => t.Origin).ThenByDescending(t => t.From).FirstOrDefault();
        var scale = totals == ScoreKind.Test ? null : ScaleOf(key, scales);
        var condition = (threshold?.ConditionTasks ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int[] places = [.. tasks.Index().Where(t => condition.Contains(t.Item)).Select(t => t.Index)];
        // A region's own scale says more than the country's minimum.
        var scaleFirst = scale is not null && threshold is not null && scale.Origin > threshold.Origin;
        return new() { Threshold = scaleFirst ? null : threshold, Scale = scale, Minimum = minimum, ConditionTasks = places.Length == condition.Length ? places : [] };
    }

    /// <summary>The scale of a procedure: the region's own before the country's, the grade's before any grade's.</summary>
    public static MarkScale? ScaleOf(ProcedureKey key, IEnumerable<MarkScale> scales) => scales
        .Where(s => (s.Kind, s.Subject, s.MathLevel, s.Year) == (key.Kind, key.Subject, key.Level, key.Year) && (s.Grade == 0 || s.Grade == key.Grade))
        .OrderByDescending(s => s.Origin).ThenByDescending(s => s.Grade).FirstOrDefault();

    private bool MissesCondition(MinimumThreshold threshold, ReadOnlySpan<double> scores)
    {
        if (threshold.ConditionMinimum is not { } least || ConditionTasks.Length == 0 || scores.IsEmpty) return false;
        var sum = 0.0;
        foreach (var task in ConditionTasks) sum += double.IsNaN(scores[task]) ? 0 : scores[task];
        return sum < least;
    }
}

public enum PassVerdict { Unknown, Passed, Below }
