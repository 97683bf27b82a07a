namespace Stupeni.Statistics.ItemResponse;

/// <summary>Which items can be calibrated and what the others are called.</summary>
internal static class Screening
{
    /// <summary>The scores that occur per column, ascending.</summary>
    public static int[][] ScoresUsed(Answers answers, Func<int, bool>? counts = null)
    {
        var seen = new bool[answers.Items * 101];
        for (var i = 0; i < answers.Persons; i++)
        {
            if (counts is not null && !counts(i))
            {
                continue;
            }

            var row = answers.Of(i);
            for (var j = 0; j < row.Length; j++)
            {
                if (row[j] >= 0)
                {
                    seen[j * 101 + row[j]] = true;
                }
            }
        }

        return [.. Enumerable.Range(0, answers.Items).Select(j => Enumerable.Range(0, 101).Where(s => seen[j * 101 + s]).ToArray())];
    }

    public static ItemState State(int[] scores) =>
        scores.Length == 0 ? ItemState.NoAnswers : scores.Length == 1 ? ItemState.OneScore : ItemState.Estimated;

    /// <summary>The first column with a score that the model does not know.</summary>
    public static Refusal Fits(Model model, int[][] used)
    {
        if (model is Model.PartialCredit or Model.GeneralizedPartialCredit)
        {
            return Refusal.None;
        }

        var wrong = Array.FindIndex(used, scores => scores.Length > 0 && scores[^1] > 1);
        return wrong < 0 ? Refusal.None : Refusal.Of(Absence.OutOfDomain, wrong);
    }

    /// <summary>An item without estimates, with the reason.</summary>
    public static Item Silent(int column, ItemState state, int[] scores)
    {
        var absent = Estimate.Absent(state switch
        {
            ItemState.NoAnswers => Absence.TooFewObservations,
            ItemState.OneScore => Absence.NoVariation,
            ItemState.Unbounded => Absence.Unbounded,
            ItemState.Estimated or _ => Absence.NotComputed,
        });
        Estimate[] each = [.. Enumerable.Repeat(absent, Math.Max(0, scores.Length - 1))];
        return new Item(column, state, scores, absent, each, absent, each);
    }
}
