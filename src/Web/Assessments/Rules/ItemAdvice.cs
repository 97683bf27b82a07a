namespace Stupeni.Assessments.Rules;

/// <summary>What may be wrong with a task.</summary>
public enum ItemTrouble { None, Reversed, Unrelated, TooHard, TooEasy, Noisy, Redundant }

/// <summary>Bounds by which a task of a test is called into question; usual ones of test theory, settings of the product.</summary>
public static class ItemAdvice
{
    public const double LeastRelated = 0.2, Hard = 0.2, Easy = 0.9, Noisy = 1.3, Redundant = 0.7;

    /// <summary>The first that holds, the worst before the rest. An absent figure raises no question.</summary>
    /// <param name="share">Mean share of the highest score, 0 to 1.</param>
    /// <param name="itemRest">Correlation with the rest of the test.</param>
    /// <param name="infit">Weighted mean square of residuals, 1 as expected.</param>
    public static ItemTrouble Of(double? share, double? itemRest, double? infit) =>
        itemRest < 0 ? ItemTrouble.Reversed
        : itemRest < LeastRelated ? ItemTrouble.Unrelated
        : infit > Noisy ? ItemTrouble.Noisy
        : share < Hard ? ItemTrouble.TooHard
        : share > Easy ? ItemTrouble.TooEasy
        : infit < Redundant ? ItemTrouble.Redundant
        : ItemTrouble.None;
}
