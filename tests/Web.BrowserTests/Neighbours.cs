using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Comparators;
using Stupeni.Context;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Browsing;

/// <summary>Social passports of the region's schools, by which they are near each other, and a set that the coordinator has picked.</summary>
internal static class Neighbours
{
    public static async Task<Id<ComparatorSet>> Tell(Db db)
    {
        var schools = await db.Organisations.Where(o => o.Type == OrganisationType.School).OrderBy(o => o.Code).ToListAsync();
        var told = (await db.ContextFigures.Select(f => new { f.Organisation, f.Indicator }).ToListAsync()).Select(f => (f.Organisation, f.Indicator)).ToHashSet();
        foreach (var (at, school) in schools.Index())
            foreach (var (indicator, count) in new[] { ("LowIncome", 40 + 3 * at), ("HigherEducation", 90 - 2 * at), ("Incomplete", 50 + at), ("NotNativeRussian", 20 + at), ("LimitedHealth", 12 + at) })
                if (!told.Contains((school.Id, indicator)))
                    db.Add(new ContextFigure { Organisation = school.Id, Year = new(Region.Year), Indicator = indicator, Count = count, Base = 300, Source = "социальный паспорт на 01.10", ByName = "Программа", At = new(2026, 10, 1, 6, 0, 0, DateTimeKind.Utc) });
        var person = await db.Users.SingleAsync(p => p.Position == Who.Coordinator);
        var set = ComparatorSet.Make(new Viewer(person.Id, person.Name, person.Position, []), "region", "Школы с новым зданием", [.. schools.Skip(1).Take(4).Select(s => s.Id)], 1, [], new(2026, 10, 1, 6, 0, 0, DateTimeKind.Utc));
        db.Add(set);
        await db.SaveChangesAsync();
        return set.Id;
    }
}
