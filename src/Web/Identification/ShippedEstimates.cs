using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Identification;

/// <summary>Editions of the estimate as they are shipped. One that is there already stays as it is.</summary>
public static class ShippedEstimates
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task Ship(Db db)
    {
        var known = await db.EstimateEditions.Select(e => e.Edition).ToListAsync();
        using var file = typeof(ShippedEstimates).Assembly.GetManifestResourceStream("Stupeni.Identification.estimates.json")!;
        db.AddRange((await JsonSerializer.DeserializeAsync<List<EstimateEdition>>(file, Json))!.Where(e => !known.Contains(e.Edition)));
        await db.SaveChangesAsync();
    }
}
