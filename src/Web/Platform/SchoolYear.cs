using System.Globalization;
using System.Text.Json.Serialization;

namespace Stupeni.Platform;

/// <summary>A school year, named by the calendar year in which it ends: 2026 is 2025/26. Acts and files name results by that year.</summary>
public readonly record struct SchoolYear(int Ends) : IComparable<SchoolYear>
{
    public static SchoolYear Of(DateOnly day) => new(day.Month >= 9 ? day.Year + 1 : day.Year);

    [JsonIgnore]
    public SchoolYear Previous => new(Ends - 1);

    public int CompareTo(SchoolYear other) => Ends.CompareTo(other.Ends);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ends - 1}/{Ends % 100:00}");

    public static bool operator <(SchoolYear left, SchoolYear right) => left.Ends < right.Ends;
    public static bool operator >(SchoolYear left, SchoolYear right) => left.Ends > right.Ends;
    public static bool operator <=(SchoolYear left, SchoolYear right) => left.Ends <= right.Ends;
    public static bool operator >=(SchoolYear left, SchoolYear right) => left.Ends >= right.Ends;
}

public sealed class SchoolYearColumn() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<SchoolYear, int>(year => year.Ends, ends => new SchoolYear(ends));
