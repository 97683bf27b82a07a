using Stupeni.Imports;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>
/// The results of one class of one organisation in one procedure. Scores are packed (<see cref="SheetScores"/>); the sums beside them are what pages query.
/// A corrected file replaces the sheet; the old version stays and comes back when the import is undone.
/// </summary>
public sealed class ScoreSheet
{
    public Id<ScoreSheet> Id { get; init; } = Id<ScoreSheet>.New();
    public required Id<AssessmentProcedure> Procedure { get; init; }
    public required Id<Organisation> Organisation { get; init; }

    /// <summary>«6А»; empty where the file has no classes.</summary>
    public required string Class { get; init; }
    public required Id<TestForm> Form { get; init; }
    public required Id<Import> Import { get; init; }
    public required string Sha256 { get; init; }

    /// <summary>SHA-256 of the file that brought it, as it came; of the later one where days of an exam were joined. None where sheets came before it was kept.</summary>
    public string? FileSha256 { get; init; }
    public SheetState State { get; set; }
    public Id<ScoreSheet>? Replaces { get; init; }

    public required int Participants { get; init; }

    /// <summary>Participants of whom a mark or a threshold tells whether they passed: the N of every share below threshold.</summary>
    public required int Judged { get; init; }
    public required int BelowThreshold { get; init; }
    public required int Marks2 { get; init; }
    public required int Marks3 { get; init; }
    public required int Marks4 { get; init; }
    public required int Marks5 { get; init; }

    /// <summary>Participants with a total, and the sum of their totals.</summary>
    public required int Scored { get; init; }
    public required double ScoreSum { get; init; }

    /// <summary>Per task: participants, full, zero, sum; packed by <see cref="TaskSums"/>.</summary>
    public required byte[] Tasks { get; init; }

    /// <summary>Totals, marks against the journal and tasks by mark; packed by <see cref="Assessments.Tallies"/>.</summary>
    public required byte[] Tallies { get; init; }
    public required byte[] Scores { get; init; }
}

/// <summary>Retakes: attempts of participants who are counted by another one; stored, in no sum.</summary>
public enum SheetState { Current, Replaced, Retakes }

/// <summary>Which organisation and class a participant's code belongs to in a year: for result tables that do not say. Codes only.</summary>
public sealed class PupilPlace
{
    public required SchoolYear Year { get; init; }
    public required string Code { get; init; }
    public required Id<Organisation> Organisation { get; init; }
    public required string Class { get; init; }
    public required Id<Import> Import { get; init; }
}
