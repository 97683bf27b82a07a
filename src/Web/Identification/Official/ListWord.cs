using System.Text.RegularExpressions;
using Stupeni.Imports.Reading;

namespace Stupeni.Identification.Official;

/// <summary>Lists as files word them: «ШНОР», «школа с необъективностью», «группа риска».</summary>
internal static partial class ListWord
{
    /// <summary>The list that the words name; the surest word first.</summary>
    public static OfficialList? In(string text)
    {
        var words = Cells.FoldHeader(text.Replace('_', ' '));
        return Bias().IsMatch(words) ? OfficialList.BiasSigns
            : Resilient().IsMatch(words) ? OfficialList.Resilient
            : Context().IsMatch(words) ? OfficialList.DisadvantagedContext
            : Risk().IsMatch(words) ? OfficialList.RiskGroup
            : High().IsMatch(words) ? OfficialList.StableHigh
            : Low().IsMatch(words) ? OfficialList.LowResults
            : null;
    }

    /// <summary>«Дети группы риска» count pupils: no list of schools.</summary>
    public static bool IsOfPupils(string header) => Pupils().IsMatch(header);

    [GeneratedRegex(@"(?<!\p{L})(дет|обучающ|учащ|ученик|семь|семе)")]
    private static partial Regex Pupils();

    [GeneratedRegex(@"(?<!\p{L})не ?объективн|bias ?signs")]
    private static partial Regex Bias();

    [GeneratedRegex(@"резильент|resilient")]
    private static partial Regex Resilient();

    [GeneratedRegex(@"(?<!\p{L})шнсу(?!\p{L})|неблагоприятн\w+ (социальн|услови)|disadvantaged ?context")]
    private static partial Regex Context();

    [GeneratedRegex(@"групп\w+ риска|risk ?group")]
    private static partial Regex Risk();

    [GeneratedRegex(@"стабильно высок|stable ?high")]
    private static partial Regex High();

    [GeneratedRegex(@"(?<!\p{L})шн(о|р)(р|о)(?!\p{L})|низки\w+ (образовательн\w+ )?результат|low ?results")]
    private static partial Regex Low();
}
