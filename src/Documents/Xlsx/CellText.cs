using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Stupeni.Documents.Xlsx;

/// <summary>Makes any text one that a cell can hold.</summary>
internal static partial class CellText
{
    private const int Longest = 32_767;

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(c => c is not '\t' and not '\n').Select(c => (char)c), '_', '\uFFFE', '\uFFFF', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    /// <summary>The text as its cell holds it: cut to what fits, and with "_x0041_" written so that it is not read as an escape.</summary>
    internal static string Of(string text)
    {
        if (text.Length <= Longest && !text.AsSpan().ContainsAny(Suspects)) return text;

        var clean = Clean(text);
        if (clean.Length > Longest) clean = Cut(clean, Longest - 1) + "…";
        return LooksEscaped().Replace(clean, "_x005F_");
    }

    /// <summary>The text without the characters XML forbids; each kind of line end becomes the one that cells know.</summary>
    internal static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects)) return text;

        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) clean.Append(c).Append(text[++at]);
            else if (c == '\r') clean.Append(at + 1 < text.Length && text[at + 1] == '\n' ? "" : "\n");
            else if (c is '\t' or '\n' || (c >= ' ' && c < '\uFFFE' && !char.IsSurrogate(c))) clean.Append(c);
        }
        return clean.ToString();
    }

    /// <summary>The beginning of a text that does not end in half a character.</summary>
    internal static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();
}
