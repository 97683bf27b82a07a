namespace Stupeni.Statistics.Regression;

/// <summary>Leaving out one group by the closed formula is the same as fitting the others by generalised least squares with the whole covariance matrix written out.</summary>
public class GroupInfluenceTests
{
    private const double Between = 0.4, Within = 0.9;

    [Fact]
    public void Each_group_left_out_is_what_a_fit_without_it_gives()
    {
        var (outcome, predictors, groups) = Drawn();
        var (all, information) = ByBruteForce(outcome, predictors, groups, without: -1);

        var found = GroupInfluence.Of(outcome, predictors, groups, Between, Within);

        Assert.Equal([0, 2, 3, 5, 8, 9], found.Select(g => g.Group));
        foreach (var group in found)
        {
            var (rest, _) = ByBruteForce(outcome, predictors, groups, group.Group);
            Assert.All(rest.Zip(group.Without), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
            var distance = 0.0;
            for (var i = 0; i < 3; i++)
            {
                for (var j = 0; j < 3; j++)
                {
                    distance += (all[i] - rest[i]) * information[i, j] * (all[j] - rest[j]) / 3;
                }
            }

            Assert.Equal(distance, group.Distance, 1e-9);
        }

        // The group that was drawn far off moves the line most.
        Assert.Equal(8, found.MaxBy(g => g.Distance)!.Group);
    }

    [Fact]
    public void The_coefficients_are_those_of_the_mixed_model_whose_variances_are_held()
    {
        var intake = Columns.Numbers("exam_london.csv", "standLRT");
        var schools = Columns.Codes("exam_london.csv", "school", [.. Columns.Words("exam_london.csv", "school").Distinct()]);
        var outcome = Columns.Numbers("exam_london.csv", "normexam");
        var fit = MixedModel.Fit(outcome, Columns.Matrix(intake), schools);

        var found = GroupInfluence.Of(outcome, Columns.Matrix(intake), schools, fit.InterceptVariance.Value, fit.ResidualVariance.Value);

        Assert.Equal(65, found.Count);
        var pupils = found.Sum(g => g.Rows);
        Assert.Equal(4059, pupils);
        // What groups add and take away adds up to nothing: on average the line stays where it is.
        Assert.InRange(found.Average(g => g.Without[1]), fit.Fixed[1].Value - 1e-3, fit.Fixed[1].Value + 1e-3);
        Assert.All(found, g => Assert.InRange(g.Distance, 0, 1));
    }

    [Fact]
    public void What_cannot_be_told_is_absent()
    {
        double[] outcome = [1, 2, 3, 4];
        int[] groups = [0, 0, 1, 1];
        var only = GroupInfluence.Of(outcome, new double[,] { { 1 }, { 2 }, { 5 }, { 5 } }, groups, Between, Within);

        Assert.True(double.IsNaN(only[0].Distance) && only[0].Without.Count == 0);
        Assert.Empty(GroupInfluence.Of(outcome, new double[4, 0], [0, 0, 0, 0], Between, Within));
        Assert.Empty(GroupInfluence.Of(outcome, new double[4, 0], groups, Between, 0));
        Assert.Empty(GroupInfluence.Of([1, double.PositiveInfinity, 3, 4], new double[4, 0], groups, Between, Within));
    }

    private static (double[] Outcome, double[,] Predictors, int[] Groups) Drawn()
    {
        var dice = ((Seed)5).Dice();
        int[] codes = [0, 2, 3, 5, 8, 9];
        int[] groups = [.. codes.SelectMany((g, at) => Enumerable.Repeat(g, 4 + at))];
        var (outcome, predictors) = (new double[groups.Length], new double[groups.Length, 2]);
        for (var i = 0; i < groups.Length; i++)
        {
            predictors[i, 0] = 100 + dice.NextNormal();
            predictors[i, 1] = groups[i] % 2;
            outcome[i] = 0.5 * predictors[i, 0] + (groups[i] == 8 ? 6 : 0) + dice.NextNormal();
        }

        return (outcome, predictors, groups);
    }

    private static (double[] Coefficients, double[,] Information) ByBruteForce(double[] outcome, double[,] predictors, int[] groups, int without)
    {
        int[] rows = [.. Enumerable.Range(0, outcome.Length).Where(i => groups[i] != without)];
        var n = rows.Length;
        var v = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                v[i, j] = (groups[rows[i]] == groups[rows[j]] ? Between : 0) + (i == j ? Within : 0);
            }
        }

        var inverse = Algebra.Grid.Inverse(v)!;
        var (information, right) = (new double[3, 3], new double[3]);
        double X(int row, int column) => column == 0 ? 1 : predictors[rows[row], column - 1];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var a = 0; a < 3; a++)
                {
                    right[a] += X(i, a) * inverse[i, j] * outcome[rows[j]];
                    for (var b = 0; b < 3; b++)
                    {
                        information[a, b] += X(i, a) * inverse[i, j] * X(j, b);
                    }
                }
            }
        }

        var solved = Algebra.Grid.Inverse(information)!;
        return ([.. Enumerable.Range(0, 3).Select(a => Enumerable.Range(0, 3).Sum(b => solved[a, b] * right[b]))], information);
    }
}
