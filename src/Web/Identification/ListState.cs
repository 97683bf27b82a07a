using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>How a school stands in the latest run: the verdict with its reasons in sentences, and the decision if there is one.</summary>
/// <param name="InList">Whether it stands in the list once the decision is counted.</param>
public sealed record ListState(int Run, DateTime At, SchoolYear Year, string Edition, SchoolState State, string Why, IReadOnlyList<string> Reasons, bool InList, DecisionKind? Decision, string? ActNumber, DateOnly? ActDate, string? DecisionReason)
{
    public bool IsDraft => Decision is null && State is SchoolState.Listed or SchoolState.InsufficientData;

    /// <summary>What the last approved list says of the school, be it of this run or of one before; nothing where no act has approved a list with it.</summary>
    public ApprovedWord? Approved { get; init; }
}

/// <summary>A school in the list in force: by which act, whether it stands there, and why.</summary>
public sealed record ApprovedWord(int Run, SchoolYear Year, int Edition, string ActNumber, DateOnly ActDate, bool InList, string Reason);

/// <summary>The latest run among the schools that the viewer may see: what it found and how many schools wait for a decision.</summary>
public sealed record ListSummary(int Run, DateTime At, SchoolYear Year, string RuleCode, string RuleEdition, int Listed, int AtRisk, int Insufficient, int NotListed, int Undecided);
