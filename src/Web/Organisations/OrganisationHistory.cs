using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations;

public static class OrganisationHistory
{
    /// <summary>The record of an organisation and of those merged into it, newest first.</summary>
    public static Task<List<Change>> History(this Db db, Id<Organisation> organisation, Id<Change>? before, int take, CancellationToken stop = default)
    {
        var merged = db.Organisations.Where(o => o.MergedInto == organisation).Select(o => (Guid?)(Guid)(object)o.Id);
        var lines = db.Changes.AsNoTracking().Where(c => c.Organisation == organisation.Value || merged.Contains(c.Organisation));
        if (before is { Value: var id }) lines = lines.Where(c => ((Guid)(object)c.Id).CompareTo(id) < 0);
        return lines.OrderByDescending(c => c.Id).Take(take).ToListAsync(stop);
    }
}
