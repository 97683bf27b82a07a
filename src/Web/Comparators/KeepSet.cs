using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Comparators;

/// <summary>Keeps a set that is new, or that takes the place of another. The same set sent twice is kept once.</summary>
public sealed class KeepSet(Db db, Viewer viewer, FindSimilar similar, ReadCircumstances read, Clock clock)
{
    /// <summary>Places in which the viewer may keep sets, the widest first: those who bring data of a place choose with whom its schools are compared.</summary>
    public static List<ViewerGrant> Places(Viewer viewer) =>
        [.. viewer.Grants.Where(g => g.Permissions.Contains(Permission.SeeResults) && g.Permissions.Contains(Permission.ImportFiles)).OrderBy(g => g.Kind).DistinctBy(g => g.Place)];

    public async Task<ComparatorSet> Keep(ViewerGrant place, string? name, IReadOnlyCollection<Id<Organisation>> chosen, ComparatorSet? before, CancellationToken stop)
    {
        var schools = await db.Comparable(viewer).Where(o => chosen.Contains(o.Id) && o.Id != new Id<Organisation>(place.Scope ?? Guid.Empty)).Select(o => o.Id).ToListAsync(stop);
        var narrow = place.Kind == ScopeKind.Organisation;
        var made = ComparatorSet.Make(viewer, place.Place, name, schools, narrow ? (await read.Edition(stop)).LeastSchools : 1, narrow ? await Ever(place, stop) : [], clock.Now, before);
        try
        {
            return await Save(made, before, schools, stop);
        }
        catch (DbUpdateException failure) when (before is null && failure.IsTaken())
        {
            db.ChangeTracker.Clear();
            return await Save(made, before, schools, stop);
        }
    }

    private async Task<ComparatorSet> Save(ComparatorSet made, ComparatorSet? before, List<Id<Organisation>> schools, CancellationToken stop)
    {
        if (await db.ComparatorSets.AsNoTracking().Include(s => s.Schools).SingleOrDefaultAsync(s => s.Place == made.Place && s.Name == made.Name && s.State == SetState.Current, stop) is { } same && same.Id != before?.Id)
            return before is null && same.Author == made.Author && same.Has(schools) ? same : throw new RuleBroken("Набор «{0}» уже есть: назовите иначе.", "name", made.Name);

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        before?.Replace();
        await db.SaveChangesAsync(stop);
        db.Add(made);
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return made;
    }

    /// <summary>Every set that was ever kept in the place, and the nearest schools: a summary of each has been or can be read.</summary>
    private async Task<List<(string, IReadOnlyCollection<Id<Organisation>>)>> Ever(ViewerGrant place, CancellationToken stop)
    {
        var sets = await db.ComparatorSets.AsNoTracking().Include(s => s.Schools).Where(s => s.Place == place.Place).ToListAsync(stop);
        var nearest = await similar.Of(new(place.Scope!.Value), null, stop);
        return [.. sets.Select(s => (s.Name, (IReadOnlyCollection<Id<Organisation>>)[.. s.Schools.Select(x => x.Organisation)])), .. nearest.Schools.Count == 0 ? [] : new[] { (Texts.Say("Ближайшие по условиям"), (IReadOnlyCollection<Id<Organisation>>)nearest.Ids) }];
    }
}
