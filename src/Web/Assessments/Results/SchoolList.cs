using Microsoft.EntityFrameworkCore;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

/// <summary>One school in a procedure.</summary>
public sealed record SchoolRow(Id<Organisation> Id, string Name, string Municipality, int Sheets, int Participants, int Judged, int BelowThreshold);

public sealed record SchoolPage(IReadOnlyList<SchoolRow> Rows, int Total, string? Next);

/// <summary>Schools of a procedure in the order of the alphabet: there is no other, so no list can be read as a rating.</summary>
public static class SchoolList
{
    public const int PageSize = 50;

    public static async Task<SchoolPage> SchoolRows(this Db db, Id<AssessmentProcedure> procedure, IQueryable<Organisation> organisations, string? after, CancellationToken stop)
    {
        var current = db.ScoreSheets.AsNoTracking().Where(s => s.Procedure == procedure && s.State == SheetState.Current);
        var all = organisations.AsNoTracking().Where(o => current.Any(s => s.Organisation == o.Id));
        var total = await all.CountAsync(stop);
        var page = await After(all.OrderBy(o => o.Name).ThenBy(o => o.Id), after).Take(PageSize + 1)
            .Join(db.Municipalities, o => o.Municipality, m => m.Id, (o, m) => new { o.Id, o.Name, Municipality = m.Name }).OrderBy(o => o.Name).ThenBy(o => o.Id).ToListAsync(stop);
        var ids = page.ConvertAll(o => o.Id);
        var sums = await current.Where(s => ids.Contains(s.Organisation)).GroupBy(s => s.Organisation)
            .Select(g => new { g.Key, Sheets = g.Count(), Participants = g.Sum(s => s.Participants), Judged = g.Sum(s => s.Judged), Below = g.Sum(s => s.BelowThreshold) }).ToDictionaryAsync(g => g.Key, stop);
        return new([.. page.Take(PageSize).Select(o => (o, s: sums[o.Id])).Select(x => new SchoolRow(x.o.Id, x.o.Name, x.o.Municipality, x.s.Sheets, x.s.Participants, x.s.Judged, x.s.Below))],
            total, page.Count > PageSize ? $"{page[PageSize - 1].Name}|{page[PageSize - 1].Id}" : null);
    }

    private static IQueryable<Organisation> After(IQueryable<Organisation> ordered, string? after)
    {
        var bar = after?.LastIndexOf('|') ?? -1;
        if (bar < 0 || !Id<Organisation>.TryParse(after![(bar + 1)..], out var id)) return ordered;
        var name = after[..bar];
        return ordered.Where(o => o.Name.CompareTo(name) > 0 || (o.Name == name && ((Guid)(object)o.Id).CompareTo(id.Value) > 0));
    }
}
