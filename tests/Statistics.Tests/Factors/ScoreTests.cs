using static Stupeni.Statistics.Oracle;

namespace Stupeni.Statistics.Factors;

public class ScoreTests
{
    [Theory]
    [InlineData("bfi.csv", "bfi_complete")]
    [InlineData("holzinger_swineford.csv", "holzinger_swineford")]
    [InlineData("region-small/questionnaire_teachers.csv", "region-teachers")]
    public void Scores_from_the_rows_agree_with_R(string file, string name)
    {
        var c = Json($"fa-{name}.json");
        var names = c.GetProperty("correlation").GetProperty("rows").EnumerateArray().Select(r => r.GetString()!).ToArray();
        var data = Complete(Oracle.Csv(file, names.Contains));
        foreach (var method in (string[])["minres", "ml"])
        {
            foreach (var (key, rotation) in ((string, Rotation)[])[("varimaxKaiser", Rotation.Varimax), ("oblimin", Rotation.Oblimin)])
            {
                var expected = c.GetProperty(method).GetProperty("scores").GetProperty(key);
                foreach (var (kind, scores) in ((string, ScoreMethod)[])[("regression", ScoreMethod.Regression), ("bartlett", ScoreMethod.Bartlett)])
                {
                    var solution = FactorAnalysis.OfData(data, new FactorOptions
                    {
                        Factors = (int)c.Number("factors"),
                        Extraction = method == "ml" ? Extraction.MaximumLikelihood : Extraction.MinimumResiduals,
                        Rotation = rotation,
                        Scores = scores,
                        ParallelReplications = 0,
                    });
                    Near(expected.Matrix(kind == "regression" ? "weightsRegression" : "weightsBartlett"), solution.ScoreWeights!.Weights, 1e-5);
                    Near(expected.Matrix($"{kind}_first20"), Head(solution.Scores!, 20), 1e-5);
                    var squares = expected.Numbers($"{kind}_checksum_sumsq");
                    for (var k = 0; k < squares.Length; k++)
                    {
                        NearRelative(squares[k], Column(solution.Scores!, k).Sum(x => x * x), 1e-5);
                    }

                    if (kind == "regression")
                    {
                        Near(expected.Numbers("regression_R2"), [.. solution.ScoreWeights.StandardErrors.Select(e => 1 - e * e)], 1e-5);
                        Near(expected.Numbers("regression_R2"), [.. solution.ScoreWeights.Determinacy.Select(d => d * d)], 1e-5);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_row_with_a_missing_answer_has_no_score_and_the_dropped_rows_are_reported()
    {
        var data = Correlations.PolychoricTests.Cut(300, 6, 0.5, 9);
        data[7, 2] = double.NaN;
        var solution = FactorAnalysis.OfData(data, new FactorOptions { Factors = 1, Scores = ScoreMethod.Regression });
        Assert.True(double.IsNaN(solution.Scores![7, 0]));
        Assert.False(double.IsNaN(solution.Scores[8, 0]));
        Assert.Equal(299, solution.Observations);
        Assert.Contains(solution.Notices, n => n.Warning == FactorWarning.RowsDropped);
    }

    [Fact]
    public void Scores_correlate_with_the_truth_as_much_as_their_determinacy_says()
    {
        var dice = new Seed(21).Dice();
        const int n = 20_000;
        var data = new double[n, 9];
        var truth = new double[n];
        for (var i = 0; i < n; i++)
        {
            truth[i] = dice.NextNormal();
            for (var j = 0; j < 9; j++)
            {
                var loading = 0.4 + 0.05 * j;
                data[i, j] = 3 + loading * truth[i] + Math.Sqrt(1 - loading * loading) * dice.NextNormal();
            }
        }

        foreach (var method in (ScoreMethod[])[ScoreMethod.Regression, ScoreMethod.Bartlett])
        {
            var solution = FactorAnalysis.OfData(data, new FactorOptions { Factors = 1, Scores = method, ParallelReplications = 0 });
            var scores = Column(solution.Scores!, 0);
            Near(solution.ScoreWeights!.Determinacy[0], Statistics.Correlations.Pearson.Of(scores, truth).R.Value, 0.01);
            var error = Math.Sqrt(scores.Zip(truth, (s, t) => (s - t) * (s - t)).Average());
            Near(solution.ScoreWeights.StandardErrors[0], error, 0.02);
        }
    }

    private static double[,] Complete(double[,] data)
    {
        var rows = Enumerable.Range(0, data.GetLength(0))
            .Where(i => Enumerable.Range(0, data.GetLength(1)).All(j => !double.IsNaN(data[i, j]))).ToArray();
        var kept = new double[rows.Length, data.GetLength(1)];
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < data.GetLength(1); j++)
            {
                kept[i, j] = data[rows[i], j];
            }
        }

        return kept;
    }

    private static double[,] Head(double[,] m, int rows)
    {
        var head = new double[rows, m.GetLength(1)];
        Array.Copy(m, head, head.Length);
        return head;
    }
}
