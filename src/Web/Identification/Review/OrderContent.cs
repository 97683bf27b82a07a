using Microsoft.EntityFrameworkCore;
using Stupeni.Identification.Rules;

namespace Stupeni.Identification.Review;

/// <summary>A school of the annex.</summary>
public sealed record OrderRow(ApprovedSchool School, IReadOnlyList<string> Procedures, string Ground);

/// <summary>What an order is made of: the list in force, or the one that is being prepared.</summary>
/// <param name="InForce">The edition that an act approved; null for a draft.</param>
/// <param name="Before">The edition that a draft is to take the place of.</param>
public sealed record OrderContent(IdentificationRun Run, RunOrder Order, ListReview Review, string Region, ApprovedList? InForce, ApprovedList? Before, IReadOnlyList<OrderRow> Rows, string Sha256)
{
    public static async Task<OrderContent> Of(Db db, IdentificationRun run, CancellationToken stop)
    {
        var (order, review, editions) = (await db.OrderOf(run, stop), await db.ReviewOf(run, stop), await db.ApprovedOf(run.Id, stop));
        var inForce = review.IsApproved ? editions[0] : null;
        var schools = inForce is null ? await db.Proposed(run.Id, new(), stop) : await db.ApprovedSchools.AsNoTracking().Where(s => s.List == inForce.Id).ToListAsync(stop);
        var (frozen, reasons) = (await db.FrozenResults(run.Id, stop: stop), new ReasonText(await ProcedureNames.Load(db, stop), order));
        var rows = schools.Where(s => s.InList).OrderBy(s => s.Municipality, StringComparer.CurrentCulture).ThenBy(s => s.Name, StringComparer.CurrentCulture).ThenBy(s => s.Code, StringComparer.Ordinal).Select(s => Row(s, [.. frozen[s.Organisation]], order, reasons));
        var region = (await db.Regions.AsNoTracking().FirstOrDefaultAsync(stop))?.Name ?? "";
        return new(run, order, review, region, inForce, inForce is null ? editions.FirstOrDefault() : editions.ElementAtOrDefault(1), [.. rows], inForce?.Sha256 ?? ApprovedList.Hash(schools));
    }

    private static OrderRow Row(ApprovedSchool school, List<Result> results, RunOrder order, ReasonText reasons)
    {
        var verdict = order.Reading.Judge(results, order.Year, order.Terms)!;
        var counted = verdict.Grounds.Where(g => g.Kind is not (GroundKind.TooFew or GroundKind.NoResults or GroundKind.NotCompared or GroundKind.Nothing)).ToList();
        return counted.Count == 0
            ? new(school, [reasons.Line(verdict.Deciding)], reasons.Short(verdict, Pooled.Of(verdict.Deciding.Line, [.. results.Where(r => r.Line == verdict.Deciding.Line)])))
            : new(school, [.. counted.SelectMany(g => g.Results).Distinct().Select(reasons.Line)], string.Join("; ", counted.Select(reasons.Heading)));
    }
}
