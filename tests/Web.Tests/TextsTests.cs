using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Stupeni;

/// <summary>Every sentence of an area has its English in the area's resources, with the same places for arguments; and none is left over.</summary>
public sealed partial class TextsTests
{
    [Theory]
    [MemberData(nameof(Areas))]
    public void Every_sentence_has_its_English(string area) => Assert.Empty(Said(area).Except(English.Keys, StringComparer.OrdinalIgnoreCase).Order());

    [Theory]
    [MemberData(nameof(Areas))]
    public void No_English_is_left_over(string area)
    {
        var text = string.Concat(Source.Areas.SelectMany(Source.Files).Where(f => !f.EndsWith(".resx", StringComparison.Ordinal)).Select(File.ReadAllText)) + string.Concat(Directory.GetFiles(Source.Web, "*.json", SearchOption.AllDirectories).Where(f => !f.Contains("/bin/") && !f.Contains("/obj/") && !f.Contains("node_modules")).Select(File.ReadAllText));
        Assert.Empty(Read(area).Keys.Where(key => !text.Contains(key.Replace("\"", "\\\"").Replace("\u00a0", "\\u00a0"), StringComparison.Ordinal) && !text.Contains(key, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void No_two_keys_differ_in_case_only(string area) => Assert.Empty(Read(area).Keys.GroupBy(k => k, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));

    [Theory]
    [MemberData(nameof(Areas))]
    public void English_takes_the_same_arguments(string area) =>
        Assert.Empty(Read(area).Where(t => Places(t.Key) != Places(t.Value) || (t.Key.Contains('|') && t.Key.Split('|').Length == 3 && t.Value.Split('|').Length != 2)).Select(t => t.Key));

    [Fact]
    public void A_word_in_lower_case_takes_the_English_of_its_twin()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        try
        {
            Assert.Equal(("role", "Role"), (Platform.Texts.Say("роль"), Platform.Texts.Say("Роль")));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    public static TheoryData<string> Areas => [.. Source.Areas.Where(a => Source.Files(a).Any())];

    private static readonly Dictionary<string, string> English = Source.Areas.SelectMany(Read).GroupBy(t => t.Key).ToDictionary(g => g.Key, g => g.First().Value);

    private static Dictionary<string, string> Read(string area)
    {
        var file = Path.Combine(Source.Web, area, "Texts.en.resx");
        return File.Exists(file) ? XDocument.Load(file).Descendants("data").ToDictionary(d => d.Attribute("name")!.Value, d => d.Element("value")!.Value) : [];
    }

    /// <summary>Sentences are what the texts are asked for; in pages and in files of words, every literal with Cyrillic letters.</summary>
    private static IEnumerable<string> Said(string area) => Source.Files(area).Where(f => f.EndsWith(".cshtml", StringComparison.Ordinal) || f.EndsWith(".cs", StringComparison.Ordinal))
        .SelectMany(file => Key().Matches(Text(file)).Concat(IsAllWords(file) ? Literal().Matches(Text(file)) : []).Select(m => Regex.Unescape(m.Groups["key"].Value))).Where(k => Cyrillic().IsMatch(k)).Distinct();

    private static string Text(string file) => string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    private static bool IsAllWords(string file) => file.EndsWith(".cshtml", StringComparison.Ordinal) || file.EndsWith("Words.cs", StringComparison.Ordinal) || file.EndsWith("NavLink.cs", StringComparison.Ordinal);

    private static string Places(string text) => string.Join(',', Place().Matches(text).Select(m => m.Value[1]).Distinct().Order());

    [GeneratedRegex("""(?:\bT\[|Texts\.Say\(|Texts\.Count\([^"\n]*?, ?|Texts\.Form\([^"\n]*?, ?|new RuleBroken\(|new Message\(|\blabel=|\bhint=)\s*"(?<key>(?:[^"\\]|\\.)*)"(?!\.)""")]
    private static partial Regex Key();

    [GeneratedRegex("""(?<!lang=|@)["](?<key>[«{\p{IsCyrillic}](?:[^"\\\n]|\\.)*)["]""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex(@"\p{IsCyrillic}")]
    private static partial Regex Cyrillic();
}
