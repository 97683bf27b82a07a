using System.Text.RegularExpressions;

namespace Stupeni.Documents.Xlsx;

/// <summary>Makes any text one that a cell can hold.</summary>
internal static partial class CellText
{
    private const int Longest = 32_767;

    /// <summary>The text as its cell holds it: cut to what fits, and with "_x0041_" written so that it is not read as an escape.</summary>
    internal static string Of(string text)
    {
        var clean = CleanText.Of(text);
        if (clean.Length > Longest) clean = Cut(clean, Longest - 1) + "…";
        return clean.Contains('_', StringComparison.Ordinal) ? LooksEscaped().Replace(clean, "_x005F_") : clean;
    }

    /// <summary>The beginning of a text that does not end in half a character.</summary>
    internal static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex LooksEscaped();
}
