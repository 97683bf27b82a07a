using System.Text.RegularExpressions;
using Stupeni.Imports.Reading;

namespace Stupeni.Imports;

/// <summary>How like two names are, both brought to one form: by letters, by endings, by the words they share. Other numbers make other schools.</summary>
internal static partial class NameLikeness
{
    /// <summary>Less than this is not shown.</summary>
    private const int Least = 55;

    private static readonly HashSet<string> Kinds = ["сош", "оош", "нош", "школа", "лицей", "гимназия", "интернат", "детский", "сад", "центр", "имени"];

    /// <returns>How like they are, 100 being the same, and why; none if they are not.</returns>
    internal static (int Percent, Message Why)? Of(string asked, string known)
    {
        if (asked == known) return (100, new("Название то же."));

        var (left, right) = (asked.Split(' '), known.Split(' '));
        var (numbers, others) = (left.Where(IsNumber).ToHashSet(), right.Where(IsNumber).ToHashSet());
        if (numbers.Count > 0 && others.Count > 0 && !numbers.SetEquals(others)) return null;
        if (left.Select(Stem).Order(StringComparer.Ordinal).SequenceEqual(right.Select(Stem).Order(StringComparer.Ordinal))) return (95, new("Слова те же, отличаются окончания или порядок."));
        if (Likeness.Distance(asked, known, Likeness.Allowed(Math.Max(asked.Length, known.Length))) is { } letters) return (95 - 5 * letters, new("Отличие в буквах: {0}.", letters));

        var (mine, theirs) = (left.Select(Stem).ToHashSet(), right.Select(Stem).ToHashSet());
        var common = mine.Intersect(theirs).ToList();
        var percent = (int)(90 * common.Sum(Weight) / mine.Union(theirs).Sum(Weight));
        return percent < Least || common.Sum(Weight) < 2 ? null : (percent, new("Общие слова: {0}.", string.Join(", ", left.Where(w => common.Contains(Stem(w))).Distinct())));
    }

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[0]);

    /// <summary>The kind of a school tells little, its number and its own words much.</summary>
    private static double Weight(string stem) => Kinds.Contains(stem) ? 0.5 : stem.Length < 3 && !IsNumber(stem) ? 0.5 : 2;

    private static string Stem(string word) => word.Length < 5 || Kinds.Contains(word) ? word : Ending().Replace(word, "");

    [GeneratedRegex("(?:ого|его|ому|ему|ыми|ими|ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ую|юю|ым|им|ом|ем)$")]
    private static partial Regex Ending();
}
