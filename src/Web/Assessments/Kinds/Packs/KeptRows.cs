using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds.Packs;

/// <summary>Rows of reference data that an import writes: what stood in their place is kept with the import and comes back when it is undone.</summary>
internal sealed class KeptRows<T>(Db db, Func<T, Id<T>> idOf) where T : class, IRecorded
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new YearNumber() } };

    /// <summary>Whether all of these stand there already, saying the same.</summary>
    /// <param name="same">Whether a row stands in the place of another.</param>
    public async Task<bool> Hold(IEnumerable<T> rows, Func<T, Expression<Func<T, bool>>> same, Func<T, T, bool> saysAs, CancellationToken stop)
    {
        foreach (var row in rows)
            if (await db.Set<T>().AsNoTracking().SingleOrDefaultAsync(same(row), stop) is not { } held || !saysAs(held, row)) return false;
        return true;
    }

    /// <summary>Puts what does not stand there yet, or says something else.</summary>
    public async Task Put(Import import, IEnumerable<T> rows, Func<T, Expression<Func<T, bool>>> same, Func<T, T, bool> saysAs, CancellationToken stop)
    {
        foreach (var row in rows)
        {
            var held = await db.Set<T>().SingleOrDefaultAsync(same(row), stop);
            if (held is null || !saysAs(held, row)) await Put(import, held, row, stop);
        }
    }

    /// <param name="held">What stands there now.</param>
    /// <param name="fresh">What is to stand there; none to leave the place empty.</param>
    public async Task Put(Import import, T? held, T? fresh, CancellationToken stop)
    {
        if (held is not null)
        {
            db.Remove(held);
            await db.SaveChangesAsync(stop);
        }

        if (fresh is not null) db.Add(fresh);
        db.Add(new ImportEffect { Import = import.Id, Subject = typeof(T).Name, SubjectId = idOf((fresh ?? held)!).Value, Before = held is null ? null : JsonSerializer.Serialize(held, Json), After = fresh?.Label ?? "" });
        await db.SaveChangesAsync(stop);
    }

    /// <param name="same">Whether a row stands in the place of another.</param>
    /// <param name="replaced">The refusal where a later import has changed the place: with the row's label.</param>
    public async Task TakeBack(Import import, Func<T, Expression<Func<T, bool>>> same, string replaced, CancellationToken stop)
    {
        foreach (var effect in await db.ImportEffects.AsNoTracking().Where(e => e.Import == import.Id && e.Subject == typeof(T).Name).ToListAsync(stop))
        {
            if (effect.After.Length > 0)
            {
                db.Remove(await db.FindAsync<T>([new Id<T>(effect.SubjectId)], stop) ?? throw new RuleBroken(replaced, "", effect.After));
                await db.SaveChangesAsync(stop);
            }

            if (effect.Before is not { } kept) continue;
            var before = JsonSerializer.Deserialize<T>(kept, Json)!;
            if (await db.Set<T>().AnyAsync(same(before), stop)) throw new RuleBroken(replaced, "", before.Label);
            db.Add(before);
            await db.SaveChangesAsync(stop);
        }
    }

    /// <summary>A year is its number, as it is in the database.</summary>
    private sealed class YearNumber : JsonConverter<SchoolYear>
    {
        public override SchoolYear Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => new(reader.GetInt32());

        public override void Write(Utf8JsonWriter writer, SchoolYear year, JsonSerializerOptions options) => writer.WriteNumberValue(year.Ends);
    }
}
