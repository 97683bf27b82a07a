using Stupeni.Statistics.Algebra;
using Stupeni.Statistics.Correlations;

namespace Stupeni.Statistics.Factors;

/// <summary>
/// Exploratory factor analysis: R ≈ L Φ L' + Ψ. From rows × columns answers (NaN = missing) or from a correlation or covariance matrix.
/// Steps: correlations (smoothed if not positive definite, and said), eigenvalues, adequacy, parallel analysis, extraction, rotation, fit,
/// scores; each step is also a public type of its own. Answers are in any units: columns are standardised. Sampling error of loadings is
/// about 1/√n; the uncertainty returned is that of RMSEA and of scores.
/// Too few rows (n &lt; 3) or columns (p &lt; 2), constant columns, infinities, m ≥ p, a singular matrix under maximum likelihood: absent with the
/// reason, never loadings. Long work can be cancelled and reports its progress from 0 to 1.
/// </summary>
public static class FactorAnalysis
{
    public static FactorSolution OfData(
        double[,] data, FactorOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default)
    {
        options ??= new FactorOptions();
        var correlations = options.Association switch
        {
            Association.Polychoric => Polychoric.Matrix(data, null, cancellation),
            Association.Pairwise => CorrelationMatrix.OfData(data, Missing.Pairwise, cancellation),
            _ => CorrelationMatrix.OfData(data, Missing.Complete, cancellation),
        };
        return Solve(correlations, data, options, progress, cancellation);
    }

    public static FactorSolution OfMatrix(
        double[,] matrix, int observations, FactorOptions? options = null, IProgress<double>? progress = null, CancellationToken cancellation = default) =>
        Solve(CorrelationMatrix.OfMatrix(matrix, observations), null, options ?? new FactorOptions(), progress, cancellation);

    private static FactorSolution Solve(
        CorrelationMatrix raw, double[,]? data, FactorOptions options, IProgress<double>? progress, CancellationToken cancellation)
    {
        var notices = new List<FactorNotice>();
        var correlations = raw.Smoothed();
        int p = correlations.Size, n = correlations.Observations;
        var absence = correlations.Absence != Absence.None ? correlations.Absence
            : n < 3 || p < 2 ? Absence.TooFewObservations
            : Absence.None;
        var eigenvalues = absence == Absence.None ? SymmetricEigen.ValuesOf(correlations.Values.Flat().ToArray(), p) : null;
        // What needs the inverse is told from the matrix as computed: that of a smoothed one would be an artefact of the smoothing.
        var adequacy = Adequacy.Of(raw.Values, n);
        Note(notices, correlations, adequacy, options, data is not null);

        var wanted = options.Factors is null && options.ParallelReplications < 1 ? 100 : options.ParallelReplications;
        var parallel = absence == Absence.None && wanted > 0
            ? ParallelAnalysis.Run(n, p, wanted, options.Seed, progress, cancellation)
            : null;
        int? suggested = parallel is { Absence: Absence.None } && eigenvalues is not null ? parallel.Suggest(eigenvalues) : null;
        var m = options.Factors ?? suggested ?? 0;
        if (absence == Absence.None && options.Factors is null && m == 0)
        {
            notices.Add(new(FactorWarning.NoFactors, []));
            absence = Absence.NotIdentified;
        }

        var extracted = absence == Absence.None
            ? Extracted.Of(
                options.Extraction == Factors.Extraction.MaximumLikelihood ? raw.Values : correlations.Values,
                m, options.Extraction, options.LeastUniqueness, cancellation)
            : Extracted.Refused(absence);
        absence = absence == Absence.None ? extracted.Absence : absence;
        var rotated = absence == Absence.None
            ? Rotations.Rotate(extracted.Loadings, options, cancellation)
            : Rotations.Unrotated(new double[0, 0]) with { Stopping = Stopping.Refused };
        var fit = absence == Absence.None
            ? FactorFit.Of(
                raw.Values, extracted.Loadings, extracted.Uniquenesses, n,
                options.Extraction != Factors.Extraction.MaximumLikelihood, options.Confidence)
            : null;
        var weights = absence == Absence.None && options.Scores != ScoreMethod.None
            ? FactorScores.Of(raw.Values, rotated, extracted.Uniquenesses, options.Scores)
            : null;
        if (absence == Absence.None)
        {
            Note(notices, extracted, rotated, fit!);
        }

        progress?.Report(1);
        return new FactorSolution
        {
            Correlations = correlations,
            Observations = n,
            Eigenvalues = eigenvalues ?? [],
            Adequacy = adequacy,
            Parallel = parallel,
            Suggested = suggested,
            Factors = absence == Absence.None ? m : 0,
            Absence = absence,
            Extraction = extracted,
            Rotation = rotated,
            Explained = [.. Alignment.Strength(rotated.Loadings, rotated.FactorCorrelations).Select(s => s / p)],
            Communalities = [.. extracted.Uniquenesses.Select(u => 1 - u)],
            Fit = fit,
            ScoreWeights = weights,
            Scores = data is null ? null : weights?.Apply(data),
            Notices = notices,
        };
    }

    private static void Note(
        List<FactorNotice> notices, CorrelationMatrix correlations, Adequacy adequacy, FactorOptions options, bool fromData)
    {
        if (correlations.ConstantColumns.Count > 0)
        {
            notices.Add(new(FactorWarning.ConstantColumns, correlations.ConstantColumns));
        }

        if (correlations.Smoothing is not null)
        {
            notices.Add(new(FactorWarning.Smoothed, []));
        }

        if (adequacy.Kmo.Absence == Absence.Singular)
        {
            notices.Add(new(FactorWarning.Singular, []));
        }

        if (fromData && options.Association == Association.Pearson && correlations.IncompleteRows > 0)
        {
            notices.Add(new(FactorWarning.RowsDropped, []));
        }

        if (correlations.Observations < 5 * correlations.Size)
        {
            notices.Add(new(FactorWarning.FewObservations, []));
        }
    }

    private static void Note(List<FactorNotice> notices, Extracted extracted, Rotated rotated, FactorFit fit)
    {
        if (extracted.Heywood.Count > 0)
        {
            notices.Add(new(FactorWarning.Heywood, extracted.Heywood));
        }

        if (!extracted.Stopping.Converged)
        {
            notices.Add(new(FactorWarning.ExtractionNotConverged, []));
        }

        if (!rotated.Stopping.Converged)
        {
            notices.Add(new(FactorWarning.RotationNotConverged, []));
        }

        if (rotated.Optima.Count > 1)
        {
            notices.Add(new(FactorWarning.LocalOptima, []));
        }

        if (fit.DegreesOfFreedom < 0)
        {
            notices.Add(new(FactorWarning.NotIdentified, []));
        }
    }
}
