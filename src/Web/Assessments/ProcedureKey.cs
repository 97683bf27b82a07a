using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>What tells one procedure from another.</summary>
public readonly record struct ProcedureKey(ProcedureKind Kind, string Subject, int Grade, MathLevel Level, SchoolYear Year, string Session)
{
    public static ProcedureKey Of(AssessmentProcedure procedure) =>
        new(procedure.Kind, procedure.Subject, procedure.Grade, procedure.MathLevel, procedure.Year, procedure.Session);
}
