using System.Text;

namespace Stupeni.Imports.Reading;

/// <summary>Makes alike what looks alike.</summary>
internal static class Folding
{
    private const string Latin = "aceopxykmthb";
    private const string Cyrillic = "асеорхукмтнв";

    /// <summary>Words in small letters with single spaces, ё as е, and Latin letters that look Russian made Russian where the rest of the word is.</summary>
    internal static string Words(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsWhiteSpace(c)) { if (folded.Length > 0 && folded[^1] != ' ') folded.Append(' '); }
            else folded.Append(c switch { 'ё' => 'е', '‐' or '‑' or '–' or '—' or '−' => '-', _ => c });
        }
        for (var at = 0; at < folded.Length;)
        {
            var end = at;
            while (end < folded.Length && char.IsLetter(folded[end])) end++;
            if (end > at) FoldWord(folded, at, end);
            at = end + 1;
        }
        return folded.ToString().TrimEnd();
    }

    private static void FoldWord(StringBuilder text, int from, int to)
    {
        // A lone letter between digits, as in 1К1, belongs to no word: there it is Russian.
        var russian = to - from == 1 && from > 0 && to < text.Length && char.IsAsciiDigit(text[from - 1]) && char.IsAsciiDigit(text[to]);
        for (var at = from; at < to; at++)
        {
            if (text[at] is >= 'а' and <= 'я') russian = true;
            else if (!Latin.Contains(text[at])) return;
        }
        if (!russian) return;

        for (var at = from; at < to; at++)
            if (Latin.IndexOf(text[at]) is >= 0 and var known) text[at] = Cyrillic[known];
    }
}
