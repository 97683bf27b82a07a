using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Context;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>The estimate beside a run: the same procedures and years by a model that knows the context and shrinks small schools. Computed once, never changed; the latest is shown.</summary>
public sealed class RunEstimate : IRecorded
{
    public Id<RunEstimate> Id { get; init; } = Id<RunEstimate>.New();
    public required Id<IdentificationRun> Run { get; init; }
    public required Id<EstimateEdition> Edition { get; init; }
    public required DateTime At { get; init; }
    public required string ByName { get; init; }

    /// <summary>SHA-256 of what went in: totals of every school in every procedure, its context, place and size.</summary>
    public required string InputSha256 { get; init; }
    public required string CodeVersion { get; init; }

    /// <summary>Schools with an estimate.</summary>
    public required int Schools { get; init; }

    /// <summary>Variances between schools of what lasts and of what passes, in squared deviations of pupils; what lasts as a share of both, none where one cannot tell.</summary>
    public required double Lasting { get; init; }
    public required double Passing { get; init; }
    public double? Stability { get; init; }

    /// <summary>A level is low below the first and high from the second, in deviations of pupils.</summary>
    public required double LowCut { get; init; }
    public required double HighCut { get; init; }

    public string Label => $"{Id}";
    Guid? IRecorded.Organisation => null;
}

/// <summary>The model of one procedure: coefficients with standard errors, variances, how much the context explains. No figures where it was left out.</summary>
public sealed class ProcedureFit
{
    public required Id<RunEstimate> Estimate { get; init; }
    public required Id<AssessmentProcedure> Procedure { get; init; }
    public required int Pupils { get; init; }
    public required int Schools { get; init; }

    /// <summary>The version of the index that stood for the context; none where there was none.</summary>
    public Id<ContextIndex>? Index { get; init; }

    /// <summary>Of the primary totals over the region.</summary>
    public required double Mean { get; init; }
    public required double Deviation { get; init; }

    /// <summary>Per ten points of the index; of a rural school; per doubling of its size.</summary>
    public double? ByIndex { get; init; }
    public double? ByIndexError { get; init; }
    public double? ByRural { get; init; }
    public double? ByRuralError { get; init; }
    public double? BySize { get; init; }
    public double? BySizeError { get; init; }
    public double? Between { get; init; }
    public double? Within { get; init; }

    /// <summary>Share of the differences of school means that context, place and size explain.</summary>
    public double? RSquared { get; init; }
    public Omitted? Why { get; init; }
}

/// <summary>Why a procedure has no model.</summary>
public enum Omitted { TooFewSchools, NoScores, NotFitted }

/// <summary>What the estimate says of one school. Levels are in deviations of pupils from the region's mean.</summary>
public sealed class SchoolEstimate
{
    public required Id<RunEstimate> Estimate { get; init; }
    public required Id<Organisation> Organisation { get; init; }
    public required EstimateState State { get; init; }
    public required Standing Standing { get; init; }

    /// <summary>Pupils of all generations, each counted once however many procedures they sat; generations; years.</summary>
    public required int Pupils { get; init; }
    public required int Generations { get; init; }
    public required int Years { get; init; }

    /// <summary>Years in which it lay above what was expected.</summary>
    public required int YearsAbove { get; init; }
    public required int YearsLow { get; init; }
    public double? Index { get; init; }
    public required bool IsHard { get; init; }
    public required double Expected { get; init; }

    /// <summary>What the school adds to what was expected, shrunken, and its standard deviation.</summary>
    public required double Effect { get; init; }
    public required double Error { get; init; }

    /// <summary>Probability that the level lies below the low cut.</summary>
    public required double Low { get; init; }

    public double Level => Expected + Effect;
}

public enum EstimateState { Low, Unsettled, NotLow, TooFew }

/// <summary>Whether others could learn from it: high beyond its circumstances, or high year by year.</summary>
public enum Standing { None, Resilient, StableHigh }

/// <summary>One school in one procedure: its mean, what was expected, the shrunken difference.</summary>
public sealed class ProcedureEstimate
{
    public required Id<RunEstimate> Estimate { get; init; }
    public required Id<Organisation> Organisation { get; init; }
    public required Id<AssessmentProcedure> Procedure { get; init; }
    public required int Pupils { get; init; }
    public required double Mean { get; init; }
    public required double Expected { get; init; }
    public double? Effect { get; init; }
    public double? Error { get; init; }
}
