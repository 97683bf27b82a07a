namespace Stupeni.Platform;

/// <summary>The edge where time comes in: UTC moments for the record, the region's own calendar for people.</summary>
public sealed class Clock(TimeProvider time)
{
    private static TimeZoneInfo zone = TimeZoneInfo.Utc;

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public DateOnly Today => DateOnly.FromDateTime(Local(Now));

    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    /// <summary>The region's zone, set once at start; one database is one region.</summary>
    public static void LiveIn(string timeZone) => zone = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var found) ? found : TimeZoneInfo.Utc;
}
