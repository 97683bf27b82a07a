using System.Globalization;

namespace Stupeni.Imports.Reading.Workbooks;

/// <summary>The values of a workbook as texts: numbers as Excel shows them in full, moments as ISO.</summary>
internal static class Values
{
    // Beyond it a decimal cannot hold the number.
    private const double Largest = 7.9e27;
    private const double Smallest = 1e-13;

    /// <summary>At most 15 digits, as Excel itself counts: 0.1 + 0.2 is 0.3.</summary>
    internal static string Of(double number)
    {
        var size = Math.Abs(number);
        return size is < Largest and > Smallest or 0
            ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
            : number.ToString("G15", CultureInfo.InvariantCulture);
    }

    internal static string Of(bool flag) => flag ? "ИСТИНА" : "ЛОЖЬ";

    internal static string Of(DateTime moment) => moment.Date == new DateTime(1899, 12, 31) || moment.Date == new DateTime(1899, 12, 30)
        ? moment.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
        : moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Hours, which may be more than a day has.</summary>
    internal static string Of(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{(time < TimeSpan.Zero ? "-" : "")}{Math.Floor(Math.Abs(time.TotalHours)):00}:{Math.Abs(time.Minutes):00}:{Math.Abs(time.Seconds):00}");

    /// <summary>The moment a serial number of Excel names, or null when it names none.</summary>
    internal static string? OfSerial(double serial, bool from1904, bool elapsed)
    {
        if (elapsed) return Math.Abs(serial) < 1_000_000 ? Of(Rounded(serial)) : null;
        if (from1904) serial += 1_462;
        if (serial is < 0 or >= 2_958_466) return null;
        if (serial < 1) return Of(Rounded(serial));

        // Excel counts a 29 February 1900 that never was; its own day 60 names nothing.
        if (Math.Floor(serial) == 60) return null;
        var moment = new DateTime(1899, 12, serial < 60 ? 31 : 30).Add(Rounded(serial));
        return moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
    }

    private static TimeSpan Rounded(double days) => TimeSpan.FromSeconds(Math.Round(days * 86_400));
}
