using static Stupeni.Statistics.Oracle;

namespace Stupeni.Statistics.Factors;

public class FactorEdgeTests
{
    /// <summary>Five socio-economic figures of twelve districts (Harman 1967, table 2.1): the textbook Heywood case.</summary>
    private static readonly double[,] Harman5 =
    {
        { 5700, 12.8, 2500, 270, 25000 }, { 1000, 10.9, 600, 10, 10000 }, { 3400, 8.8, 1000, 10, 9000 }, { 3800, 13.6, 1700, 140, 25000 },
        { 4000, 12.8, 1600, 140, 25000 }, { 8200, 8.3, 2600, 60, 12000 }, { 1200, 11.4, 400, 10, 16000 }, { 9100, 11.5, 3300, 60, 14000 },
        { 9900, 12.5, 3400, 180, 18000 }, { 9600, 13.7, 3600, 390, 25000 }, { 9600, 9.6, 3300, 80, 12000 }, { 9400, 11.4, 4000, 100, 13000 },
    };

    [Theory]
    [InlineData(Extraction.MinimumResiduals)]
    [InlineData(Extraction.MaximumLikelihood)]
    [InlineData(Extraction.PrincipalAxis)]
    public void A_heywood_case_is_held_at_the_bound_named_and_still_finite(Extraction method)
    {
        var solution = FactorAnalysis.OfData(Harman5, new FactorOptions { Factors = 2, Extraction = method });
        Assert.NotEmpty(solution.Extraction.Heywood);
        Assert.Contains(solution.Notices, n => n.Warning == FactorWarning.Heywood && n.Columns.Count > 0);
        Assert.All(solution.Extraction.Heywood, i => Near(0.005, solution.Extraction.Uniquenesses[i], 1e-9));
        Assert.True(solution.Extraction.Uniquenesses.All(u => u is >= 0.005 - 1e-12 and <= 1 + 1e-12));
        Assert.True(Algebra.Grid.AllFinite(Algebra.Grid.Flat(solution.Rotation.Loadings)));
    }

    [Fact]
    public void More_parameters_than_correlations_is_said_and_leaves_no_test()
    {
        var solution = FactorAnalysis.OfData(Harman5, new FactorOptions { Factors = 3 });
        Assert.Contains(solution.Notices, n => n.Warning == FactorWarning.NotIdentified);
        Assert.Equal(Absence.NotIdentified, solution.Fit!.ChiSquare.Absence);
        Assert.Equal(Absence.NotIdentified, solution.Fit.Tli.Absence);
    }

    [Fact]
    public void A_duplicate_column_makes_the_matrix_singular_and_only_what_needs_its_inverse_is_absent()
    {
        var (data, _) = FactorPropertyTests.Simulate(200, 7, 2, 3);
        for (var i = 0; i < 200; i++)
        {
            data[i, 6] = data[i, 0];
        }

        var solution = FactorAnalysis.OfData(data, new FactorOptions { Factors = 2, Scores = ScoreMethod.Regression });
        Assert.Equal(Absence.None, solution.Absence);
        Assert.NotNull(solution.Correlations.Smoothing);
        Assert.Equal(Absence.Singular, solution.Adequacy.Kmo.Absence);
        Assert.Equal(Absence.Singular, solution.Fit!.ChiSquare.Absence);
        Assert.True(solution.Fit.Rmsr.IsPresent);
        Assert.Equal(Absence.Singular, solution.ScoreWeights!.Absence);
        var likelihood = FactorAnalysis.OfMatrix(new double[,] { { 1, 1, 0.5 }, { 1, 1, 0.5 }, { 0.5, 0.5, 1 } }, 50, new FactorOptions { Factors = 1, Extraction = Extraction.MaximumLikelihood });
        Assert.Equal(Absence.Singular, likelihood.Absence);
    }

    [Fact]
    public void Fewer_rows_than_columns_still_end()
    {
        var (data, _) = FactorPropertyTests.Simulate(8, 12, 2, 4);
        foreach (var method in Enum.GetValues<Extraction>())
        {
            var solution = FactorAnalysis.OfData(data, new FactorOptions { Factors = 2, Extraction = method, ParallelReplications = 10 });
            Assert.Equal(Absence.Singular, solution.Adequacy.Kmo.Absence);
            Assert.Equal(method == Extraction.MaximumLikelihood ? Absence.Singular : Absence.None, solution.Absence);
            Assert.Contains(solution.Notices, n => n.Warning == FactorWarning.FewObservations);
        }
    }

