using Microsoft.EntityFrameworkCore;
using Stupeni.Assessments;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification;

/// <summary>A school in one procedure of an estimate.</summary>
public sealed record ProcedureEstimateRow(ProcedureEstimate Result, AssessmentProcedure Procedure);

public static class EstimateQueries
{
    /// <summary>The estimate that holds beside a run, in words: the latest; null where none was computed.</summary>
    public static async Task<EstimateWords?> EstimateOf(this Db db, Id<IdentificationRun> run, CancellationToken stop = default) =>
        await (from estimate in db.RunEstimates.AsNoTracking()
               where estimate.Run == run
               join edition in db.EstimateEditions on estimate.Edition equals edition.Id
               orderby estimate.At descending
               select new { estimate, edition }).FirstOrDefaultAsync(stop) is { } found ? new(found.estimate, found.edition) : null;

    /// <summary>What it says of these schools, or of all.</summary>
    public static Task<Dictionary<Id<Organisation>, SchoolEstimate>> SchoolsOf(this Db db, Id<RunEstimate> estimate, IReadOnlyCollection<Id<Organisation>>? only = null, CancellationToken stop = default)
    {
        var schools = db.SchoolEstimates.AsNoTracking().Where(s => s.Estimate == estimate);
        if (only is not null) schools = schools.Where(s => only.Contains(s.Organisation));
        return schools.ToDictionaryAsync(s => s.Organisation, stop);
    }

    /// <summary>One school in every procedure of the estimate, the latest year first.</summary>
    public static async Task<List<ProcedureEstimateRow>> ProceduresOf(this Db db, Id<RunEstimate> estimate, Id<Organisation> school, CancellationToken stop = default) =>
        [.. (await (from result in db.ProcedureEstimates.AsNoTracking()
                    where result.Estimate == estimate && result.Organisation == school
                    join procedure in db.Procedures on result.Procedure equals procedure.Id
                    select new ProcedureEstimateRow(result, procedure)).ToListAsync(stop))
            .OrderByDescending(r => r.Procedure.Year).ThenBy(r => Rules.ProcedureLine.Of(r.Procedure).Order, StringComparer.Ordinal)];
}
