using System.Text.Json;
using System.Text.Json.Serialization;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Context.Passports;

/// <summary>What a person says of a passport: what each column or row is, by its words, and the year. The wizard, a kept mapping and <c>--set words=field</c> are the same thing.</summary>
public sealed record PassportMapping
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = Messages.Json.Encoder };

    public string? Year { get; init; }

    /// <summary>Folded words to the code of an indicator, a place or «-» for nothing.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    public static PassportMapping? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return null;
        try
        {
            return JsonSerializer.Deserialize<PassportMapping>(json, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static PassportMapping Of(IReadOnlyDictionary<string, string> settings) => new()
    {
        Year = settings.GetValueOrDefault("year"),
        Labels = settings.Where(s => s.Key is not ("year" or "file")).GroupBy(s => Cells.FoldHeader(s.Key)).ToDictionary(g => g.Key, g => g.Last().Value),
    };

    public string Json() => JsonSerializer.Serialize(this, Format);

    public PassportMapping ToRemember() => this with { Year = null };
}
