using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Context;

/// <summary>The indicators as they are shipped; a later edition of the product brings its wording and words of files.</summary>
public static class ShippedIndicators
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static IReadOnlyList<ContextIndicator> All { get; } = Read();

    public static async Task Ship(Db db)
    {
        var known = await db.ContextIndicators.ToDictionaryAsync(i => i.Code);
        foreach (var shipped in All)
        {
            if (known.TryGetValue(shipped.Code, out var row)) db.Entry(row).CurrentValues.SetValues(shipped);
            else db.Add(shipped.Copy());
        }

        await db.SaveChangesAsync();
    }

    private static ContextIndicator Copy(this ContextIndicator i) => new()
    {
        Code = i.Code, Name = i.Name, EnglishName = i.EnglishName, Position = i.Position, Direction = i.Direction, Pattern = i.Pattern, Source = i.Source, Edition = i.Edition, Confidence = i.Confidence,
    };

    private static IReadOnlyList<ContextIndicator> Read()
    {
        using var file = typeof(ShippedIndicators).Assembly.GetManifestResourceStream("Stupeni.Context.indicators.json")!;
        var pack = JsonSerializer.Deserialize<Pack>(file, Json)!;
        return [.. pack.Indicators.Select((i, at) => new ContextIndicator { Code = i.Code, Name = i.Name, EnglishName = i.English, Position = at, Direction = i.Direction, Pattern = i.Pattern, Source = i.Source, Edition = pack.Edition, Confidence = i.Confidence })];
    }

    private sealed record Pack(string Edition, List<Shipped> Indicators);

    private sealed record Shipped(string Code, string Name, string English, IndexDirection Direction, string Pattern, string Source, string Confidence);
}
