using System.Globalization;
using System.Text.RegularExpressions;

namespace Stupeni.Identification.Official;

/// <summary>An act as lists refer to it: «приказ от 24.01.2020 № 183».</summary>
internal sealed partial record ActWord(string Ground, string Number, DateOnly? Date)
{
    private const int LongestGround = 500, LongestNumber = 60;

    /// <summary>What the row says; what it leaves out is looked for in its own words.</summary>
    public static ActWord Of(string ground, string number, string date)
    {
        number = number.Length > 0 ? number : NumberOf().Match(ground).Groups["number"].Value;
        return new(Cut(ground, LongestGround), Cut(number, LongestNumber), DayIn(date) ?? DayIn(ground));
    }

    /// <summary>The act that stands above the table; empty where none does.</summary>
    public static string Above(string titles) => titles.Split('\n').FirstOrDefault(l => Act().IsMatch(l) && NumberOf().IsMatch(l))?.Trim() ?? "";

    public static DateOnly? DayIn(string text) =>
        Day().Match(text) is { Success: true } day && DateOnly.TryParseExact(day.Value, ["dd.MM.yyyy", "d.MM.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];

    [GeneratedRegex(@"(?<!\p{L})(приказ|распоряжени|письм|постановлени)", RegexOptions.IgnoreCase)]
    private static partial Regex Act();

    [GeneratedRegex(@"№\s*(?<number>[\p{L}\d][\p{L}\d/.-]*)")]
    private static partial Regex NumberOf();

    [GeneratedRegex(@"(?<!\d)\d{1,2}\.\d{2}\.20\d\d(?!\d)|(?<!\d)20\d\d-\d{2}-\d{2}(?!\d)")]
    private static partial Regex Day();
}
