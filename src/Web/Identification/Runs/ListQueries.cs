using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Runs;

/// <summary>A school of a run with what the rule says and what was decided.</summary>
public sealed record ListRow(
    Id<Organisation> Organisation, string Code, string Name, string Municipality, SchoolState State, Id<AssessmentProcedure>? Deciding,
    int Participants, int BelowThreshold, double? Lower, double? Upper, DecisionKind? Decision, string? ActNumber, DateOnly? ActDate);

/// <summary>A page of a list: its rows, which they are, and the codes around which the next pages begin.</summary>
public sealed record ListPage(IReadOnlyList<ListRow> Rows, int First, int Total, string? Before, string? After);

public static class ListQueries
{
    public const int PageSize = 25;

    /// <summary>The working view of a run: schools that the viewer may see, joined with their decisions.</summary>
    private sealed class Line
    {
        public required RunSchool School { get; init; }
        public required Organisation Organisation { get; init; }
        public required string Municipality { get; init; }
        public ListDecision? Decision { get; init; }
        public int Rank { get; init; }
    }

    /// <summary>How many schools of each state there are, all other filters applied.</summary>
    public static async Task<Dictionary<SchoolState, int>> StateCounts(this Db db, Viewer viewer, Id<IdentificationRun> run, ListFilter filter, CancellationToken stop = default) =>
        await db.Lines(viewer, run, filter with { S = [] }).GroupBy(l => l.School.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);

    /// <summary>Every row, in order: what the file holds.</summary>
    public static async Task<List<ListRow>> ListAll(this Db db, Viewer viewer, Id<IdentificationRun> run, ListFilter filter, CancellationToken stop = default) =>
        await Ordered(db.Lines(viewer, run, filter)).Select(Row).ToListAsync(stop);

    /// <summary>One page, found by the key of the row before it or after it.</summary>
    public static async Task<ListPage> ListPage(this Db db, Viewer viewer, Id<IdentificationRun> run, ListFilter filter, CancellationToken stop = default)
    {
        var lines = db.Lines(viewer, run, filter);
        var total = await lines.CountAsync(stop);
        var edge = (filter.After ?? filter.Before) is { } code
            ? await db.Lines(viewer, run, new() { Sort = filter.Sort }).Where(l => l.Organisation.Code == code).Select(l => new Key(l.Rank, l.Organisation.Name, l.Organisation.Code)).SingleOrDefaultAsync(stop) : null;

        var backwards = edge is not null && filter.After is null;
        var page = edge is null ? Ordered(lines).Take(PageSize) : backwards ? Reversed(lines.Where(Precedes(edge))).Take(PageSize) : Ordered(lines.Where(Follows(edge))).Take(PageSize);
        var rows = await page.Select(Row).ToListAsync(stop);
        if (backwards) rows.Reverse();
        if (rows.Count == 0) return new(rows, 0, total, null, null);

        var top = rows[0].Code;
        var first = await lines.Where(l => l.Organisation.Code == top).Select(l => new Key(l.Rank, l.Organisation.Name, l.Organisation.Code)).SingleAsync(stop);
        var before = await lines.CountAsync(Precedes(first), stop);
        return new(rows, before + 1, total, before > 0 ? top : null, before + rows.Count < total ? rows[^1].Code : null);
    }

    private static IQueryable<Line> Lines(this Db db, Viewer viewer, Id<IdentificationRun> run, ListFilter filter)
    {
        var organisations = db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeLists);
        if (Database.Fold(filter.Q ?? "") is { Length: > 0 } words) organisations = organisations.Where(o => o.SearchName.Contains(words));
        if (filter.Watched) organisations = organisations.WatchedBy(db, viewer);
        if (filter.Municipality is { } chosen) organisations = organisations.Where(o => o.Municipality == new Id<Municipality>(chosen));

        var schools = db.RunSchools.AsNoTracking().Where(s => s.Run == run);
        if (filter.S.Length > 0) schools = schools.Where(s => filter.S.Contains(s.State));
        if (filter.Procedure is { } id) schools = schools.Where(s => db.RunInputs.Any(i => i.Run == run && i.Organisation == s.Organisation && i.Procedure == new Id<AssessmentProcedure>(id) && i.Low));

        var lines = from school in schools
                    join organisation in organisations on school.Organisation equals organisation.Id
                    join municipality in db.Municipalities on organisation.Municipality equals municipality.Id
                    join decision in db.ListDecisions.Where(d => d.Run == run) on school.Organisation equals decision.Organisation into decisions
                    from made in decisions.DefaultIfEmpty()
                    select new { school, organisation, municipality.Name, made };
        if (filter.Decision == DecisionFilter.Needed) lines = lines.Where(l => l.made == null && (l.school.State == SchoolState.Listed || l.school.State == SchoolState.InsufficientData));
        if (filter.Decision == DecisionFilter.Made) lines = lines.Where(l => l.made != null);

        return filter.Sort switch
        {
            ListSort.State => lines.Select(l => new Line { School = l.school, Organisation = l.organisation, Municipality = l.Name, Decision = l.made, Rank = l.school.State == SchoolState.Listed ? 0 : l.school.State == SchoolState.RiskGroup ? 1 : l.school.State == SchoolState.InsufficientData ? 2 : 3 }),
            ListSort.Small => lines.Select(l => new Line { School = l.school, Organisation = l.organisation, Municipality = l.Name, Decision = l.made, Rank = l.school.Participants }),
            ListSort.Large => lines.Select(l => new Line { School = l.school, Organisation = l.organisation, Municipality = l.Name, Decision = l.made, Rank = -l.school.Participants }),
            _ => lines.Select(l => new Line { School = l.school, Organisation = l.organisation, Municipality = l.Name, Decision = l.made, Rank = 0 }),
        };
    }

    private sealed record Key(int Rank, string Name, string Code);

    private static Expression<Func<Line, bool>> Follows(Key key) => l =>
        l.Rank > key.Rank || (l.Rank == key.Rank && (l.Organisation.Name.CompareTo(key.Name) > 0 || (l.Organisation.Name == key.Name && l.Organisation.Code.CompareTo(key.Code) > 0)));

    private static Expression<Func<Line, bool>> Precedes(Key key) => l =>
        l.Rank < key.Rank || (l.Rank == key.Rank && (l.Organisation.Name.CompareTo(key.Name) < 0 || (l.Organisation.Name == key.Name && l.Organisation.Code.CompareTo(key.Code) < 0)));

    private static IQueryable<Line> Ordered(IQueryable<Line> lines) => lines.OrderBy(l => l.Rank).ThenBy(l => l.Organisation.Name).ThenBy(l => l.Organisation.Code);

    private static IQueryable<Line> Reversed(IQueryable<Line> lines) => lines.OrderByDescending(l => l.Rank).ThenByDescending(l => l.Organisation.Name).ThenByDescending(l => l.Organisation.Code);

    private static readonly Expression<Func<Line, ListRow>> Row = l => new ListRow(
        l.Organisation.Id, l.Organisation.Code, l.Organisation.Name, l.Municipality, l.School.State, l.School.Deciding,
        l.School.Participants, l.School.BelowThreshold, l.School.Lower, l.School.Upper, l.Decision!.Kind, l.Decision.ActNumber, l.Decision.ActDate);
}
