namespace Stupeni.Statistics.Regression;

/// <summary>Rows in which nothing is missing: NaN is missing, an infinity refuses the whole (with its row and predictor).</summary>
internal static class CompleteRows
{
    public static (int[] Rows, Refusal Refusal) Of(ReadOnlySpan<double> outcome, double[,] predictors, ReadOnlySpan<int> groups)
    {
        var columns = predictors.GetLength(1);
        if (predictors.GetLength(0) != outcome.Length || (groups.Length > 0 && groups.Length != outcome.Length))
        {
            return ([], Refusal.Of(Absence.OutOfDomain));
        }

        var rows = new List<int>(outcome.Length);
        for (var i = 0; i < outcome.Length; i++)
        {
            var sum = outcome[i];
            for (var j = 0; j < columns; j++)
            {
                if (double.IsInfinity(predictors[i, j]))
                {
                    return ([], Refusal.Of(Absence.NotFinite, j, i));
                }

                sum += predictors[i, j];
            }

            if (double.IsInfinity(outcome[i]))
            {
                return ([], Refusal.Of(Absence.NotFinite, -1, i));
            }

            if (!double.IsNaN(sum) && (groups.Length == 0 || groups[i] >= 0))
            {
                rows.Add(i);
            }
        }

        return ([.. rows], Refusal.None);
    }
}
