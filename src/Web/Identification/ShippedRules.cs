using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Identification;

/// <summary>Editions of the rule as they are shipped, each with its source. One that is there already stays as it is.</summary>
public static class ShippedRules
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task Ship(Db db)
    {
        var known = await db.IdentificationRules.Select(r => new { r.Code, r.Edition }).ToListAsync();
        using var file = typeof(ShippedRules).Assembly.GetManifestResourceStream("Stupeni.Identification.rules.json")!;
        var shipped = (await JsonSerializer.DeserializeAsync<List<IdentificationRule>>(file, Json))!;
        db.AddRange(shipped.Where(r => !known.Contains(new { r.Code, r.Edition })));
        await db.SaveChangesAsync();
    }
}
