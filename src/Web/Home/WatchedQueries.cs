using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Home;

/// <summary>Organisations under the viewer's eye: the first of them, and how many there are.</summary>
public sealed record Watched(IReadOnlyList<WatchedRow> Rows, int Total);

public sealed record WatchedRow(Id<Organisation> Id, string Name, string Municipality, SchoolState? State);

public static class WatchedQueries
{
    private const int Shown = 10;

    public static async Task<Watched> Watched(this Db db, Viewer viewer, CancellationToken stop)
    {
        var all = db.Organisations.AsNoTracking().VisibleTo(viewer).WatchedBy(db, viewer);
        var rows = await (from o in all
                          join m in db.Municipalities on o.Municipality equals m.Id
                          orderby o.Name, o.Id
                          select new { o.Id, o.Name, Municipality = m.Name }).Take(Shown).ToListAsync(stop);
        var states = rows.Count == 0 ? [] : await db.LatestStates(viewer, [.. rows.Select(r => r.Id)], stop);
        return new([.. rows.Select(r => new WatchedRow(r.Id, r.Name, r.Municipality, states.TryGetValue(r.Id, out var state) ? state : null))], rows.Count < Shown ? rows.Count : await all.CountAsync(stop));
    }
}
