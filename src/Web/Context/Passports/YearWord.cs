using System.Globalization;
using System.Text.RegularExpressions;
using Stupeni.Platform;

namespace Stupeni.Context.Passports;

/// <summary>The school year of a passport: named as such, or by the day on which it was made — 1 September 2025 is of 2025/26.</summary>
internal static partial class YearWord
{
    public static SchoolYear? In(string text)
    {
        if (Day().Match(text) is { Success: true } day && DateOnly.TryParseExact(day.Value, ["dd.MM.yyyy", "d.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return SchoolYear.Of(date);
        if (Autumn().Match(text) is { Success: true } autumn) return new(int.Parse(autumn.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) + 1);
        return SchoolYear.In(text);
    }

    [GeneratedRegex(@"(?<!\d)\d{1,2}\.\d{2}\.20\d\d(?!\d)")]
    private static partial Regex Day();

    [GeneratedRegex(@"(сентябр|октябр|ноябр|декабр)\w*\s+(?<year>20\d\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Autumn();
}
