namespace Stupeni.Assessments.Trends;

/// <summary>What stays the same from year to year in one line. The sixth grade of two years is two sets of pupils: a line follows the procedure, not the pupils.</summary>
public readonly record struct SeriesKey(ProcedureKind Kind, string Subject, int Grade, MathLevel Level, string Session)
{
    public static SeriesKey Of(ProcedureKey procedure) => new(procedure.Kind, procedure.Subject, procedure.Grade, procedure.Level, procedure.Session);

    public ProcedureKey In(Platform.SchoolYear year) => new(Kind, Subject, Grade, Level, year, Session);
}
