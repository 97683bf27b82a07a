using System.Buffers;
using System.Text;

namespace Stupeni.Documents;

/// <summary>Makes any text one that a file of office formats can hold.</summary>
internal static class CleanText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(c => c is not '\t' and not '\n').Select(c => (char)c), '\uFFFE', '\uFFFF', .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c)]);

    /// <summary>The text without the characters XML forbids; each kind of line end becomes one.</summary>
    internal static string Of(string text)
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
}
