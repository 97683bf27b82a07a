using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Stupeni.Comparators;

/// <summary>Editions as they are shipped. One that is there already stays as it is.</summary>
public static class ShippedComparators
{
    public static async Task Ship(Db db)
    {
        var known = await db.ComparatorEditions.Select(e => e.Edition).ToListAsync();
        using var file = typeof(ShippedComparators).Assembly.GetManifestResourceStream("Stupeni.Comparators.editions.json")!;
        db.AddRange((await JsonSerializer.DeserializeAsync<List<ComparatorEdition>>(file, JsonSerializerOptions.Web))!.Where(e => !known.Contains(e.Edition)));
        await db.SaveChangesAsync();
    }
}
