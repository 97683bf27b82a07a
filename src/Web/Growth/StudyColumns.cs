using System.Text.Json;
using System.Text.Json.Serialization;
using Stupeni.Imports;

namespace Stupeni.Growth;

/// <summary>What stands in a pupil's row: the result, the prior result if there is one, then the others in this order.</summary>
public sealed record StudyColumns(string Result, string? Prior, IReadOnlyList<StudyColumn> Others)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = Messages.Json.Encoder };

    /// <summary>Numbers of a pupil.</summary>
    [JsonIgnore]
    public int Width => FirstOther + Others.Count;

    [JsonIgnore]
    public int FirstOther => Prior is null ? 1 : 2;

    public string Json() => JsonSerializer.Serialize(this, Format);

    public static StudyColumns Parse(string json) => JsonSerializer.Deserialize<StudyColumns>(json, Format)!;
}

/// <summary>A column to adjust for: a number, or a category kept as the number of its level, the reference being 0.</summary>
/// <param name="Levels">None of a number.</param>
public sealed record StudyColumn(string Title, IReadOnlyList<string>? Levels = null)
{
    /// <summary>More of them are no category but a code or a name.</summary>
    public const int MostLevels = 12;
}
