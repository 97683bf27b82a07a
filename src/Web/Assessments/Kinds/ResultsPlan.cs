using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>Score sheets to be written, per procedure.</summary>
internal sealed record ResultsPlan(IReadOnlyList<ProcedurePlan> Procedures) : IFilePlan
{
    public string File { get; init; } = "";

    /// <summary>How many participants the file says it has, beside those it has.</summary>
    public IReadOnlyList<Aggregates.AggregateLine> Declared { get; init; } = [];

    public int Sheets => Procedures.Sum(p => p.Sheets.Count);

    public int Participants => Procedures.Sum(p => p.Sheets.Sum(s => s.Sums.Participants));
}

/// <param name="NewSubject">The subject, if the reference data do not have it yet.</param>
/// <param name="Observed">Whether the maxima are the greatest scores seen, because no header says them.</param>
/// <param name="FormSource">Where the tasks and maxima are known from.</param>
/// <param name="Minimum">The least total that passes, as a person set it.</param>
/// <param name="Stale">Sheets that give way without a successor.</param>
internal sealed record ProcedurePlan(
    ProcedureKey Key, string Name, Subject? NewSubject, IReadOnlyList<PlannedTask> Tasks, bool Observed, string FormSource, double? Minimum, string MinimumSource, IReadOnlyList<SheetDraft> Sheets,
    IReadOnlyList<Id<ScoreSheet>> Stale)
{
    /// <summary>SHA-256 of the file.</summary>
    public required string FileSha256 { get; init; }

    /// <summary>Re-takes by class, those that are new or other than before.</summary>
    public IReadOnlyList<SheetDraft> Retakes { get; init; } = [];
}

internal sealed record PlannedTask(string Code, double Max, Difficulty Difficulty);
