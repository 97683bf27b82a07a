using Stupeni.Statistics.Inference;

namespace Stupeni.Assessments.Rules;

/// <summary>What may point to results that are not what pupils can do.</summary>
public enum BiasRule { MeanAboveRegion, BoundaryPeak, JournalDiffers, CohortChange }

/// <summary>In the order of what they say.</summary>
public enum SignVerdict { NotEnough, NotSeen, Possible }

/// <summary>A rule's verdict with its numbers. «Possible» is a question to be looked into, never proof.</summary>
/// <param name="N">Participants it rests on.</param>
/// <param name="Numbers">The figures in the order in which the rule's sentence names them.</param>
public sealed record BiasSign(BiasRule Rule, SignVerdict Verdict, int N, IReadOnlyList<double> Numbers)
{
    /// <summary>The part of raised or of lowered marks from which the comparison is a sign; a setting of the product, not of ФИОКО.</summary>
    public const double JournalShare = 0.4;

    private const double Confident = 1.959963984540054;

    /// <summary>The two years of the same pupils, for the rule that compares them.</summary>
    public CohortChange? Cohort { get; init; }

    public static IReadOnlyList<BiasSign> Of(Tallies school, Tallies? rest, MarkScale? scale) => [Mean(school, rest), Peak(school, scale), Journal(school)];

    /// <summary>The 95 % interval of the school's mean lies above that of the rest of the region.</summary>
    private static BiasSign Mean(Tallies school, Tallies? rest)
    {
        if (school.Placed < CompletionClass.FewestParticipants || rest is null || rest.Placed < BoundaryPeak.Enough) return new(BiasRule.MeanAboveRegion, SignVerdict.NotEnough, school.Placed, []);

        var (mean, margin) = MeanOf(school);
        var (others, around) = MeanOf(rest);
        return new(BiasRule.MeanAboveRegion, mean - margin > others + around ? SignVerdict.Possible : SignVerdict.NotSeen, school.Placed, [mean, mean - margin, mean + margin, others, others - around, others + around]);
    }

    /// <summary>More at a boundary of marks than beside it, from fifty participants on.</summary>
    private static BiasSign Peak(Tallies school, MarkScale? scale)
    {
        if (scale is null || school.Placed < BoundaryPeak.Enough) return new(BiasRule.BoundaryPeak, SignVerdict.NotEnough, school.Placed, []);
        var peak = BoundaryPeak.Of(school.Totals, scale).FirstOrDefault(p => p.IsPeak);
        return peak is null ? new(BiasRule.BoundaryPeak, SignVerdict.NotSeen, school.Placed, []) : new(BiasRule.BoundaryPeak, SignVerdict.Possible, school.Placed, [peak.Mark, peak.Score, peak.Count, peak.Neighbours]);
    }

    /// <summary>Marks are raised or lowered against the journal for so many that chance alone would hardly give it: the lower end of Wilson's interval reaches the share.</summary>
    private static BiasSign Journal(Tallies school)
    {
        var compared = JournalComparison.Of(school);
        if (compared.All < CompletionClass.FewestParticipants) return new(BiasRule.JournalDiffers, SignVerdict.NotEnough, compared.All, []);

        var most = Math.Max(compared.Lower, compared.Higher);
        var interval = Proportion.Wilson(most, compared.All);
        return new(BiasRule.JournalDiffers, interval.Lower >= JournalShare ? SignVerdict.Possible : SignVerdict.NotSeen, compared.All, [100.0 * compared.Lower / compared.All, 100.0 * compared.Higher / compared.All]);
    }

    private static (double Mean, double Margin) MeanOf(Tallies tallies)
    {
        double n = tallies.Placed, mean = 0, squares = 0;
        for (var score = 0; score < tallies.Totals.Length; score++) mean += score * tallies.Totals[score] / n;
        for (var score = 0; score < tallies.Totals.Length; score++) squares += tallies.Totals[score] * (score - mean) * (score - mean);
        return (mean, Confident * Math.Sqrt(squares / (n - 1) / n));
    }
}
