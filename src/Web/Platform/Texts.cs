using System.Globalization;
using System.Resources;
using Microsoft.Extensions.Localization;

namespace Stupeni.Platform;

/// <summary>
/// What the product says, in the reader's language. The key is the Russian sentence itself; each area's Texts.en.resx gives the English.
/// Forms of a counted noun stand in one key, parted by bars: <c>школа|школы|школ</c>, <c>school|schools</c>.
/// </summary>
public sealed class Texts : IStringLocalizer
{
    private static readonly Dictionary<string, string> English = Read(CultureInfo.GetCultureInfo("en"));

    /// <summary>Names of resources know no case, so «роль» takes the English of «Роль».</summary>
    private static readonly Dictionary<string, string> Twins = English.DistinctBy(t => t.Key, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);

    public LocalizedString this[string name] => new(name, Say(name), !IsRussian && !Twins.ContainsKey(name));

    public LocalizedString this[string name, params object[] arguments] => new(name, Say(name, arguments), !IsRussian && !Twins.ContainsKey(name));

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => English.Select(t => new LocalizedString(t.Key, IsRussian ? t.Key : t.Value));

    public static bool IsRussian => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName != "en";

    public static string Say(string key, params object?[] args)
    {
        var sentence = IsRussian ? key : InEnglish(key);
        return args.Length == 0 ? sentence : string.Format(CultureInfo.CurrentCulture, sentence, args);
    }

    /// <summary>The noun's form for the number, with the number before it: «41 школа», «12 школ».</summary>
    public static string Count(long number, string forms) => $"{Numbers.Whole(number)}\u00a0{Form(number, forms)}";

    public static string Form(long number, string forms)
    {
        var words = Say(forms).Split('|');
        var (last, teens) = (Math.Abs(number) % 10, Math.Abs(number) % 100 is >= 11 and <= 14);
        var form = words.Length < 3 ? (number == 1 ? 0 : 1) : teens || last is 0 or >= 5 ? 2 : last == 1 ? 0 : 1;
        return words[Math.Min(form, words.Length - 1)];
    }

    private static string InEnglish(string key) => English.GetValueOrDefault(key)
        ?? (Twins.GetValueOrDefault(key) is { Length: > 0 } twin ? (char.IsLower(key[0]) ? char.ToLowerInvariant(twin[0]) : char.ToUpperInvariant(twin[0])) + twin[1..] : key);

    private static Dictionary<string, string> Read(CultureInfo culture)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        var assembly = typeof(Texts).Assembly.GetSatelliteAssembly(culture);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".Texts.en.resources", StringComparison.Ordinal)))
        {
            using var area = new ResourceReader(assembly.GetManifestResourceStream(name)!);
            foreach (System.Collections.DictionaryEntry text in area) texts[(string)text.Key] = (string)text.Value!;
        }

        return texts;
    }
}
