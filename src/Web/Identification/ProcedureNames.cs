using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;
using Stupeni.Identification.Rules;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>Procedures in words, in the reader's language.</summary>
public sealed class ProcedureNames(IReadOnlyDictionary<string, string> subjects)
{
    public static async Task<ProcedureNames> Load(Db db, CancellationToken stop = default)
    {
        var russian = Texts.IsRussian;
        return new(await db.Subjects.AsNoTracking().ToDictionaryAsync(s => s.Code, s => russian ? s.Name : s.EnglishName, stop));
    }

    /// <summary>«ОГЭ 2026, математика, 9 класс».</summary>
    public string Full(Result result) => Full(result.Line, result.Year);

    public string Full(ProcedureLine line, SchoolYear year) => ProcedureName.Of(Key(line, line.Grade, year), Subject(line));

    /// <summary>«ВПР, математика, 6 класс»: exams belong to their grade and do not name it.</summary>
    public string Short(ProcedureLine line) => ProcedureName.WithoutYear(Key(line, line.Kind is ProcedureKind.Vpr or ProcedureKind.Diagnostic ? line.Grade : 0, default), Subject(line));

    private static ProcedureKey Key(ProcedureLine line, int grade, SchoolYear year) => new(line.Kind, line.Subject, grade, line.Level, year, line.Session);

    private string Subject(ProcedureLine line) => subjects.GetValueOrDefault(line.Subject, line.Subject);
}
