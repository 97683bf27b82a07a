namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// A fitted model: items, spread of ability, and the ability of every person in the order of the table.
/// Abilities are expected a posteriori (posterior mean, posterior standard deviation as its error), in logits; a person without
/// answers has none. <see cref="Variance"/> is that of ability in the population (1 by convention when slopes are free),
/// <see cref="Mean"/> is 0 unless difficulties are centred instead (conditional likelihood).
/// <see cref="Reliability"/> = Var(EAP) / (Var(EAP) + mean squared error). <see cref="LogLikelihood"/> is marginal or conditional as fitted.
/// When <see cref="Refusal"/> is set there are no figures at all.
/// </summary>
public sealed record Calibration
{
    public required Model Model { get; init; }

    /// <summary>Whether difficulties were found given the total scores (sum zero) instead of given a normal population.</summary>
    public bool IsConditional { get; init; }

    public Refusal Refusal { get; init; } = Refusal.None;

    public IReadOnlyList<Item> Items { get; init; } = [];

    public Estimate Variance { get; init; }

    public Estimate Mean { get; init; }

    public Estimate LogLikelihood { get; init; }

    /// <summary>Free parameters of the likelihood.</summary>
    public int Parameters { get; init; }

    /// <summary>2 p − 2 log L (Akaike); smaller is better.</summary>
    public Estimate Aic { get; init; }

    /// <summary>p log n − 2 log L (Schwarz), n = persons used; smaller is better.</summary>
    public Estimate Bic { get; init; }

    public IReadOnlyList<Estimate> Abilities { get; init; } = [];

    public Estimate Reliability { get; init; }

    /// <summary>Persons whose answers took part in the likelihood (conditional: without lowest and highest scores).</summary>
    public int PersonsUsed { get; init; }

    public Stopping Stopping { get; init; } = Stopping.Refused;

    /// <summary>The data show no spread of ability beyond chance: variance 0 is at its bound and has no standard error.</summary>
    public bool NoSpread { get; init; }

    internal Shape? Shape { get; init; }

    internal double[] Solution { get; init; } = [];

    internal static Calibration Refused(Model model, bool conditional, Refusal refusal, IReadOnlyList<Item>? items = null) => new()
    {
        Model = model,
        IsConditional = conditional,
        Refusal = refusal,
        Items = items ?? [],
        Variance = Estimate.Absent(refusal.Why),
        Mean = Estimate.Absent(refusal.Why),
        LogLikelihood = Estimate.Absent(refusal.Why),
        Aic = Estimate.Absent(refusal.Why),
        Bic = Estimate.Absent(refusal.Why),
        Reliability = Estimate.Absent(refusal.Why),
    };

    /// <summary>Var(EAP) / (Var(EAP) + mean SE²) over the persons with an estimate; absent below two of them or without any spread.</summary>
    internal static Estimate ReliabilityOf(IReadOnlyList<Estimate> abilities)
    {
        double n = 0, mean = 0, squares = 0, errors = 0;
        foreach (var ability in abilities)
        {
            if (ability.IsPresent)
            {
                n++;
                var delta = ability.Value - mean;
                mean += delta / n;
                squares += delta * (ability.Value - mean);
                errors += ability.StandardError * ability.StandardError;
            }
        }

        if (n < 2)
        {
            return Estimate.Absent(Absence.TooFewObservations);
        }

        var variance = squares / (n - 1);
        var error = errors / n;
        return variance + error > 0 ? Estimate.Of(variance / (variance + error)) : Estimate.Absent(Absence.NoVariation);
    }
}
