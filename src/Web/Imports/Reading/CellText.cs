using System.Text;

namespace Stupeni.Imports.Reading;

/// <summary>The text of a cell as it is kept: trimmed, and without characters that no one typed and no database takes.</summary>
internal static class CellText
{
    internal static ReadOnlySpan<char> Of(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.IndexOfAnyInRange('\0', '\u001F') < 0 && text.IndexOfAnyInRange('\uD800', '\uDFFF') < 0 && text.IndexOfAny('\uFEFF', '\u200B', '\u00AD') < 0 ? text : Clean(text).AsSpan().Trim();
    }

    private static string Clean(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(text.Length);
        Span<char> pair = stackalloc char[2];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\uFEFF' or '\u200B' or '\u00AD' or '\r' || (rune.Value < ' ' && rune.Value is not ('\n' or '\t'))) continue;
            clean.Append(pair[..rune.EncodeToUtf16(pair)]);
        }
        return clean.ToString();
    }
}
