using System.Text.RegularExpressions;
using Stupeni.Platform;

namespace Stupeni.Organisations;

/// <summary>
/// Names as files spell them, brought to one form: «г. Заречный», «город Заречный» and «ЗАРЕЧНЫЙ» are one; «МБОУ "СОШ №5"» and
/// «Средняя общеобразовательная школа № 5» are one. Decision 0014.
/// </summary>
public static partial class NameMatch
{
    /// <summary>A municipality: without the words of its kind, its own words in any order.</summary>
    public static string Key(string name)
    {
        var words = Words(Abbreviated().Replace(Folded(name), " "));
        return string.Join(' ', Own(words, Kind().IsMatch).Order(StringComparer.Ordinal));
    }

    /// <summary>An organisation: without its legal form and the words for a settlement; kinds of schools and numbers in one spelling.</summary>
    public static string Organisation(string name)
    {
        var text = Form().Replace($" {string.Join(' ', Words(Number().Replace(Nursery().Replace(Folded(name), " детский сад "), " ")))} ", "");
        if (text.Contains(" детский сад ", StringComparison.Ordinal)) text = Preschool().Replace(text, "");
        text = Middle().Replace(Basic().Replace(Primary().Replace(Named().Replace(text, "имени"), "нош"), "оош"), "сош");
        return Own(Words(text), Settlement().IsMatch) is { Count: > 0 } own ? string.Join(' ', own) : Database.Fold(name);
    }

    /// <summary>The words without those of no weight; all of them if nothing else is left.</summary>
    private static IReadOnlyList<string> Own(string[] words, Predicate<string> idle) => words.Where(w => !idle(w)).ToList() is { Count: > 0 } own ? own : words;

    private static string[] Words(string text) => Mark().Replace(text, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Small letters, е for ё, and Latin letters that look Russian made Russian in words that are.</summary>
    private static string Folded(string name) => Word().Replace(Database.Fold(name), word => word.Value.Any(c => c is >= 'а' and <= 'я') ? string.Concat(word.Value.Select(Russian)) : word.Value);

    private static char Russian(char letter) => "aceopxykmthb".IndexOf(letter) is >= 0 and var at ? "асеорхукмтнв"[at] : letter;

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    [GeneratedRegex(@"[^\p{L}\d]+")]
    private static partial Regex Mark();

    [GeneratedRegex(@"(?<!\p{L})(?:р\s*-\s*о?н|г\s*\.\s*о|м\s*\.\s*о|м\s*\.\s*р|г\s*/\s*о|м\s*/\s*р)(?!\p{L})\.?")]
    private static partial Regex Abbreviated();

    [GeneratedRegex(@"^(?:г|гор|город|города|городской|городского|муниципальный|муниципального|муниципальное|образование|образования|округ|округа|район|района|мр|го|мо|гп)$")]
    private static partial Regex Kind();

    [GeneratedRegex(@"(?<![\p{L}\d])(?:№|#|n|no|nо|n°|номер)[.\s]*(?=\d)")]
    private static partial Regex Number();

    [GeneratedRegex(@"(?<!\p{L})(?:д\s*/\s*с|дс)(?!\p{L})")]
    private static partial Regex Nursery();

    [GeneratedRegex(@"(?<= )(?:(?:м|г|о|ог|кг|кр|фг|ч|н)?[бка]?н?оу|(?:муниципальн|государственн|федеральн|областн|краев|частн|негосударственн|бюджетн|автономн|казенн|некоммерческ|общеобразовательн|образовательн|учреждени|организаци)\p{L}*)(?= )")]
    private static partial Regex Form();

    [GeneratedRegex(@"(?<= )(?:\p{L}{0,3}доу|дошкольн\p{L}+)(?= )")]
    private static partial Regex Preschool();

    [GeneratedRegex(@"(?<= )(?:сош|сш|средн\p{L}+ +(?:полн\p{L}+ +)?школ\p{L}+)(?= )")]
    private static partial Regex Middle();

    [GeneratedRegex(@"(?<= )(?:оош|основн\p{L}+ +школ\p{L}+)(?= )")]
    private static partial Regex Basic();

    [GeneratedRegex(@"(?<= )(?:нош|начальн\p{L}+ +школ\p{L}+)(?= )")]
    private static partial Regex Primary();

    [GeneratedRegex(@"(?<= )им(?= )")]
    private static partial Regex Named();

    [GeneratedRegex(@"^(?:г|гор|город|города|городе|с|село|села|п|пос|поселок|поселка|пгт|рп|д|дер|деревня|деревни|ст|станица|станицы|х|хутор|хутора)$")]
    private static partial Regex Settlement();
}