    [Fact]
    public void Constants_infinities_too_few_rows_and_too_many_factors_say_so()
    {
        var constant = new double[50, 4];
        var dice = new Seed(3).Dice();
        for (var i = 0; i < 50; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                constant[i, j] = j == 2 ? 5 : dice.NextNormal();
            }
        }

        var solution = FactorAnalysis.OfData(constant, new FactorOptions { Factors = 1 });
        Assert.Equal(Absence.NoVariation, solution.Absence);
        Assert.Contains(solution.Notices, n => n.Warning == FactorWarning.ConstantColumns && n.Columns.SequenceEqual([2]));
        Assert.Empty(solution.Eigenvalues);
        constant[0, 0] = double.PositiveInfinity;
        Assert.Equal(Absence.NotFinite, FactorAnalysis.OfData(constant).Absence);
        Assert.Equal(Absence.TooFewObservations, FactorAnalysis.OfData(new double[1, 4]).Absence);
        Assert.Equal(Absence.TooFewObservations, FactorAnalysis.OfData(new double[0, 0]).Absence);
        Assert.Equal(Absence.OutOfDomain, FactorAnalysis.OfData(Harman5, new FactorOptions { Factors = 5 }).Absence);
        Assert.Equal(Absence.OutOfDomain, FactorAnalysis.OfData(Harman5, new FactorOptions { Factors = 0 }).Absence);
        Assert.Equal(Absence.OutOfDomain, FactorAnalysis.OfMatrix(new double[,] { { 1, 2 }, { 3, 1 } }, 50).Absence);
        Assert.Equal(Absence.NotFinite, FactorAnalysis.OfMatrix(new double[,] { { 1, double.NaN }, { double.NaN, 1 } }, 50).Absence);
    }

    [Fact]
    public void Pure_noise_has_a_factor_above_chance_once_in_twenty()
    {
        var found = 0;
        for (var seed = 1; seed <= 200; seed++)
        {
            var noise = new double[100, 8];
            var dice = new Seed((ulong)seed).Dice();
            foreach (ref var x in Algebra.Grid.Flat(noise))
            {
                x = dice.NextNormal();
            }

            var solution = FactorAnalysis.OfData(noise, new FactorOptions { ParallelReplications = 300, Rotation = Rotation.Varimax });
            found += solution.Suggested > 0 ? 1 : 0;
            Assert.True(solution.Suggested > 0 || solution.Absence == Absence.NotIdentified);
            Assert.Equal(solution.Suggested == 0, solution.Notices.Any(n => n.Warning == FactorWarning.NoFactors));
        }

        Assert.True(Inference.Proportion.Wilson(found, 200, 0.999).Contains(0.05), $"{found} of 200");
    }

    [Fact]
    public void The_identity_matrix_and_a_perfectly_correlated_one_end()
    {
        foreach (var method in Enum.GetValues<Extraction>())
        {
            foreach (var r in (double[])[0, 0.999999])
            {
                var matrix = Algebra.Grid.Identity(6);
                for (var i = 0; i < 6; i++)
                {
                    for (var j = 0; j < 6; j++)
                    {
                        matrix[i, j] = i == j ? 1 : r;
                    }
                }

                foreach (var rotation in Enum.GetValues<Rotation>())
                {
                    var solution = FactorAnalysis.OfMatrix(matrix, 100, new FactorOptions { Factors = 2, Extraction = method, Rotation = rotation, ParallelReplications = 5 });
                    Assert.True(solution.Absence != Absence.None || Algebra.Grid.AllFinite(Algebra.Grid.Flat(solution.Extraction.Loadings)));
                }
            }
        }
    }

    [Fact]
    public void Long_work_can_be_cancelled_and_reports_progress()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var (data, _) = FactorPropertyTests.Simulate(500, 10, 2, 4);
        Assert.ThrowsAny<OperationCanceledException>(() => FactorAnalysis.OfData(data, null, null, source.Token));
        var last = 0.0;
        FactorAnalysis.OfData(data, new FactorOptions { Factors = 2 }, new Straight(x => last = x));
        Assert.Equal(1, last);
    }

    private sealed class Straight(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}
