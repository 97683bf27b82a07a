using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations;

/// <summary>What a list of organisations is filtered by; lives in the address, so it can be shared.</summary>
public sealed record OrganisationFilter(string? Q, Id<Municipality>? Municipality, OrganisationType? Type, Locality? Locality, OrganisationState? State, string? After, bool Down, bool Watched = false);

public sealed record OrganisationRow(Id<Organisation> Id, string Code, string Name, OrganisationType Type, string Municipality, Locality Locality, string Settlement, int? Pupils, OrganisationState State);

/// <summary>One page of rows, how many there are in all, and the key of the next page.</summary>
public sealed record OrganisationPage(IReadOnlyList<OrganisationRow> Rows, int Total, string? Next);

public static class OrganisationList
{
    public const int PageSize = 50;

    public static async Task<OrganisationPage> List(this Db db, Viewer viewer, OrganisationFilter filter, CancellationToken stop = default)
    {
        var all = db.Found(viewer, filter);
        var total = await all.CountAsync(stop);
        var rows = await db.Rows(After(Ordered(all, filter.Down), filter)).Take(PageSize + 1).ToListAsync(stop);
        return new([.. rows.Take(PageSize)], total, rows.Count > PageSize ? $"{rows[PageSize - 1].Name}|{rows[PageSize - 1].Id}" : null);
    }

    /// <summary>Everything the filter finds, in the order of the page: for the file.</summary>
    public static IAsyncEnumerable<OrganisationRow> ListAll(this Db db, Viewer viewer, OrganisationFilter filter) =>
        db.Rows(Ordered(db.Found(viewer, filter), filter.Down)).AsAsyncEnumerable();

    private static IQueryable<Organisation> Found(this Db db, Viewer viewer, OrganisationFilter filter)
    {
        var visible = db.Organisations.AsNoTracking().VisibleTo(viewer);
        return (filter.Watched ? visible.WatchedBy(db, viewer) : visible).Matching(filter);
    }

    public static IQueryable<Organisation> Matching(this IQueryable<Organisation> organisations, OrganisationFilter filter)
    {
        foreach (var word in Database.Fold(filter.Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)) organisations = organisations.Where(o => o.SearchName.Contains(word));
        if (filter.Municipality is { } municipality) organisations = organisations.Where(o => o.Municipality == municipality);
        if (filter.Type is { } type) organisations = organisations.Where(o => o.Type == type);
        if (filter.Locality is { } locality) organisations = organisations.Where(o => o.Locality == locality);
        if (filter.State is { } state) organisations = organisations.Where(o => o.State == state);
        return organisations;
    }

    private static IOrderedQueryable<Organisation> Ordered(IQueryable<Organisation> organisations, bool down) =>
        down ? organisations.OrderByDescending(o => o.Name).ThenByDescending(o => o.Id) : organisations.OrderBy(o => o.Name).ThenBy(o => o.Id);

    private static IQueryable<Organisation> After(IQueryable<Organisation> ordered, OrganisationFilter filter)
    {
        var bar = filter.After?.LastIndexOf('|') ?? -1;
        if (bar < 0 || !Id<Organisation>.TryParse(filter.After![(bar + 1)..], out var id)) return ordered;

        var name = filter.After[..bar];
        return filter.Down
            ? ordered.Where(o => o.Name.CompareTo(name) < 0 || (o.Name == name && ((Guid)(object)o.Id).CompareTo(id.Value) < 0))
            : ordered.Where(o => o.Name.CompareTo(name) > 0 || (o.Name == name && ((Guid)(object)o.Id).CompareTo(id.Value) > 0));
    }

    private static IQueryable<OrganisationRow> Rows(this Db db, IQueryable<Organisation> organisations) =>
        from o in organisations
        join m in db.Municipalities on o.Municipality equals m.Id
        select new OrganisationRow(o.Id, o.Code, o.Name, o.Type, m.Name, o.Locality, o.Settlement, o.Pupils, o.State);
}
