using Stupeni.Assessments;
using Stupeni.Growth;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>The prior result in the model of a procedure: from which study, of how many pupils it is known, and its coefficient per deviation of prior results.</summary>
public sealed class ProcedurePrior
{
    public required Id<RunEstimate> Estimate { get; init; }
    public required Id<AssessmentProcedure> Procedure { get; init; }
    public required Id<GrowthStudy> Study { get; init; }
    public required int Known { get; init; }
    public required double Effect { get; init; }
    public required double Error { get; init; }
}

/// <summary>A school without which the model of a procedure would be other than it is: Cook's distance, and the coefficients without it.</summary>
public sealed class ProcedureInfluence
{
    public required Id<RunEstimate> Estimate { get; init; }
    public required Id<AssessmentProcedure> Procedure { get; init; }
    public required Id<Organisation> Organisation { get; init; }
    public required double Distance { get; init; }
    public double? ByIndex { get; init; }
    public double? ByRural { get; init; }
    public double? BySize { get; init; }
    public double? ByPrior { get; init; }
}
