using System.Text.Json;
using System.Text.Json.Serialization;
using Stupeni.Imports;
using Stupeni.Imports.Reading;

namespace Stupeni.Growth.Files;

/// <summary>What a person says of a table of growth: what each column is, the reference of each category, and which study it is. The wizard, a kept mapping and <c>--set words=field</c> are the same thing.</summary>
public sealed record GrowthMapping
{
    private const string ReferenceOf = "reference.";
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Encoder = Messages.Json.Encoder };

    public string? Title { get; init; }
    public string? Year { get; init; }
    public string? Subject { get; init; }
    public string? Source { get; init; }
    public Guid? Procedure { get; init; }

    /// <summary>Folded words to <see cref="GrowthField"/>.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Folded words of a category to the level others are compared with.</summary>
    public IReadOnlyDictionary<string, string> References { get; init; } = new Dictionary<string, string>();

    public static GrowthMapping? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json)) return null;
        try
        {
            return JsonSerializer.Deserialize<GrowthMapping>(json, Format);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static GrowthMapping Of(IReadOnlyDictionary<string, string> settings) => new()
    {
        Title = settings.GetValueOrDefault("title"), Year = settings.GetValueOrDefault("year"), Subject = settings.GetValueOrDefault("subject"), Source = settings.GetValueOrDefault("source"),
        Procedure = Guid.TryParse(settings.GetValueOrDefault("procedure"), out var procedure) ? procedure : null,
        Labels = Folded(settings.Where(s => s.Key is not ("title" or "year" or "subject" or "source" or "procedure" or "file") && !s.Key.StartsWith(ReferenceOf, StringComparison.Ordinal))),
        References = Folded(settings.Where(s => s.Key.StartsWith(ReferenceOf, StringComparison.Ordinal)).Select(s => KeyValuePair.Create(s.Key[ReferenceOf.Length..], s.Value))),
    };

    public string Json() => JsonSerializer.Serialize(this, Format);

    public GrowthMapping ToRemember() => this with { Title = null, Year = null, Procedure = null };

    private static Dictionary<string, string> Folded(IEnumerable<KeyValuePair<string, string>> settings) => settings.GroupBy(s => Cells.FoldHeader(s.Key)).ToDictionary(g => g.Key, g => g.Last().Value);
}
