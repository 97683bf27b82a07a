using System.Globalization;
using Stupeni.Platform;

namespace Stupeni.Assessments;

/// <summary>What people call a procedure: «ВПР 2026, математика, 6 класс».</summary>
public static class ProcedureName
{
    public static string Of(AssessmentProcedure procedure, Subject subject) => Of(ProcedureKey.Of(procedure), subject.Said);

    public static string Of(ProcedureKey key, string subject) => Compose(key, subject, withYear: true, k => Texts.Say(k));

    /// <summary>For lines that are kept: the record of changes and titles of files.</summary>
    public static string InRussian(ProcedureKey key, string subject) => Compose(key, subject, withYear: true, k => k);

    /// <summary>Without the year, for tables in which years stand side by side.</summary>
    public static string WithoutYear(ProcedureKey key, string subject) => Compose(key, subject, withYear: false, k => Texts.Say(k));

    public static string Kind(ProcedureKind kind) => Texts.Say(KindKey(kind));

    public static string Level(MathLevel level) => Texts.Say(LevelKey(level));

    private static string Compose(ProcedureKey key, string subject, bool withYear, Func<string, string> say)
    {
        var parts = new List<string> { withYear ? $"{say(KindKey(key.Kind))} {key.Year.Ends}" : say(KindKey(key.Kind)), subject };
        if (key.Level != MathLevel.None) parts.Add(say(LevelKey(key.Level)));
        if (key.Grade > 0 && key.Kind != ProcedureKind.Ege) parts.Add(string.Format(CultureInfo.InvariantCulture, say("{0} класс"), key.Grade));
        if (key.Session is not "") parts.Add(key.Session);
        return string.Join(", ", parts);
    }

    private static string KindKey(ProcedureKind kind) => kind switch
    {
        ProcedureKind.Vpr => "ВПР",
        ProcedureKind.Oge => "ОГЭ",
        ProcedureKind.Ege => "ЕГЭ",
        ProcedureKind.Gve => "ГВЭ",
        _ => "Диагностика",
    };

    private static string LevelKey(MathLevel level) => level switch
    {
        MathLevel.Base => "базовый уровень",
        MathLevel.Profile => "профильный уровень",
        _ => "без уровня",
    };
}
