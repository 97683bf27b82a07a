using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Stupeni.Imports;

namespace Stupeni.Assessments.Kinds.Aggregates;

/// <summary>What a person says of a report that does not say it: the page, a remembered answer and <c>--set key=value</c> are the same thing.</summary>
/// <remarks>Keys: report (Marks, Journal, Scores, Tasks, Outcomes, Groups), subject (name or code), grade, year (2026 or 2025/26), school (login or code).</remarks>
public sealed partial record AggregateAnswers
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Encoder = Messages.Json.Encoder };

    public string? Report { get; init; }
    public string? Subject { get; init; }
    public string? Grade { get; init; }
    public string? Year { get; init; }
    public string? School { get; init; }

    public static AggregateAnswers Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return new();
        try
        {
            return JsonSerializer.Deserialize<AggregateAnswers>(json, Format) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    public string Json() => JsonSerializer.Serialize(this, Format);

    public AggregateAnswers Or(AggregateAnswers other) => new() { Report = Said(Report, other.Report), Subject = Said(Subject, other.Subject), Grade = Said(Grade, other.Grade), Year = Said(Year, other.Year), School = Said(School, other.School) };

    /// <summary>What holds for the next file: never the year; subject and grade only where lines above the table tell one file from another.</summary>
    internal AggregateAnswers ToRemember(AggregateSheet table) => table.Above.Any() ? this with { Year = null } : new() { Report = Report };

    /// <summary>The headers and the lines above them, without years: a report of another subject is another file.</summary>
    internal static string Fingerprint(AggregateSheet table) => Mappings.Fingerprint([.. table.Above.Select(a => Years().Replace(a, "")), .. table.Header]);

    private static string? Said(string? own, string? other) => string.IsNullOrWhiteSpace(own) ? other : own.Trim();

    [GeneratedRegex(@"\d{1,2}\.\d{1,2}\.20\d\d|20\d\d")]
    private static partial Regex Years();
}
