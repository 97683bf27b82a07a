using System.Text.Json;
using System.Text.Json.Serialization;
using Stupeni.Imports;

namespace Stupeni.Assessments.Mapping;

/// <summary>
/// What a person says of a table of results, as texts: the wizard's form, a remembered mapping and <c>--set key=value</c> of the command are the same thing.
/// A column is named by its header or its letter; <c>-</c> says that there is none; an empty answer leaves it to the guess.
/// </summary>
/// <remarks>
/// Keys: school, participant, class, variant, total, mark, journal (columns); tasks (columns parted by commas, each with its maximum after a colon: <c>E:2, F:1</c>; <c>auto</c>, <c>-</c>);
/// kind (Vpr, Oge, Ege, Gve, Diagnostic), subject (name or code; a new name makes a subject of one's own), grade (0 for none), year (2026 or 2025/26), session, level (Base, Profile),
/// score (Primary, Test), minimum (the least total that passes; <c>-</c> for none), minimumSource (in words).
/// </remarks>
public sealed record ResultsMapping
{
    public string? School { get; init; }
    public string? Participant { get; init; }
    public string? Class { get; init; }
    public string? Variant { get; init; }
    public string? Total { get; init; }
    public string? Mark { get; init; }
    public string? Journal { get; init; }
    public string? Tasks { get; init; }
    public string? Kind { get; init; }
    public string? Subject { get; init; }
    public string? Grade { get; init; }
    public string? Year { get; init; }
    public string? Session { get; init; }
    public string? Level { get; init; }
    public string? Score { get; init; }
    public string? Minimum { get; init; }
    public string? MinimumSource { get; init; }

    /// <summary>Whether everything was asked, so that silence is an answer too.</summary>
    public bool Whole { get; init; }

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { NumberHandling = JsonNumberHandling.AllowReadingFromString, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, Encoder = Messages.Json.Encoder };

    /// <summary>What was said, or null if the text is no mapping.</summary>
    public static ResultsMapping? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return null;
        try
        {
            return JsonSerializer.Deserialize<ResultsMapping>(json, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string Json() => JsonSerializer.Serialize(this, Format);

    /// <summary>This answer, completed by another where it is silent.</summary>
    public ResultsMapping Or(ResultsMapping? other) => other is null || Whole ? this : new()
    {
        School = Said(School, other.School), Participant = Said(Participant, other.Participant), Class = Said(Class, other.Class), Variant = Said(Variant, other.Variant),
        Total = Said(Total, other.Total), Mark = Said(Mark, other.Mark), Journal = Said(Journal, other.Journal), Tasks = Said(Tasks, other.Tasks),
        Kind = Said(Kind, other.Kind), Subject = Said(Subject, other.Subject), Grade = Said(Grade, other.Grade), Year = Said(Year, other.Year), Session = Said(Session, other.Session),
        Level = Said(Level, other.Level), Score = Said(Score, other.Score), Minimum = Said(Minimum, other.Minimum), MinimumSource = Said(MinimumSource, other.MinimumSource),
    };

    /// <summary>What of it holds for the next file with the same headers: all but the year.</summary>
    public ResultsMapping ToRemember() => this with { Year = null, Whole = false };

    private static string? Said(string? own, string? other) => string.IsNullOrWhiteSpace(own) ? other : own.Trim();
}
