using static Stupeni.Statistics.Oracle;

namespace Stupeni.Statistics.Factors;

public class ParallelAnalysisTests
{
    [Theory]
    [InlineData("parallel-145x24.json")]
    [InlineData("parallel-2800x25.json")]
    [InlineData("parallel-301x9.json")]
    public void Random_eigenvalues_are_those_of_R_within_their_standard_errors(string file)
    {
        var c = Json(file);
        const int replications = 10_000;
        var parallel = ParallelAnalysis.Run((int)c.Number("n"), (int)c.Number("p"), replications, 7);
        double[] mean = c.Numbers("mean"), se = c.Numbers("se"), sd = c.Numbers("sd"), q95 = c.Numbers("q95"), q95Error = c.Numbers("q95_se");
        for (var k = 0; k < mean.Length; k++)
        {
            Near(mean[k], parallel.Mean[k], 4 * Math.Sqrt(se[k] * se[k] + sd[k] * sd[k] / replications));
            Near(sd[k], parallel.StandardDeviation[k], 0.05 * sd[k]);
            Near(q95[k], parallel.P95[k], 4 * Math.Sqrt(2) * q95Error[k]);
            Near(c.Numbers("q99")[k], parallel.P99[k], 16 * q95Error[k]);
            Near(c.Numbers("q50")[k], parallel.Median[k], 4 * Math.Sqrt(2) * q95Error[k]);
        }
    }

    [Fact]
    public void The_same_number_of_components_is_suggested_as_by_psych()
    {
        var psych = Json("parallel-psych-bfi.json");
        var solution = FactorAnalysis.OfMatrix(Json("fa-bfi_complete.json").Matrix("correlation"), 2436, new FactorOptions { ParallelReplications = 200 });
        Assert.Equal((int)psych.Number("ncomp"), solution.Suggested);
        Assert.Equal(5, solution.Factors);
    }

    [Fact]
    public void The_result_depends_on_the_seed_alone()
    {
        var first = ParallelAnalysis.Run(200, 12, 50, 3);
        var second = ParallelAnalysis.Run(200, 12, 50, 3);
        var other = ParallelAnalysis.Run(200, 12, 50, 4);
        Assert.Equal(first.Mean, second.Mean);
        Assert.Equal(first.P95, second.P95);
        Assert.NotEqual(first.Mean[0], other.Mean[0]);
        Near(12, first.Mean.Sum(), 1e-10);
    }

    [Fact]
    public void Fewer_rows_than_columns_leave_roots_of_zero()
    {
        var parallel = ParallelAnalysis.Run(6, 10, 100, 1);
        Near(0, parallel.Mean[9], 1e-12);
        Assert.True(parallel.Mean[4] > 0.1);
        Near(0, parallel.P99[5], 1e-12);
        Near(10, parallel.Mean.Sum(), 1e-10);
    }

    [Fact]
    public void Too_little_to_work_on_says_so_and_work_can_be_cancelled()
    {
        Assert.Equal(Absence.TooFewObservations, ParallelAnalysis.Run(2, 5, 10, 1).Absence);
        Assert.Equal(Absence.TooFewObservations, ParallelAnalysis.Run(20, 5, 0, 1).Absence);
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => ParallelAnalysis.Run(100, 10, 1000, 1, null, source.Token));
    }
}
