using System.Text.Json;
using System.Text.Json.Serialization;

namespace Stupeni.Analysis.Plans;

/// <summary>The problem as it is written: ids are texts or numbers, null in a row of the matrix is a pair that is not allowed.</summary>
internal sealed record ProblemJson
{
    public List<MentorJson?>? Mentors { get; init; }

    public List<MenteeJson?>? Mentees { get; init; }

    public List<PairJson?>? Pairs { get; init; }

    public List<double[]?>? Matrix { get; init; }

    public List<LinkJson?>? Forbidden { get; init; }

    public List<LinkJson?>? Pinned { get; init; }

    public string? Objective { get; init; }

    public JsonElement? Preferences { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Unknown { get; init; }

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        NumberHandling = JsonNumberHandling.Strict, AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip, Converters = { new Id(), new Row() },
    };

    private sealed class Id : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => JsonElement.ParseValue(ref reader).GetRawText(),
            _ => throw new JsonException(),
        };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }

    private sealed class Row : JsonConverter<double[]>
    {
        public override double[]? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException();

            var row = new List<double>();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                row.Add(reader.TokenType switch
                {
                    JsonTokenType.Number => reader.GetDouble(),
                    JsonTokenType.Null => double.NaN,
                    _ => throw new JsonException(),
                });
            }

            return [.. row];
        }

        public override void Write(Utf8JsonWriter writer, double[] value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}

internal sealed record MentorJson(string? Id, int? Capacity, JsonElement? Preferences);

internal sealed record MenteeJson(string? Id, int? Needs, JsonElement? Preferences);

internal sealed record PairJson(string? Mentor, string? Mentee, double? Weight);

internal sealed record LinkJson(string? Mentor, string? Mentee, string? Rule);
