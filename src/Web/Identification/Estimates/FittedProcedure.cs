using Stupeni.Statistics;
using Stupeni.Statistics.Regression;

namespace Stupeni.Identification.Estimates;

/// <summary>What the model of a procedure says of one school, in deviations of pupils.</summary>
internal readonly record struct FittedSchool(int Place, int Pupils, double Mean, double Expected, Estimate Effect)
{
    public double Residual => Mean - Expected;
}

/// <summary>The model of one procedure, or why there is none.</summary>
internal sealed record FittedProcedure(ScoredProcedure Scores, double Mean, double Deviation, MixedFit? Fit, IReadOnlyList<Predictor> Predictors, double? RSquared, IReadOnlyList<FittedSchool> Schools, Omitted? Why)
{
    /// <summary>Schools that move the coefficients most, beyond 4 ÷ schools; few.</summary>
    public IReadOnlyList<GroupInfluence> Moving { get; init; } = [];

    public Estimate? Of(PredictorKind kind) => PlaceOf(kind) is > 0 and var at ? Fit!.Fixed[at] : null;

    /// <summary>Of its coefficient; 0 where there is none.</summary>
    public int PlaceOf(PredictorKind kind) => Predictors.Index().Where(p => p.Item.Kind == kind).Select(p => p.Index + 1).FirstOrDefault();

    /// <summary>How much less sure the expectation is where the index of a school is not known: the variance of the effect of an index drawn from the region's.</summary>
    public double Unknown => Of(PredictorKind.Index) is { } slope ? slope.Value * slope.Value : 0;
}

internal enum PredictorKind { Index, Rural, Size, Prior, PriorUnknown }

/// <summary>A column of the model: one value per place of a school.</summary>
internal sealed record Predictor(PredictorKind Kind, double[] Values)
{
    /// <summary>One value per pupil, where pupils of a school differ; the values of schools are then means.</summary>
    public double[]? Rows { get; init; }
}
