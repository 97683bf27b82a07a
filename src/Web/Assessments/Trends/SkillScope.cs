using System.Globalization;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>How a skill is followed: in one grade, where every year has other pupils, or with the pupils who grow from grade to grade.</summary>
public enum SkillReading { Grade, Cohort }

/// <summary>What the page of skills over years is asked for; lives in its address.</summary>
/// <param name="Grade">The grade; with <see cref="SkillReading.Cohort"/> the one in which the pupils were in <paramref name="Year"/>.</param>
/// <param name="Skill">The one skill that is shown; null for all.</param>
public sealed record SkillScope(ProcedureKind Kind, string Subject, MathLevel Level, int Grade, int Year, SkillReading By, string? Skill, Id<Municipality>? Municipality, Id<Organisation>? School)
{
    public const string Address = "/results/trends/skills";

    public static SkillScope Of(ProcedureKey procedure, Id<Municipality>? municipality, Id<Organisation>? school) =>
        new(procedure.Kind, procedure.Subject, procedure.Level, procedure.Grade, procedure.Year.Ends, SkillReading.Grade, null, municipality, school);

    /// <summary>The page for one skill.</summary>
    public string Of(string skill) => (this with { Skill = skill }).Href;

    /// <summary>Subject and level as one choice of a form: «Vpr-MA-None».</summary>
    public string Paper => $"{Kind}-{Subject}-{Level}";

    public string Href => string.Create(CultureInfo.InvariantCulture, $"{Address}?paper={Uri.EscapeDataString(Paper)}&grade={Grade}&year={Year}&by={By}{(Skill is null ? "" : $"&skill={Uri.EscapeDataString(Skill)}")}{(Municipality is { } m ? $"&municipality={m}" : "")}{(School is { } s ? $"&school={s}" : "")}");

    /// <summary>Whether a procedure is a point of the lines.</summary>
    public bool Follows(AssessmentProcedure procedure) =>
        (procedure.Kind, procedure.Subject, procedure.MathLevel, procedure.Session) == (Kind, Subject, Level, "") && (By == SkillReading.Grade ? procedure.Grade == Grade : procedure.Year.Ends - procedure.Grade == Year - Grade);
}
