namespace Stupeni.Identification.Models;

/// <summary>
/// How the means of schools lie about the model: each residual in its own deviation, √(between + within ÷ pupils). If the model holds, about one in twenty lies beyond two, as many above as below, alike
/// in small schools and large ones.
/// </summary>
public sealed record FitQuality(int Results, double Beyond, double BeyondSmall, double BeyondLarge, double Above, IReadOnlyList<FitBin> Bins)
{
    private const double Far = 1.96;
    private const int Small = 10;

    public static FitQuality? Of(IReadOnlyList<ProcedureEstimate> results, IReadOnlyList<ProcedureFit> fits)
    {
        var models = fits.Where(f => f.Between is not null).ToDictionary(f => f.Procedure);
        var residuals = results.Where(r => models.ContainsKey(r.Procedure)).Select(r => (r.Pupils, Z: (r.Mean - r.Expected) / Math.Sqrt(models[r.Procedure].Between!.Value + (models[r.Procedure].Within!.Value / r.Pupils)))).ToList();
        if (residuals.Count == 0) return null;

        var edges = new[] { double.NegativeInfinity, -3, -2, -1, 0, 1, 2, 3, double.PositiveInfinity };
        return new(residuals.Count, Share(residuals), Share(residuals.FindAll(r => r.Pupils < Small)), Share(residuals.FindAll(r => r.Pupils >= Small)), 100.0 * residuals.Count(r => r.Z > 0) / residuals.Count,
            [.. edges.Zip(edges.Skip(1), (from, to) => new FitBin(from, to, residuals.Count(r => r.Z >= from && r.Z < to)))]);
    }

    private static double Share(List<(int Pupils, double Z)> residuals) => residuals.Count == 0 ? double.NaN : 100.0 * residuals.Count(r => Math.Abs(r.Z) > Far) / residuals.Count;
}

/// <summary>How many residuals lie from one deviation to another.</summary>
public sealed record FitBin(double From, double To, int Results);
