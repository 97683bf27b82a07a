using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Stupeni.Platform;

namespace Stupeni.Imports.Register;

/// <summary>Rows that an import made are removed only while nothing rests on them, whichever area that something is of.</summary>
internal static class Unused
{
    internal static async Task Check(Db db, IReadOnlyDictionary<Guid, string> rows, Type type, CancellationToken stop)
    {
        if (rows.Count == 0) return;
        foreach (var key in db.Model.FindEntityType(type)!.GetReferencingForeignKeys().Where(k => k.DeclaringEntityType.ClrType != typeof(NameDecision)))
        {
            var table = StoreObjectIdentifier.Table(key.DeclaringEntityType.GetTableName()!, null);
            var sql = $"""SELECT DISTINCT "{key.Properties[0].GetColumnName(table)}" AS "Value" FROM "{table.Name}" WHERE "{key.Properties[0].GetColumnName(table)}" IS NOT NULL""";
            var used = await db.Database.SqlQueryRaw<Guid>(sql).ToListAsync(stop);
            Refuse(used.Where(rows.ContainsKey).Select(id => rows[id]).FirstOrDefault());
        }

        var ids = rows.Keys.Select(id => (Guid?)id).ToList();
        var granted = await db.Grants.AsNoTracking().Where(g => ids.Contains(g.Scope)).Select(g => g.Scope).FirstOrDefaultAsync(stop);
        if (granted is { } scope) Refuse(rows[scope]);
    }

    private static void Refuse(string? name)
    {
        if (name is not null) throw new RuleBroken("«{0}» заведена этим импортом, но на неё уже опираются другие данные: результаты, списки, роли людей. Отменить импорт нельзя.", "", name);
    }
}
