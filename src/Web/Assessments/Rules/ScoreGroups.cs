namespace Stupeni.Assessments.Rules;

/// <summary>Groups of participants by test score where there are no marks: below the minimum, and three above it. They stand in the places of the marks «2» to «5».</summary>
/// <param name="Minimum">The least score that passes.</param>
/// <param name="MinimumSource">Where the minimum is known from.</param>
public sealed record ScoreGroups(double Minimum, string MinimumSource, ScoreGroupsRule Rule)
{
    public const int Highest = 100;

    /// <summary>2 for those below the minimum, 3, 4 and 5 for the groups above; 0 without a score.</summary>
    public int Of(double score) => double.IsNaN(score) ? 0 : score < Minimum ? 2 : score <= Rule.UpTo[0] ? 3 : score <= Rule.UpTo[1] ? 4 : 5;

    public Tallies Of(SheetScores scores) => Tallies.Of(scores, row => Of(scores.Totals[row]));

    /// <summary>The groups of ЕГЭ with test scores; null where there are marks, or where no minimum of test scores is known.</summary>
    public static ScoreGroups? Of(ProcedureKey key, ResultSums sums, double? ownMinimum, IEnumerable<MinimumThreshold> thresholds) =>
        key.Kind == ProcedureKind.Ege && sums.Marked == 0 && sums.Judged > 0 && ownMinimum is null && PassRule.Of(key, ScoreKind.Test, thresholds, [], null, []).Threshold is { } least
            ? new(least.Minimum, least.Source, ReportRules.Shipped.TestScoreGroups) : null;
}
