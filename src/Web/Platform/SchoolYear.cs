using System.Globalization;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Stupeni.Platform;

/// <summary>A school year, named by the calendar year in which it ends: 2026 is 2025/26. Acts and files name results by that year.</summary>
public readonly partial record struct SchoolYear(int Ends) : IComparable<SchoolYear>
{
    public static SchoolYear Of(DateOnly day) => new(day.Month >= 9 ? day.Year + 1 : day.Year);

    /// <summary>The year that a text names: 2025/26 and 2025–2026 as they are, 2026 as the year that ends then; null where it names none.</summary>
    public static SchoolYear? In(string text)
    {
        if (Span().Match(text) is { Success: true } span && Number(span.Groups[1]) is var from && Number(span.Groups[2]) % 100 == (from + 1) % 100) return new(from + 1);
        return Calendar().Match(text) is { Success: true } year ? new(Number(year)) : null;
    }

    [JsonIgnore]
    public SchoolYear Previous => new(Ends - 1);

    public int CompareTo(SchoolYear other) => Ends.CompareTo(other.Ends);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ends - 1}/{Ends % 100:00}");

    private static int Number(Capture digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(20\d\d)\s*[/–-]\s*(20\d\d|\d\d)(?!\d)")]
    private static partial Regex Span();

    [GeneratedRegex(@"(?<!\d)20\d\d(?!\d)")]
    private static partial Regex Calendar();

    public static bool operator <(SchoolYear left, SchoolYear right) => left.Ends < right.Ends;
    public static bool operator >(SchoolYear left, SchoolYear right) => left.Ends > right.Ends;
    public static bool operator <=(SchoolYear left, SchoolYear right) => left.Ends <= right.Ends;
    public static bool operator >=(SchoolYear left, SchoolYear right) => left.Ends >= right.Ends;
}

public sealed class SchoolYearColumn() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<SchoolYear, int>(year => year.Ends, ends => new SchoolYear(ends));
