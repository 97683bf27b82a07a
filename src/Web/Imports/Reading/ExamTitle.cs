using System.Globalization;
using System.Text.RegularExpressions;

namespace Stupeni.Imports.Reading;

/// <summary>The exam that a line of a protocol names: «01 - Русский язык 2025.05.30», or a cell «Математика(2026.06.02)», or the name of a file 02_2026.06.02.</summary>
/// <param name="Code">The two digits of the subject; empty where there are none.</param>
/// <param name="Subject">As it is written; empty in the name of a file.</param>
/// <param name="Date">Null where there is no date, or none that the calendar has.</param>
public sealed partial record ExamTitle(string Code, string Subject, DateOnly? Date)
{
    private const int Longest = 200;

    /// <summary>A line above a table, with its date or without.</summary>
    public static ExamTitle? OfLine(string text) =>
        text.Length is < 8 or > Longest ? null : Read(Dated().Match(text)) ?? Read(Undated().Match(text));

    /// <summary>What a cell of the column «Экзамен» says.</summary>
    public static ExamTitle? OfCell(string text) => text.Length > Longest ? null : OfLine(text) ?? Read(InCell().Match(text));

    public static ExamTitle? OfFile(string name) => Read(InFile().Match(name));

    private static ExamTitle? Read(Match found) =>
        found.Success ? new(found.Groups["code"].Value.PadLeft(found.Groups["code"].Success ? 2 : 0, '0'), found.Groups["subject"].Value.Trim(' ', ',', '.', ':', ';', '-', '(', '«', '»', '"'), DateOf(found.Groups["date"].Value)) : null;

    private static DateOnly? DateOf(string text) =>
        DateOnly.TryParseExact(text, ["yyyy.MM.dd", "yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 2000 and <= 2099 ? date : null;

    [GeneratedRegex(@"(?<!\d)(?<code>\d{1,2})\s*[-–—]\s*(?<subject>\p{L}{3}.*?)[\s,(]+(?<date>\d{4}[.-]\d{2}[.-]\d{2}|\d{2}\.\d{2}\.\d{4})(?!\d)")]
    private static partial Regex Dated();

    [GeneratedRegex(@"^(?<code>\d{2})\s*[-–—]\s*(?<subject>\p{L}{4}[\p{L}\s(),.-]*)$")]
    private static partial Regex Undated();

    [GeneratedRegex(@"^(?<subject>\p{L}{3}.*?)\s*\(\s*(?<date>\d{4}[.-]\d{2}[.-]\d{2}|\d{2}\.\d{2}\.\d{4})\s*\)$")]
    private static partial Regex InCell();

    [GeneratedRegex(@"(?<!\d)(?<code>\d{2})_(?<date>\d{4}\.\d{2}\.\d{2})(?!\d)")]
    private static partial Regex InFile();
}
