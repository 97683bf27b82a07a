using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Stupeni.Imports;
using Stupeni.Platform;

namespace Stupeni.Assessments.Kinds;

/// <summary>Writes pupils' places of a year; what stood before is kept with the import, so that it can be taken back.</summary>
public sealed class ApplyPupils(Db db)
{
    private const string Subject = nameof(PupilPlace);
    private const int Chunk = 2000;

    internal async Task<bool> ChangesNothing(PupilsPlan plan, CancellationToken stop)
    {
        var known = await Known(plan.Year, stop);
        return plan.Pupils.All(p => known.TryGetValue(p.Code, out var place) && place.Organisation == p.School.Id && place.Class == p.Class);
    }

    internal async Task Apply(PupilsPlan plan, Import import, CancellationToken stop)
    {
        var known = await Known(plan.Year, stop);
        var fresh = plan.Pupils.Where(p => !known.TryGetValue(p.Code, out var place) || place.Organisation != p.School.Id || place.Class != p.Class).ToList();
        if (fresh.Count == 0) return;

        List<Before> before = [.. fresh.Where(p => known.ContainsKey(p.Code)).Select(p => known[p.Code]).Select(p => new Before(p.Code, p.Organisation.Value, p.Class, p.Import.Value))];
        await Remove(plan.Year, [.. before.Select(b => b.Code)], stop);
        await Write(fresh.Select(p => new PupilPlace { Year = plan.Year, Code = p.Code, Organisation = p.School.Id, Class = p.Class, Import = import.Id }), stop);
        db.Add(new ImportEffect { Import = import.Id, Subject = Subject, SubjectId = import.Id.Value, Before = JsonSerializer.Serialize(before), After = JsonSerializer.Serialize(new After(plan.Year.Ends, fresh.Count)) });
        await db.SaveChangesAsync(stop);
    }

    internal async Task Undo(Import import, CancellationToken stop)
    {
        foreach (var effect in await db.ImportEffects.AsNoTracking().Where(e => e.Import == import.Id && e.Subject == Subject).ToListAsync(stop))
        {
            var (before, after) = (JsonSerializer.Deserialize<List<Before>>(effect.Before!)!, JsonSerializer.Deserialize<After>(effect.After)!);
            var year = new SchoolYear(after.Year);
            if (await db.PupilPlaces.CountAsync(p => p.Import == import.Id && p.Year == year, stop) != after.Count) throw await Replaced(year, import, stop);

            await db.PupilPlaces.Where(p => p.Import == import.Id && p.Year == year).ExecuteDeleteAsync(stop);
            await Write(before.Select(b => new PupilPlace { Year = year, Code = b.Code, Organisation = new(b.Organisation), Class = b.Class, Import = new(b.Import) }), stop);
        }
    }

    private async Task<RuleBroken> Replaced(SchoolYear year, Import import, CancellationToken stop)
    {
        var later = await db.PupilPlaces.Where(p => p.Year == year && p.Import != import.Id).Join(db.Imports, p => p.Import, i => i.Id, (p, i) => i.Number).Where(n => n > import.Number).OrderByDescending(n => n).FirstOrDefaultAsync(stop);
        return new("Список обучающихся этого импорта заменён импортом № {0}: сначала отмените его.", "", later);
    }

    private Task<Dictionary<string, PupilPlace>> Known(SchoolYear year, CancellationToken stop) => db.PupilPlaces.AsNoTracking().Where(p => p.Year == year).ToDictionaryAsync(p => p.Code, stop);

    private async Task Remove(SchoolYear year, string[] codes, CancellationToken stop)
    {
        foreach (var chunk in codes.Chunk(500)) await db.PupilPlaces.Where(p => p.Year == year && chunk.Contains(p.Code)).ExecuteDeleteAsync(stop);
    }

    private async Task Write(IEnumerable<PupilPlace> places, CancellationToken stop)
    {
        foreach (var chunk in places.Chunk(Chunk))
        {
            db.AddRange(chunk);
            await db.SaveChangesAsync(stop);
            foreach (var place in chunk) db.Entry(place).State = EntityState.Detached;
        }
    }

    private sealed record Before(string Code, Guid Organisation, string Class, Guid Import);

    private sealed record After(int Year, int Count);
}
