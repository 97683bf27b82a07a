using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations;

/// <summary>What the viewer keeps an eye on, among what they may see today.</summary>
public sealed class Watchlist(Db db, Viewer viewer, Clock clock)
{
    public Task<bool> Has(Id<Organisation> organisation) => db.Watches.AnyAsync(w => w.Person == viewer.Person && w.Organisation == organisation);

    public async Task Put(Id<Organisation> organisation, bool watched)
    {
        var watch = await db.Watches.SingleOrDefaultAsync(w => w.Person == viewer.Person && w.Organisation == organisation);
        if (watched && watch is null) db.Add(new Watch { Person = viewer.Person!.Value, Organisation = organisation, Since = clock.Now });
        if (!watched && watch is not null) db.Remove(watch);
        await db.SaveChangesAsync();
    }
}

public static class WatchQueries
{
    public static IQueryable<Organisation> WatchedBy(this IQueryable<Organisation> organisations, Db db, Viewer viewer) =>
        organisations.Where(o => db.Watches.Any(w => w.Person == viewer.Person && w.Organisation == o.Id));
}
