using System.Globalization;
using CsvHelper;

namespace Stupeni.Documents;

/// <summary>Writes a sheet as csv: UTF-8 with a byte order mark, which Excel needs to see letters where letters are.</summary>
public static class Csv
{
    private static readonly CultureInfo DecimalComma = new CultureInfo("", useUserOverride: false) { NumberFormat = { NumberDecimalSeparator = "," } };

    /// <summary>
    /// Header and rows, without title, marks and notes. A text that a spreadsheet would run as a formula gets an apostrophe in front of it.
    /// With a semicolon numbers have a decimal comma, as Russian Excel expects of such a file; with anything else a point. Dates are ISO.
    /// </summary>
    public static void Write(Stream stream, Sheet sheet, char separator = ';')
    {
        var culture = separator == ';' ? DecimalComma : CultureInfo.InvariantCulture;
        using var csv = CsvWriter.Create(stream, new CsvWriterOptions
        {
            Separator = separator, WriteByteOrderMark = true, Injection = CsvInjection.Escape, ValidateFieldCount = false, FormatProvider = culture,
        }, leaveOpen: true);

        if (sheet.HasHeader) csv.WriteRecord([.. sheet.Columns.Select(c => c.Header)]);
        foreach (var row in sheet.Rows)
        {
            for (var at = 0; at < Math.Max(row.Count, sheet.Columns.Count); at++) WriteField(csv, at < row.Count ? row[at] : default);
            csv.EndRecord();
        }
        csv.Flush();
    }

    private static void WriteField(CsvWriter csv, Cell cell)
    {
        if (cell.Number is { } number) csv.WriteField(number);
        else if (cell.Moment is { } moment) csv.WriteField(moment, moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss");
        else csv.WriteField(cell.Text);
    }
}
