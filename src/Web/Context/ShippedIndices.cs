using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Context;

/// <summary>Editions of the index as they are shipped. One that is there already stays as it is.</summary>
public static class ShippedIndices
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task Ship(Db db)
    {
        var known = await db.IndexEditions.Select(e => e.Edition).ToListAsync();
        using var file = typeof(ShippedIndices).Assembly.GetManifestResourceStream("Stupeni.Context.index-editions.json")!;
        db.AddRange((await JsonSerializer.DeserializeAsync<List<IndexEdition>>(file, Json))!.Where(e => !known.Contains(e.Edition)));
        await db.SaveChangesAsync();
    }
}
