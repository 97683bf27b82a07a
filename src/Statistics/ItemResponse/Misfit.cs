namespace Stupeni.Statistics.ItemResponse;

/// <summary>
/// How far answers are from what the model expects (Wright, Masters 1982); use abilities of <see cref="Weighted"/>, shrunken ones make everything look fit. With residual x − E, variance W and fourth moment C of an answer
/// at the person's ability: <see cref="Outfit"/> = mean of (x − E)² / W, <see cref="Infit"/> = Σ (x − E)² / Σ W; both are near 1 when the
/// model holds, above 1 for noise, below 1 for answers too regular. Z is the cube-root approximation to a normal deviate
/// (z = (v^⅓ − 1) 3/q + q/3, q² = Σ (C/W² − 1)/n² or Σ (C − W²)/(Σ W)², q at most √2). Absent without answers.
/// </summary>
public readonly record struct Misfit(int Answers, Estimate Infit, Estimate InfitZ, Estimate Outfit, Estimate OutfitZ)
{
    /// <summary>Fit of every item, in the order of the columns; items that took no part are absent.</summary>
    public static IReadOnlyList<Misfit> OfItems(Answers answers, Calibration calibration, IReadOnlyList<Estimate> abilities) =>
        Of(answers, calibration, abilities, byItem: true);

    /// <summary>Fit of every person, in the order of the table.</summary>
    public static IReadOnlyList<Misfit> OfPersons(Answers answers, Calibration calibration, IReadOnlyList<Estimate> abilities) =>
        Of(answers, calibration, abilities, byItem: false);

    private static Misfit[] Of(Answers answers, Calibration calibration, IReadOnlyList<Estimate> abilities, bool byItem)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(calibration);
        ArgumentNullException.ThrowIfNull(abilities);
        var sums = new Sums[byItem ? answers.Items : answers.Persons];
        var shape = calibration.Shape;
        var usable = shape is not null && abilities.Count == answers.Persons && shape.Parts[^1].Column < answers.Items;
        for (var i = 0; usable && i < answers.Persons; i++)
        {
            if (!abilities[i].IsPresent)
            {
                continue;
            }

            var row = answers.Of(i);
            foreach (var part in shape!.Parts)
            {
                if (row[part.Column] is >= 0 and var score && Array.IndexOf(part.Raw, score) >= 0)
                {
                    sums[byItem ? part.Column : i].Add(score - part.Raw[0], Moments.Of(part, calibration.Solution, abilities[i].Value));
                }
            }
        }

        return Array.ConvertAll(sums, s => s.Misfit);
    }

    private struct Sums
    {
        private int n;
        private double squares;
        private double standardised;
        private double variance;
        private double kurtosis;
        private double excess;

        public void Add(double score, Moments m)
        {
            if (!(m.Variance > 1e-12))
            {
                return;
            }

            var residual = (score - m.Mean) * (score - m.Mean);
            n++;
            squares += residual;
            standardised += residual / m.Variance;
            variance += m.Variance;
            kurtosis += m.Fourth / (m.Variance * m.Variance) - 1;
            excess += m.Fourth - m.Variance * m.Variance;
        }

        public readonly Misfit Misfit
        {
            get
            {
                if (n == 0)
                {
                    var absent = Estimate.Absent(Absence.TooFewObservations);
                    return new Misfit(0, absent, absent, absent, absent);
                }

                var (infit, outfit) = (squares / variance, standardised / n);
                return new Misfit(
                    n,
                    Estimate.Of(infit),
                    Z(infit, Math.Sqrt(excess) / variance),
                    Estimate.Of(outfit),
                    Z(outfit, Math.Sqrt(kurtosis) / n));
            }
        }

        private static Estimate Z(double meanSquare, double q)
        {
            q = Math.Min(q, Math.Sqrt(2));
            return q > 0 ? Estimate.Of((Math.Cbrt(meanSquare) - 1) * 3 / q + q / 3) : Estimate.Absent(Absence.NoVariation);
        }
    }
}
