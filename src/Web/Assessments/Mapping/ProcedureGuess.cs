using System.Globalization;
using System.Text.RegularExpressions;
using Stupeni.Assessments.Kinds;
using Stupeni.Imports.Reading;
using Stupeni.Platform;

namespace Stupeni.Assessments.Mapping;

/// <summary>What the name of a file, its title lines and its sheet say of the procedure.</summary>
internal sealed partial record ProcedureGuess
{
    public ProcedureKind? Kind { get; private init; }
    public Subject? Subject { get; private init; }
    public int? Grade { get; private init; }
    public MathLevel Level { get; private init; }
    public SchoolYear? Year { get; private init; }

    /// <param name="texts">The surest first.</param>
    public static ProcedureGuess Of(IEnumerable<string> texts, SubjectIndex subjects)
    {
        var guess = new ProcedureGuess();
        foreach (var text in texts.Where(t => t.Length is > 1 and < 300))
        {
            var code = Code().Match(text);
            guess = new()
            {
                Kind = guess.Kind ?? KindOf(text),
                Subject = guess.Subject ?? (code.Success ? subjects.Named(code.Groups["subject"].Value) : null) ?? subjects.MentionedIn(text),
                Grade = guess.Grade ?? (code.Success ? Number(code.Groups["grade"].Value) : null) ?? GradeOf(text),
                Level = guess.Level != MathLevel.None ? guess.Level : LevelOf(text),
                Year = guess.Year ?? YearOf(text),
            };
        }

        return guess;
    }

    /// <summary>What the name of the file, the lines above the header and the name of the sheet say.</summary>
    public static ProcedureGuess Around(Grid grid, GridSheet sheet, int headerIndex, SubjectIndex subjects) =>
        Of(sheet.Rows.Take(headerIndex).Select(r => string.Join(' ', r.Cells.ToArray()).Trim()).Prepend(Path.GetFileNameWithoutExtension(grid.FileName)).Append(sheet.Name), subjects);

    public static ProcedureKind? KindOf(string text) => KindWord().Match(text).Groups[1].Value.ToUpperInvariant() switch
    {
        "ВПР" or "VPR" => ProcedureKind.Vpr,
        "ОГЭ" or "OGE" => ProcedureKind.Oge,
        "ЕГЭ" or "EGE" => ProcedureKind.Ege,
        "ГВЭ" or "GVE" => ProcedureKind.Gve,
        { Length: > 3 } => ProcedureKind.Diagnostic,
        _ => null,
    };

    public static SchoolYear? YearOf(string text) => SchoolYear.In(text);

    private static int? GradeOf(string text) => GradeWord().Match(text) is { Success: true } grade ? Number(grade.Groups[1].Value) : null;

    private static MathLevel LevelOf(string text) =>
        text.Contains("профил", StringComparison.OrdinalIgnoreCase) ? MathLevel.Profile : text.Contains("базов", StringComparison.OrdinalIgnoreCase) ? MathLevel.Base : MathLevel.None;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"(?<!\p{L})(?:ВПР|ОГЭ|ЕГЭ|ГВЭ|VPR|OGE|EGE|GVE)[-_ ](?<subject>[A-Z]{2})[-_ ](?<grade>\d{1,2})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!\p{L})(ВПР|ОГЭ|ЕГЭ|ГВЭ|VPR|OGE|EGE|GVE|диагностич\w*|диагностика|diagnostic\w*)(?!\p{L})", RegexOptions.IgnoreCase)]
    private static partial Regex KindWord();

    [GeneratedRegex(@"(?<!\d)(1[0-2]|[1-9])[\s_-]*(?:-?й|-?го|-?ый)?[\s_-]*кл(?:асс\w*)?(?!\p{L})|(?<!\p{L})grade[\s_-]*(1[0-2]|[1-9])(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex GradeWord();
}
