using Stupeni.Statistics.Algebra;
using Stupeni.Statistics.Distributions;
using Stupeni.Statistics.Inference;

namespace Stupeni.Statistics.Regression;

/// <summary>
/// Ordinary least squares with an intercept, by QR: β minimises Σ (y − β₀ − Σ β x)². Rows with NaN in the outcome or a predictor, or
/// with a negative cluster, are left out; an infinity refuses the whole. Refused: as many coefficients as rows or more; a predictor
/// that the ones before it explain (constant included; singular, its column is named). Errors: <see cref="Errors"/>. Errors that the data do not
/// give (one cluster; HC2-4 with a row that a coefficient fits alone; a perfect fit) are NaN and the tests absent with the reason.
/// </summary>
public static class LeastSquares
{
    /// <param name="outcome">n values.</param>
    /// <param name="predictors">n × k, without the column of ones.</param>
    /// <param name="errors">Which standard errors.</param>
    /// <param name="clusters">n codes ≥ 0 for CR0 and CR1, otherwise not needed.</param>
    /// <param name="confidence">Of the intervals.</param>
    public static LinearFit Fit(
        ReadOnlySpan<double> outcome,
        double[,] predictors,
        Errors errors = Errors.Classical,
        ReadOnlySpan<int> clusters = default,
        double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(predictors);
        var clustered = errors is Errors.Cr0 or Errors.Cr1;
        if (!(confidence > 0 && confidence < 1) || (clustered && clusters.Length != outcome.Length))
        {
            return LinearFit.Refused(Refusal.Of(Absence.OutOfDomain));
        }

        var (rows, refusal) = CompleteRows.Of(outcome, predictors, clusters);
        var (n, p) = (rows.Length, predictors.GetLength(1) + 1);
        if (refusal.IsRefused || n < p)
        {
            return LinearFit.Refused(refusal.IsRefused ? refusal : Refusal.Of(n == 0 ? Absence.TooFewObservations : Absence.NotIdentified));
        }

        var y = new double[n];
        var columns = Columns(outcome, predictors, rows, y);
        var qr = new ThinQr(columns);
        if (qr.Dependent >= 0)
        {
            return LinearFit.Refused(Refusal.Of(Absence.Singular, qr.Dependent - 1));
        }

        double[] projection = [.. qr.Q.Select(q => Lanes.Dot(q, y))];
        var residuals = (double[])y.Clone();
        for (var j = 0; j < p; j++)
        {
            Lanes.Add(residuals, -projection[j], qr.Q[j]);
        }

        qr.Solve(projection);
        int[] groups = clustered ? [.. Codes(clusters, rows)] : [];
        var spread = new Spread(qr, residuals, groups);
        var (covariance, reason) = spread.Covariance(errors);
        var df = clustered ? spread.Clusters - 1 : n - p;
        return Described(y, residuals, p, qr) with
        {
            Coefficients = [.. projection.Select((b, j) => Coefficient(b, covariance?[j * p + j] ?? double.NaN, reason, df, confidence))],
            Covariance = covariance is null ? new double[0, 0] : Grid.Square(covariance, p),
            Clusters = spread.Clusters,
            Rows = rows,
            Residuals = residuals,
            Leverages = spread.Leverages,
        };
    }

    private static double[][] Columns(ReadOnlySpan<double> outcome, double[,] predictors, int[] rows, double[] y)
    {
        var columns = new double[predictors.GetLength(1) + 1][];
        for (var j = 0; j < columns.Length; j++)
        {
            columns[j] = new double[rows.Length];
            for (var i = 0; i < rows.Length; i++)
            {
                columns[j][i] = j == 0 ? 1 : predictors[rows[i], j - 1];
            }
        }

        for (var i = 0; i < rows.Length; i++)
        {
            y[i] = outcome[rows[i]];
        }

        return columns;
    }

    private static int[] Codes(ReadOnlySpan<int> clusters, int[] rows)
    {
        var codes = new int[rows.Length];
        for (var i = 0; i < rows.Length; i++)
        {
            codes[i] = clusters[rows[i]];
        }

        return codes;
    }

    private static Coefficient Coefficient(double value, double variance, Absence reason, int df, double confidence)
    {
        var error = variance >= 0 ? Math.Sqrt(variance) : double.NaN;
        if (reason == Absence.None && !(error > 0))
        {
            reason = Absence.NoVariation;
        }

        if (reason != Absence.None)
        {
            return new Coefficient(Estimate.Of(value, error), SignificanceTest.Absent(reason), Interval.Absent(reason));
        }

        var reach = StudentT.Quantile((1 + confidence) / 2, df) * error;
        return new Coefficient(Estimate.Of(value, error), SignificanceTest.T(value / error, df), Interval.Of(value - reach, value + reach, confidence));
    }

    private static LinearFit Described(double[] y, double[] residuals, int p, ThinQr qr)
    {
        var n = y.Length;
        var rss = Lanes.Dot(residuals, residuals);
        var mean = Lanes.Sum(y) / n;
        var tss = y.Sum(v => (v - mean) * (v - mean));
        var flat = !(tss > 1e-24 * y.Sum(v => v * v));
        // What is left after a perfect fit is rounding, not a likelihood.
        var perfect = flat || rss <= 1e-24 * tss;
        var (regression, df) = (p - 1, n - p);
        var logLikelihood = -0.5 * n * (Math.Log(2 * Math.PI) + Math.Log(rss / n) + 1);
        var reason = flat || perfect ? Absence.NoVariation : df < 1 ? Absence.NotIdentified : Absence.None;
        Estimate Unless(Absence why, double value) => why == Absence.None ? Estimate.Of(value) : Estimate.Absent(why);
        return new LinearFit
        {
            Sigma = df < 1 ? Estimate.Absent(Absence.NotIdentified) : Estimate.Of(Math.Sqrt(rss / df)),
            RSquared = Unless(flat ? Absence.NoVariation : Absence.None, 1 - rss / tss),
            AdjustedRSquared = Unless(flat ? Absence.NoVariation : df < 1 ? Absence.NotIdentified : Absence.None, 1 - rss / df / (tss / (n - 1))),
            FTest = reason != Absence.None ? SignificanceTest.Absent(reason)
                : regression == 0 ? SignificanceTest.Absent(Absence.NotIdentified)
                : SignificanceTest.F((tss - rss) / regression / (rss / df), regression, df),
            LogLikelihood = Unless(perfect ? Absence.Unbounded : Absence.None, logLikelihood),
            Aic = Unless(perfect ? Absence.Unbounded : Absence.None, 2 * (p + 1) - 2 * logLikelihood),
            Bic = Unless(perfect ? Absence.Unbounded : Absence.None, Math.Log(n) * (p + 1) - 2 * logLikelihood),
            DegreesOfFreedom = df,
        };
    }
}
