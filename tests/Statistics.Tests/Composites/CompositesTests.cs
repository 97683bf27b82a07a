namespace Stupeni.Statistics.Composites;

public class CompositesTests
{
    private static readonly Direction[] Up = [Direction.HigherIsBetter, Direction.HigherIsBetter, Direction.HigherIsBetter];

    [Fact]
    public void A_column_without_variation_is_named()
    {
        var table = Drawn(30, 1);
        for (var i = 0; i < 30; i++)
        {
            table[i, 1] = 0.1;
        }

        var refusal = Refusal.Of(Absence.NoVariation, 1);
        Assert.Equal(refusal, PrincipalComponents.Of(table).Refusal);
        Assert.Equal(refusal, StandardizedIndex.Of(table, Up, Weighting.Equal).Refusal);
        Assert.Equal(refusal, KMeans.Fit(table, 2).Refusal);
        Assert.Equal(refusal, WardTree.Of(table).Refusal);
        Assert.Equal(refusal, GaussianMixture.Fit(table, 2).Refusal);
        Assert.Equal(refusal, GaussianMixture.Fit(table, 2, standardise: false).Refusal);
        Assert.Equal(2, PrincipalComponents.Of(table, standardise: false).Rank);
    }

    [Fact]
    public void More_groups_than_different_points_are_refused()
    {
        double[,] table = { { 0, 0 }, { 1, 1 }, { 0, 0 }, { 1, 1 }, { 0, 0 } };
        Assert.Equal(Absence.NotIdentified, KMeans.Fit(table, 3).Refusal.Why);
        Assert.Equal(Absence.NotIdentified, GaussianMixture.Fit(table, 3).Refusal.Why);
        Assert.Equal(Absence.OutOfDomain, KMeans.Fit(table, 0).Refusal.Why);
        Assert.Equal(Absence.OutOfDomain, WardTree.Of(table).Cut(6).Refusal.Why);
        var two = KMeans.Fit(table, 2);
        Assert.Equal([3, 2], two.Sizes);
        Assert.Equal(0, two.Inertia.Value, 1e-15);
        Assert.Equal(1, two.Silhouettes.Average.Value, 1e-15);
        Assert.Equal(Absence.NotIdentified, KMeans.Fit(table, 1).Silhouettes.Average.Absence);
    }

    [Fact]
    public void Incomplete_rows_stay_out_and_infinities_are_shown()
    {
        var table = Drawn(40, 2);
        (table[3, 0], table[17, 2]) = (double.NaN, double.NaN);
        Assert.Equal(38, KMeans.Fit(table, 3, starts: 5).Labels.Count);
        Assert.DoesNotContain(17, PrincipalComponents.Of(table).Rows);
        Assert.Equal(37, WardTree.Of(table).Merges.Count);
        table[5, 1] = double.PositiveInfinity;
        Assert.Equal(Refusal.Of(Absence.NotFinite, 1, 5), KMeans.Fit(table, 3).Refusal);
        Assert.Equal(Absence.TooFewObservations, KMeans.Fit(new double[0, 2], 1).Refusal.Why);
    }

    [Fact]
    public void The_same_seed_gives_the_same_groups_and_units_and_order_of_rows_do_not_matter()
    {
        var table = Drawn(90, 3);
        var turned = new double[90, 3];
        for (var i = 0; i < 90; i++)
        {
            (turned[89 - i, 0], turned[89 - i, 1], turned[89 - i, 2]) = (1000 + 5 * table[i, 0], 0.01 * table[i, 1], table[i, 2]);
        }

        var fit = KMeans.Fit(table, 4, seed: 5);
        Assert.Equal(fit.Labels, KMeans.Fit(table, 4, seed: 5).Labels);
        Oracle.NearRelative(fit.Inertia.Value, KMeans.Fit(turned, 4, seed: 6).Inertia.Value, 1e-9);
        Oracle.Near([.. WardTree.Of(table).Merges.Select(m => m.Height)], [.. WardTree.Of(turned).Merges.Select(m => m.Height)], 1e-9);
        // With one covariance for all there are no spikes, and few local optima.
        var (one, other) = (GaussianMixture.Fit(table, 2, ComponentShape.Tied, seed: 1), GaussianMixture.Fit(turned, 2, ComponentShape.Tied, seed: 1));
        Assert.Equal(one.LogLikelihood.Value, other.LogLikelihood.Value, 1e-3);
        Assert.Equal(90, one.Labels.Count);
        Assert.All(Enumerable.Range(0, 90), i => Assert.Equal(1, one.Memberships[i, 0] + one.Memberships[i, 1], 1e-12));
    }

