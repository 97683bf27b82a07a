using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>What people call a procedure: «ВПР 2026, математика, 6 класс».</summary>
public static class ProcedureName
{
    public static string Of(ProcedureKind kind, SchoolYear year, string subject, int grade, MathLevel level = MathLevel.None, string session = "")
    {
        var parts = new List<string> { $"{Kind(kind)} {year.Ends}", subject };
        if (level != MathLevel.None) parts.Add(Level(level));
        if (grade > 0 && kind != ProcedureKind.Ege) parts.Add(Texts.Say("{0} класс", grade));
        if (session is not "") parts.Add(session);
        return string.Join(", ", parts);
    }

    public static string Of(AssessmentProcedure procedure, string subject) =>
        Of(procedure.Kind, procedure.Year, subject, procedure.Grade, procedure.MathLevel, procedure.Session);

    /// <summary>Without the year, for tables in which years are columns.</summary>
    public static string WithoutYear(ProcedureKind kind, string subject, MathLevel level, string session) =>
        string.Join(", ", new[] { Kind(kind), subject, level == MathLevel.None ? "" : Level(level), session }.Where(p => p is not ""));

    public static string Kind(ProcedureKind kind) => Texts.Say(kind switch
    {
        ProcedureKind.Vpr => "ВПР",
        ProcedureKind.Oge => "ОГЭ",
        ProcedureKind.Ege => "ЕГЭ",
        ProcedureKind.Gve => "ГВЭ",
        _ => "Диагностика",
    });

    public static string Level(MathLevel level) => Texts.Say(level switch
    {
        MathLevel.Base => "базовый уровень",
        MathLevel.Profile => "профильный уровень",
        _ => "без уровня",
    });
}
