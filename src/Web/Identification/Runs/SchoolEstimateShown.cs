namespace Stupeni.Identification.Runs;

/// <summary>What the estimate says of one school, for its page in the run.</summary>
public sealed record SchoolEstimateShown(int Run, EstimateWords Words, SchoolEstimate School, IReadOnlyList<ProcedureEstimateRow> Procedures, ProcedureNames Names, string? Differs)
{
    /// <summary>None where nothing was estimated of the school.</summary>
    public static async Task<SchoolEstimateShown?> Of(Db db, IdentificationRun run, ListRow row, ProcedureNames names, CancellationToken stop) =>
        await db.EstimateOf(run.Id, stop) is { } words && (await db.SchoolsOf(words.Estimate.Id, [row.Organisation], stop)).GetValueOrDefault(row.Organisation) is { } school
            ? new(run.Number, words, school, await db.ProceduresOf(words.Estimate.Id, row.Organisation, stop), names, EstimateWords.Differs(row.State, row.Participants, school)) : null;
}
