using System.Globalization;
using System.Text.RegularExpressions;
using Stupeni.Imports;
using Stupeni.Assessments.Mapping;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>Which procedure a report is of: by the columns of the row, else by the lines above, the sheet and the file, else by what a person said.</summary>
internal sealed partial class AggregateProcedure(AggregateSheet table, string fileName, AggregateAnswers answers, SubjectIndex subjects, FindingList findings)
{
    private readonly ProcedureGuess around = ProcedureGuess.Of([.. table.Above, table.Sheet.Name, Path.GetFileNameWithoutExtension(fileName)], subjects);
    private readonly Dictionary<string, Subject> made = [];
    private readonly HashSet<string> told = [];
    private bool toldAll;

    /// <summary>Whether a person has to say something before the file can be read.</summary>
    public bool Asks { get; private set; }

    /// <summary>Subjects that the reference data do not have.</summary>
    public IEnumerable<Subject> New => made.Values;

    /// <summary>What neither the row, nor anything around it, nor a person says: subject, grade, year.</summary>
    public (bool Subject, bool Grade, bool Year) Lacks(GridRow row) => (SubjectOf(row) is null, GradeOf(row) is null, YearOf(row) is null);

    /// <summary>The procedure of a row; null if it cannot be told, which is said.</summary>
    public ProcedureKey? Of(GridRow row)
    {
        var (subject, grade, year) = (SubjectOf(row), GradeOf(row), YearOf(row));
        if (subject is not null && grade is not null && year is not null) return new(ProcedureKind.Vpr, subject.Code, grade.Value, MathLevel.None, year.Value, "");
        if (toldAll) return null;

        (Asks, toldAll) = (true, true);
        Spot at = new(table.Sheet.Name, row.Number);
        if (subject is null) findings.Error(at, new("Не сказано, какой это предмет."), new("Впишите над таблицей «ВПР 2026 Математика 6 класс», ответьте на сайте или ключом --set {0}=…", "subject"));
        if (grade is null) findings.Error(at, new("Не сказано, какой это класс."), new("Впишите над таблицей «ВПР 2026 Математика 6 класс», ответьте на сайте или ключом --set {0}=…", "grade"));
        if (year is null) findings.Error(at, new("Не сказано, какой это год."), new("Впишите над таблицей «ВПР 2026 Математика 6 класс», ответьте на сайте или ключом --set {0}=…", "year"));
        return null;
    }

    private Subject? SubjectOf(GridRow row)
    {
        var named = table.Subject >= 0 && row[table.Subject].Length > 0 ? row[table.Subject] : answers.Subject;
        if (named is not null) return subjects.Named(named) ?? Own(named);
        return around.Subject ?? table.Above.Select(a => Title().Match(a)).Where(m => m.Success).Select(m => subjects.Named(m.Groups[1].Value) ?? Own(m.Groups[1].Value)).FirstOrDefault();
    }

    private Subject Own(string name)
    {
        var own = SubjectIndex.Own(name);
        made.TryAdd(own.Code, own);
        if (told.Add(own.Code)) findings.Warning(new(table.Sheet.Name), new("Предмета «{0}» нет в справочнике: он будет добавлен.", own.Name), new("Если это описка в заголовке, исправьте его."));
        return made[own.Code];
    }

    private int? GradeOf(GridRow row) => Number(table.Grade >= 0 ? row[table.Grade] : "") ?? Number(answers.Grade ?? "") ?? around.Grade;

    private SchoolYear? YearOf(GridRow row) => (table.Year >= 0 ? ProcedureGuess.YearOf(row[table.Year]) : null) ?? ProcedureGuess.YearOf(answers.Year ?? "") ?? around.Year;

    private static int? Number(string text) => Grade().Match(text) is { Success: true } found ? int.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture) is var grade and >= 1 and <= 11 ? grade : null : null;

    [GeneratedRegex(@"^\s*(\d{1,2})(?:[.,]0+)?\s*(?:-?й)?\s*(?:кл\w*\.?)?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Grade();

    [GeneratedRegex(@"ВПР\W{0,3}\d{4}(?:\s*г(?:од|\.)?)?\W{1,3}(\p{L}.+?)\W{1,3}\d{1,2}\W{0,2}класс", RegexOptions.IgnoreCase)]
    private static partial Regex Title();
}
