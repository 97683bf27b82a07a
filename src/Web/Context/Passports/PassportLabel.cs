using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Stupeni.Imports.Reading;

namespace Stupeni.Context.Passports;

/// <summary>What a column or a row of a passport is called, and what is taken for: the code of an indicator or of a place, or nothing.</summary>
/// <param name="Place">The column, or the row of an upright sheet, counted from 0.</param>
/// <param name="OfFamilies">Whether the words count families, not pupils.</param>
internal sealed record PassportLabel(int Place, string Text, string Field, bool OfFamilies)
{
    public const string Code = "Code", Login = "Login", Name = "SchoolName", Municipality = "Municipality", Year = "Year", Skip = "-";

    public static readonly string[] Places = [Code, Login, Name, Municipality, Year];

    public bool IsIndicator => Field is not "" && Field != Skip && !Places.Contains(Field);
}

/// <summary>Knows the words of passports: what a person said of them first, then the patterns of the reference data.</summary>
internal sealed partial class PassportWords(IReadOnlyList<ContextIndicator> indicators, IReadOnlyDictionary<string, string>? said = null)
{
    // Patterns are shipped with the product: a few of them, made once.
    private static readonly ConcurrentDictionary<string, Regex> Made = new();

    // Bases are plain words that others contain: they come last.
    private readonly List<(string Code, Regex Pattern)> patterns = [.. indicators.OrderBy(i => i.IsBase).ThenBy(i => i.Position).Select(i => (i.Code, Of(i.Pattern)))];
    private readonly Regex any = Of(string.Join('|', indicators.OrderBy(i => i.Position).Select(i => $"(?:{i.Pattern})")));

    /// <summary>Whether a text speaks of any indicator: what is neither may be passed over quickly.</summary>
    public bool Knows(string text) => text.Length is > 2 and <= 200 && !char.IsAsciiDigit(text[0]) && Cells.FoldHeader(text) is var words && (said?.ContainsKey(words) == true || any.IsMatch(words));

    public PassportLabel Of(int place, string text)
    {
        var words = Cells.FoldHeader(text);
        return new(place, text, said?.GetValueOrDefault(words) ?? FieldOf(words), Families().IsMatch(words) && !Persons().IsMatch(words));
    }

    private string FieldOf(string words) =>
        words.Length is 0 or > 160 ? ""
        : words is "код оо" or "код школы" or "код организации" or "school_id" or "код" ? PassportLabel.Code
        : words is "логин" or "логин оо" or "логин фис око" or "login" ? PassportLabel.Login
        : NameOf().IsMatch(words) ? PassportLabel.Name
        : words is "муниципалитет" or "муниципальное образование" or "район" or "мо" or "municipality" ? PassportLabel.Municipality
        : words is "год" or "учебный год" or "year" ? PassportLabel.Year
        : Shares().IsMatch(words) ? ""
        : !any.IsMatch(words) ? ""
        : patterns.Find(p => p.Pattern.IsMatch(words)).Code ?? "";

    private static Regex Of(string pattern) => Made.GetOrAdd(pattern, p => new(p, RegexOptions.CultureInvariant | RegexOptions.Compiled));

    [GeneratedRegex(@"^(полное |краткое |сокращенное )?(наименование|название)( оо| школы| организации| образовательной организации)?$|^(оо|школа|образовательная организация|организация|school|name)$")]
    private static partial Regex NameOf();

    [GeneratedRegex(@"%|(?<!\p{L})(доля|процент)")]
    private static partial Regex Shares();

    [GeneratedRegex(@"(?<!\p{L})сем(ей|ьи)(?!\p{L})|families")]
    private static partial Regex Families();

    [GeneratedRegex(@"(?<!\p{L})(дет|ребен|обучающ|учащ|ученик|школьник|чел|из )|pupils|children")]
    private static partial Regex Persons();
}
