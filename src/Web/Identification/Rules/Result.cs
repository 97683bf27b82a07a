using Stupeni.Assessments;
using Stupeni.Platform;

namespace Stupeni.Identification.Rules;

/// <summary>How one school did in one procedure: N judged participants, L of them below the threshold.</summary>
public sealed record Result(Id<AssessmentProcedure> Procedure, ProcedureLine Line, SchoolYear Year, int Participants, int BelowThreshold)
{
    /// <summary>Why the year does not compare with others; null where it does.</summary>
    public YearFlag? Flag { get; init; }

    /// <summary>Whether a criterion that sets years side by side may rest on it.</summary>
    public bool Compares => Flag is null;

    /// <summary>Results of what was not held are no data.</summary>
    public bool IsHeld => Flag?.Kind != Comparability.NotHeld;

    /// <summary>Compares shares as fractions, so that no rounding decides; of equal shares the larger group and then the later year stands for more.</summary>
    public static readonly Comparer<Result> ByShare = Comparer<Result>.Create((a, b) =>
        ((long)a.BelowThreshold * b.Participants).CompareTo((long)b.BelowThreshold * a.Participants) is var share and not 0 ? share
        : a.Participants.CompareTo(b.Participants) is var size and not 0 ? size
        : a.Year.CompareTo(b.Year) is var year and not 0 ? year
        : string.CompareOrdinal(b.Line.Order, a.Line.Order));
}

/// <summary>What makes procedures of two years one and the same: everything but the year.</summary>
public sealed record ProcedureLine(ProcedureKind Kind, string Subject, int Grade, MathLevel Level, string Session)
{
    public static ProcedureLine Of(AssessmentProcedure procedure) => new(procedure.Kind, procedure.Subject, procedure.Grade, procedure.MathLevel, procedure.Session);

    /// <summary>Sorts exams first, then by subject and grade; also the line's text in the hash of inputs.</summary>
    public string Order => $"{Rank}|{Subject}|{Grade:00}|{Level}|{Session}";

    private int Rank => Kind switch { ProcedureKind.Ege => 0, ProcedureKind.Oge => 1, ProcedureKind.Gve => 2, ProcedureKind.Vpr => 3, _ => 4 };
}
