using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>What the list is filtered by; lives in the address.</summary>
public sealed record DiscrepancyFilter(Id<Municipality>? Municipality, Id<AssessmentProcedure>? Procedure, bool IsDecided);

/// <summary>A discrepancy with the decision about it, if there is one.</summary>
public sealed record DiscrepancyRow(Discrepancy Discrepancy, DiscrepancyDecision? Decision)
{
    /// <summary>A decision about other figures than those of today has to be made again.</summary>
    public bool IsStale => Decision is { } made && made.Fingerprint != Discrepancy.Fingerprint;

    public bool IsDecided => Decision is not null && !IsStale;
}

public static class DiscrepancyQueries
{
    /// <summary>What the viewer sees, in the order of procedures and names: nobody is ranked.</summary>
    public static async Task<List<DiscrepancyRow>> Discrepancies(this Db db, Viewer viewer, FindDiscrepancies find, CancellationToken stop)
    {
        var reach = await UnitReach.Of(db, viewer, Permission.SeeResults, stop);
        var seen = (await find.All(stop)).Where(d => reach.Reaches(d.Unit)).ToList();
        var procedures = seen.Select(d => d.Procedure).Distinct().ToList();
        var decisions = (await db.DiscrepancyDecisions.AsNoTracking().Where(d => procedures.Contains(d.Procedure)).ToListAsync(stop)).GroupBy(d => (d.Procedure, d.Place)).ToDictionary(g => g.Key, g => g.MaxBy(d => d.Number));
        return seen.ConvertAll(d => new DiscrepancyRow(d, decisions.GetValueOrDefault((d.Procedure, d.Place))));
    }

    /// <summary>What is said of one unit of a procedure, with the decisions.</summary>
    public static async Task<List<DiscrepancyRow>> DiscrepanciesOf(this Db db, FindDiscrepancies find, Id<AssessmentProcedure> procedure, DeclaredUnit unit, CancellationToken stop)
    {
        var found = (await find.Of(procedure, stop)).Where(d => d.Unit == unit).ToList();
        if (found.Count == 0) return [];

        var places = found.ConvertAll(d => d.Place);
        var decisions = (await db.DiscrepancyDecisions.AsNoTracking().Where(d => d.Procedure == procedure && places.Contains(d.Place)).ToListAsync(stop)).GroupBy(d => d.Place).ToDictionary(g => g.Key, g => g.MaxBy(d => d.Number));
        return found.ConvertAll(d => new DiscrepancyRow(d, decisions.GetValueOrDefault(d.Place)));
    }

    public static IEnumerable<DiscrepancyRow> Matching(this IEnumerable<DiscrepancyRow> rows, DiscrepancyFilter filter) => rows.Where(r =>
        r.IsDecided == filter.IsDecided && (filter.Municipality is null || r.Discrepancy.Municipality == filter.Municipality) && (filter.Procedure is null || r.Discrepancy.Procedure == filter.Procedure));
}
