using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>One assessment of one subject in one grade and year: «ВПР 2026, математика, 6 класс».</summary>
public sealed class AssessmentProcedure : IRecorded
{
    public Id<AssessmentProcedure> Id { get; init; } = Id<AssessmentProcedure>.New();
    public required ProcedureKind Kind { get; init; }
    public required string Subject { get; init; }

    /// <summary>4 to 11; 0 where the procedure is not tied to a grade.</summary>
    public required int Grade { get; init; }
    public MathLevel MathLevel { get; init; }
    public required SchoolYear Year { get; init; }

    /// <summary>What tells two procedures of the same subject, grade and year apart: a session or a name of one's own.</summary>
    public string Session { get; init; } = "";

    /// <summary>The least total that is not below the threshold, where neither marks nor reference data decide; set by a person.</summary>
    public double? Minimum { get; set; }
    public string MinimumSource { get; set; } = "";
    public DateOnly? HeldOn { get; set; }
    public int Token { get; init; }

    public string Label => $"{Kind} {Subject} {Grade} {Year}";
    public Guid? Organisation => null;
}

public enum ProcedureKind { Vpr, Oge, Ege, Gve, Diagnostic }

public enum MathLevel { None, Base, Profile }

/// <summary>A school subject: data, with the codes that files use for it.</summary>
public sealed class Subject
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required string EnglishName { get; init; }
    public required int Position { get; init; }
    public string? OgeCode { get; init; }
    public string? EgeCode { get; init; }

    /// <summary>Its name in the reader's language.</summary>
    public string Said => Texts.IsRussian || EnglishName is "" ? Name : EnglishName;
}
