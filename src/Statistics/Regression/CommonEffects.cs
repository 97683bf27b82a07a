namespace Stupeni.Statistics.Regression;

/// <summary>One measurement of a group: how far it lies from what was expected, and the variance of its error, taken as known.</summary>
public readonly record struct Deviation(int Group, double Value, double Variance);

/// <summary>The common part of a group's deviations, shrunken to 0, with its standard deviation given the data.</summary>
public readonly record struct CommonEffect(int Group, int Measurements, Estimate Effect);

/// <summary>
/// What several independent measurements of each group have in common: d_gk = u_g + w_gk + e_gk, u ~ (0, lasting), w ~ (0, passing), e ~ (0, v_gk) with v known.
/// Variances by the method of moments with weights 1 / (v + T), T the crude total: the lasting one from products of different measurements of a group, the
/// sum of both from squares less v; a negative one is 0. u by the best linear unbiased prediction with these variances taken as known:
/// precision 1 / lasting + Σ 1 / (passing + v). Measurements with NaN are left out. With fewer than two groups measured twice the
/// two variances cannot be told apart (<see cref="IsSeparable"/>): all of it counts as lasting. Refused: an infinity or a variance not above 0; fewer
/// than two groups (not identified); no lasting variance (no variation).
/// </summary>
public sealed record CommonEffects
{
    public Refusal Refusal { get; init; } = Refusal.None;

    /// <summary>Whether what lasts was told from what passes.</summary>
    public bool IsSeparable { get; init; }

    /// <summary>Variance of what groups keep from measurement to measurement.</summary>
    public double Lasting { get; init; }

    /// <summary>Variance of what differs between measurements of a group beyond their errors.</summary>
    public double Passing { get; init; }

    /// <summary>Share of the lasting part in the true differences of one measurement.</summary>
    public double Stability => IsSeparable && Lasting + Passing > 0 ? Lasting / (Lasting + Passing) : double.NaN;

    /// <summary>By code of the group.</summary>
    public IReadOnlyList<CommonEffect> Groups { get; init; } = [];

    public static CommonEffects Of(IEnumerable<Deviation> deviations)
    {
        ArgumentNullException.ThrowIfNull(deviations);
        var all = deviations.Where(d => !double.IsNaN(d.Value) && !double.IsNaN(d.Variance)).ToList();
        if (all.FindIndex(d => !double.IsFinite(d.Value) || !double.IsFinite(d.Variance) || d.Variance <= 0) is var wrong and >= 0)
        {
            return new CommonEffects { Refusal = Refusal.Of(Absence.OutOfDomain, -1, wrong) };
        }

        var groups = all.GroupBy(d => d.Group).OrderBy(g => g.Key).Select(g => (g.Key, Own: g.ToList())).ToList();
        if (groups.Count < 2)
        {
            return new CommonEffects { Refusal = Refusal.Of(Absence.NotIdentified) };
        }

        var separable = groups.Count(g => g.Own.Count > 1) > 1;
        var crude = Math.Max(0, all.Average(d => d.Value * d.Value - d.Variance));
        double squares = 0, squareWeights = 0, products = 0, productWeights = 0;
        foreach (var (_, own) in groups)
        {
            double sum = 0, weights = 0, ownSquares = 0, ownWeights = 0;
            foreach (var d in own)
            {
                var weight = 1 / (d.Variance + crude);
                squares += weight * weight * (d.Value * d.Value - d.Variance);
                squareWeights += weight * weight;
                sum += weight * d.Value;
                weights += weight;
                ownSquares += weight * weight * d.Value * d.Value;
                ownWeights += weight * weight;
            }

            // Twice the sum over pairs of different measurements.
            products += sum * sum - ownSquares;
            productWeights += weights * weights - ownWeights;
        }

        var both = squares / squareWeights;
        var lasting = separable ? products / productWeights : both;
        if (!(lasting > 0))
        {
            return new CommonEffects { Refusal = Refusal.Of(Absence.NoVariation) };
        }

        var passing = Math.Max(0, both - lasting);
        return new CommonEffects { IsSeparable = separable, Lasting = lasting, Passing = passing, Groups = [.. groups.Select(g => Shrunken(g.Key, g.Own, lasting, passing))] };
    }

    private static CommonEffect Shrunken(int group, List<Deviation> own, double lasting, double passing)
    {
        double precision = 1 / lasting, sum = 0;
        foreach (var d in own)
        {
            precision += 1 / (passing + d.Variance);
            sum += d.Value / (passing + d.Variance);
        }

        return new CommonEffect(group, own.Count, Estimate.Of(sum / precision, Math.Sqrt(1 / precision)));
    }
}