    [Fact]
    public void The_index_turns_indicators_prorates_missing_ones_and_says_so()
    {
        var table = Drawn(50, 4);
        var plain = StandardizedIndex.Of(table, Up, Weighting.Equal);
        Assert.Equal(0, plain.Values.Average(v => v.Value), 1e-12);
        Assert.Equal(49, plain.Values.Sum(v => v.Value * v.Value), 1e-9);

        var mirrored = (double[,])table.Clone();
        for (var i = 0; i < 50; i++)
        {
            mirrored[i, 1] = -mirrored[i, 1];
        }

        Direction[] turned = [Direction.HigherIsBetter, Direction.LowerIsBetter, Direction.HigherIsBetter];
        foreach (var weighting in Enum.GetValues<Weighting>())
        {
            Assert.Equal(StandardizedIndex.Of(table, Up, weighting).Values[9].Value, StandardizedIndex.Of(mirrored, turned, weighting).Values[9].Value, 1e-10);
        }

        Assert.Equal([1], StandardizedIndex.Of(mirrored, Up, Weighting.FirstComponent).Contradicting);

        (table[0, 0], table[1, 0], table[1, 1]) = (double.NaN, double.NaN, double.NaN);
        var gaps = StandardizedIndex.Of(table, Up, Weighting.Equal);
        Assert.Equal([2, 1, 3], gaps.Used.Take(3));
        Assert.True(gaps.Values[0].IsPresent);
        Assert.Equal(Absence.TooFewObservations, gaps.Values[1].Absence);
        Assert.Equal(48, gaps.CompleteRows);
        Assert.Equal(Absence.OutOfDomain, StandardizedIndex.Of(table, [Direction.HigherIsBetter], Weighting.Equal).Refusal.Why);
    }

    [Fact]
    public void A_component_on_one_row_is_called_a_spike()
    {
        var table = new double[61, 2];
        var dice = ((Seed)2).Dice();
        for (var i = 0; i < 60; i++)
        {
            (table[i, 0], table[i, 1]) = (dice.NextNormal(), dice.NextNormal());
        }

        (table[60, 0], table[60, 1]) = (90, 90);
        var fit = GaussianMixture.Fit(table, 2, standardise: false);
        Assert.Equal([1], fit.Spikes);
        Assert.Equal(1.0 / 61, fit.Weights[1], 1e-6);
        Assert.Empty(GaussianMixture.Fit(table, 1).Spikes);
    }

    [Fact]
    public void Components_keep_the_variance_and_are_uncorrelated()
    {
        var fit = PrincipalComponents.Of(Drawn(200, 6));
        Assert.Equal(3, fit.Eigenvalues.Sum(), 1e-12);
        for (var a = 0; a < 3; a++)
        {
            for (var b = 0; b < 3; b++)
            {
                var product = Oracle.Column(fit.Scores, a).Zip(Oracle.Column(fit.Scores, b), (s, t) => s * t).Sum() / 199;
                Assert.Equal(a == b ? fit.Eigenvalues[a] : 0, product, 1e-10);
            }
        }
    }

    private static double[,] Drawn(int rows, Seed seed)
    {
        var dice = seed.Dice();
        var table = new double[rows, 3];
        for (var i = 0; i < rows; i++)
        {
            var common = dice.NextNormal();
            for (var j = 0; j < 3; j++)
            {
                table[i, j] = common + dice.NextNormal();
            }
        }

        return table;
    }
}
