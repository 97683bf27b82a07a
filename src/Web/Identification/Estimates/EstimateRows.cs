using Stupeni.Statistics;
using Stupeni.Statistics.Regression;

namespace Stupeni.Identification.Estimates;

/// <summary>What was found as rows of the database.</summary>
internal static class EstimateRows
{
    public static ProcedureFit Of(RunEstimate estimate, FittedProcedure fitted)
    {
        Estimate? by(PredictorKind kind) => fitted.Fit is null ? null : fitted.Of(kind);
        return new()
        {
            Estimate = estimate.Id, Procedure = fitted.Scores.Procedure.Id, Pupils = fitted.Scores.Schools.Sum(s => s.Pupils), Schools = fitted.Scores.Schools.Count, Index = by(PredictorKind.Index) is null ? null : fitted.Scores.Index?.Id,
            Mean = fitted.Mean, Deviation = fitted.Deviation, Why = fitted.Why, RSquared = fitted.RSquared, Between = fitted.Fit?.InterceptVariance.Value, Within = fitted.Fit?.ResidualVariance.Value,
            ByIndex = by(PredictorKind.Index)?.Value, ByIndexError = by(PredictorKind.Index)?.StandardError, ByRural = by(PredictorKind.Rural)?.Value, ByRuralError = by(PredictorKind.Rural)?.StandardError,
            BySize = by(PredictorKind.Size)?.Value, BySizeError = by(PredictorKind.Size)?.StandardError,
        };
    }

    public static SchoolEstimate Of(RunEstimate estimate, EstimateEdition edition, CombinedSchool school, EstimateInputs inputs)
    {
        var latest = inputs.Procedures.Where(p => p.Index is not null).MaxBy(p => p.Index!.Year)?.Index;
        var (values, hard) = latest is null ? ([], []) : inputs.Indices[latest.Id];
        var isHard = latest is not null && hard[school.Place];
        return new()
        {
            Estimate = estimate.Id, Organisation = inputs.Schools[school.Place].Id, State = EstimateVerdict.State(edition, school, estimate.LowCut), Standing = EstimateVerdict.Standing(edition, school, estimate.HighCut, estimate.Lasting, isHard),
            Pupils = school.Pupils, Generations = school.Generations, Years = school.Years, YearsAbove = school.YearsAbove, YearsLow = school.YearsLow, Index = latest is null ? null : values[school.Place], IsHard = isHard,
            Expected = school.Expected, Effect = school.Effect, Error = school.Error, Low = school.Below(estimate.LowCut),
        };
    }

    public static ProcedurePrior? PriorOf(RunEstimate estimate, FittedProcedure fitted) => fitted is { Fit: not null, Scores.Prior: { } prior } && fitted.Of(PredictorKind.Prior) is { } effect
        ? new() { Estimate = estimate.Id, Procedure = fitted.Scores.Procedure.Id, Study = prior.Study.Id, Known = prior.Known, Effect = effect.Value, Error = effect.StandardError } : null;

    public static ProcedureInfluence Of(RunEstimate estimate, FittedProcedure fitted, GroupInfluence moving, EstimateInputs inputs)
    {
        double? without(PredictorKind kind) => fitted.PlaceOf(kind) is > 0 and var at ? moving.Without[at] : null;
        return new()
        {
            Estimate = estimate.Id, Procedure = fitted.Scores.Procedure.Id, Organisation = inputs.Schools[moving.Group].Id, Distance = moving.Distance,
            ByIndex = without(PredictorKind.Index), ByRural = without(PredictorKind.Rural), BySize = without(PredictorKind.Size), ByPrior = without(PredictorKind.Prior),
        };
    }

    public static ProcedureEstimate Of(RunEstimate estimate, FittedProcedure fitted, FittedSchool school, EstimateInputs inputs) => new()
    {
        Estimate = estimate.Id, Organisation = inputs.Schools[school.Place].Id, Procedure = fitted.Scores.Procedure.Id, Pupils = school.Pupils, Mean = school.Mean, Expected = school.Expected,
        Effect = school.Effect.StandardError > 0 ? school.Effect.Value : null, Error = school.Effect.StandardError > 0 ? school.Effect.StandardError : null,
    };
}
