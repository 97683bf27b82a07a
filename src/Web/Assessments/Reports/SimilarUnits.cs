using Microsoft.EntityFrameworkCore;
using Stupeni.Comparators;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

/// <summary>Schools similar to one as one unit of a procedure: their participants together, never an average of their shares.</summary>
public sealed class SimilarUnits(Db db, FindSimilar find)
{
    /// <summary>Null where too few of them have results in the procedure, so that the sum would tell the results of one.</summary>
    public async Task<ReportUnit?> Of(Id<Organisation> school, Id<AssessmentProcedure> procedure, int tasks, CancellationToken stop, Id<ComparatorSet>? set = null)
    {
        var similar = await find.Of(school, set, stop);
        // Exact sums over sets of one's own making would tell a single school by their difference.
        if (similar is { IsAnonymous: true, Set: not null }) similar = await find.Of(school, null, stop);
        if (similar.Schools.Count == 0) return null;

        var sheets = await db.CurrentSheets(procedure, db.Organisations.Where(o => similar.Ids.Contains(o.Id))).Counts(db).ToListAsync(stop);
        var unit = ReportUnit.Of(UnitKind.Similar, Texts.Say("Похожие школы"), $"/organisations/{school}/similar{(similar.Set is { } chosen ? $"?set={chosen.Id}" : "")}", tasks, sheets);
        if (unit.Sums.Schools == 0 || !similar.MaySum(unit.Sums.Schools)) return null;
        return unit with { Name = similar.Set is { } named ? Texts.Say("Набор «{0}»: {1}", named.Name, unit.Sums.Schools) : Texts.Say("Похожие школы: {0}", unit.Sums.Schools) };
    }
}
