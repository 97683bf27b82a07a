using System.Globalization;
using System.Text.RegularExpressions;

namespace Stupeni.Imports.Reading;

/// <summary>What people mean by what stands in a cell.</summary>
public static partial class Cells
{
    private static readonly HashSet<string> Nothing =
        ["", "x", "х", "-", "–", "—", "−", "‒", "--", "нет отметки", "нет данных", "н/д", "н.д.", "н", "na", "n/a", "#n/a", "#н/д"];

    /// <summary>Whether the cell says that there is no value: empty, X of either alphabet, any dash, «нет отметки», «н/д», «н», NA.</summary>
    public static bool IsMissing(string text) => text.Length == 0 || (text.Length <= 12 && !char.IsAsciiDigit(text[0]) && Nothing.Contains(text.Trim().ToLowerInvariant()));

    /// <summary>A number with a comma or a point, its thousands apart or not; null when the text is no number.</summary>
    public static decimal? ParseDecimal(string text)
    {
        if (Digits(text) is >= 0 and var plain) return plain;
        text = text.Trim();
        if (text.Length > 40) return null;
        if (text.AsSpan().ContainsAny(' ', '\u00A0', '\u202F')) text = Thousands().IsMatch(text) ? Spaces().Replace(text, "") : "";
        if (text.Contains(',')) text = text.Contains('.') ? "" : text.Replace(',', '.');
        return decimal.TryParse(text.Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>A whole number, also one written as 12,0 or 12.0; null when the text is none or it is too large.</summary>
    public static int? ParseWhole(string text) =>
        ParseDecimal(text) is { } number && number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue ? (int)number : null;

    /// <summary>A code as it was before a spreadsheet took it for a number: «101001.0» is 101001; zeros in front stay.</summary>
    public static string NormaliseCode(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9') ? text : ZeroFraction().Replace(Spaces().Replace(text, ""), "$1");

    /// <summary>The code of a task: К is Cyrillic, a sub-task comes after a point, «9,1» is 9.1 and «1k1» is 1К1.</summary>
    public static string NormaliseTask(string text) => Spaces().Replace(text, "").ToUpperInvariant().Replace('K', 'К').Replace(',', '.');

    /// <summary>The number that a few digits write, as nearly all cells of results do; −1 for anything else.</summary>
    public static int Digits(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > 9) return -1;
        var number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit)) return -1;
            number = number * 10 + digit - '0';
        }
        return number;
    }

    /// <summary>A header as it is compared: without case, ё, line ends, spaces in a row, Latin letters in Russian words and punctuation at its end.</summary>
    public static string FoldHeader(string text) => Folding.Words(text).TrimEnd('.', ',', ':', ';', '*', '?', '!', ' ');

    /// <summary>The name of an organisation, a municipality or a subject as it is compared: as <see cref="FoldHeader"/>, and without quotes, punctuation and the word «город».</summary>
    public static string FoldName(string text)
    {
        var words = NumberSign().Replace(Folding.Words(text), "№");
        words = Spaces().Replace(Punctuation().Replace(words, " "), " ").Trim();
        return TownWord().Replace(words, "") is { Length: > 0 } folded ? folded : words;
    }

    [GeneratedRegex(@"^[-−+]?\d{1,3}([ \u00A0\u202F]\d{3})+([.,]\d+)?$")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"[\s\u00A0\u202F]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(\d+)[.,]0+$")]
    private static partial Regex ZeroFraction();

    [GeneratedRegex(@"(№|\bn|\bno\.?) ?(?=\d)")]
    private static partial Regex NumberSign();

    [GeneratedRegex(@"[^\w№]+")]
    private static partial Regex Punctuation();

    [GeneratedRegex(@"^(г|город) ")]
    private static partial Regex TownWord();
}
