using Stupeni.Statistics.Regression;

namespace Stupeni.Identification.Estimates;

/// <summary>
/// Results of schools against their context by ordinary least squares over the region: how much of the differences between schools the context explains, and how far each school
/// lies from what its context would let expect. None where the data do not give it: fewer schools than asked for, or nothing differs.
/// </summary>
/// <param name="Coefficients">The constant first, then one per column.</param>
/// <param name="Residuals">One per school that has everything, in their order.</param>
public sealed record ContextualLine(IReadOnlyList<double> Coefficients, IReadOnlyList<double> Residuals, double RSquared, int Schools)
{
    /// <param name="results">One per school; NaN where there is none.</param>
    /// <param name="context">Schools × what is known of their context.</param>
    public static ContextualLine? Of(double[] results, double[,] context, int minSchools)
    {
        var fit = LeastSquares.Fit(results, context);
        return fit.Refusal.IsRefused || fit.Rows.Count < minSchools || !fit.RSquared.IsPresent ? null : new([.. fit.Coefficients.Select(c => c.Estimate.Value)], fit.Residuals, fit.RSquared.Value, fit.Rows.Count);
    }

    /// <summary>Residuals in their own deviations (n − 1): above one, a school does clearly better than schools in such circumstances.</summary>
    public IReadOnlyList<double> Standardised
    {
        get
        {
            var deviation = Math.Sqrt(Residuals.Sum(r => r * r) / (Residuals.Count - 1));
            return [.. Residuals.Select(r => r / deviation)];
        }
    }
}
