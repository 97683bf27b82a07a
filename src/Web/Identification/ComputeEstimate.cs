using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification.Estimates;
using Stupeni.Identification.Rules;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Identification;

/// <summary>Computes the estimate beside a run and keeps it with what it was computed from. Unchanged inputs, edition and code give the one that is there.</summary>
public sealed class ComputeEstimate(Db db, Recording recording, Clock clock) : IWork
{
    private const int Chunk = 5000;

    public static string Name => "run-estimate";

    public static string Input(Id<IdentificationRun> run, Id<EstimateEdition> edition) => $"{run} {edition}";

    public async Task<string> Run(string input, IProgress<Step> progress, CancellationToken stop)
    {
        var (run, edition) = (new Id<IdentificationRun>(Guid.Parse(input[..36])), new Id<EstimateEdition>(Guid.Parse(input[37..])));
        var found = await db.IdentificationRuns.AsNoTracking().SingleAsync(r => r.Id == run, stop);
        await Compute(found, await db.EstimateEditions.AsNoTracking().SingleAsync(e => e.Id == edition, stop), progress, stop);
        return $"/identification/{found.Number}/estimate";
    }

    public async Task<(RunEstimate Estimate, bool IsNew)> Compute(IdentificationRun run, EstimateEdition edition, IProgress<Step> progress, CancellationToken stop = default)
    {
        progress.Report(new(0, 1, "Читаются баллы"));
        var inputs = await db.EstimateInputs(run, stop);
        var last = await db.RunEstimates.AsNoTracking().Where(e => e.Run == run.Id).OrderByDescending(e => e.At).FirstOrDefaultAsync(stop);
        if (last is not null && last.Edition == edition.Id && last.InputSha256 == inputs.Sha256 && last.CodeVersion == CodeVersion.Now) return (last, false);

        var names = await ProcedureNames.Load(db, stop);
        var fitted = new List<FittedProcedure>();
        foreach (var procedure in inputs.Procedures)
        {
            progress.Report(new(1 + fitted.Count, inputs.Procedures.Count + 2, "Модель процедуры {0}", names.Full(ProcedureLine.Of(procedure.Procedure), procedure.Procedure.Year)));
            fitted.Add(FitProcedure.Of(procedure, inputs, edition.MinSchools, stop));
        }

        var combined = CombineSchools.Of(fitted, inputs, edition);
        progress.Report(new(1 + fitted.Count, inputs.Procedures.Count + 2, "Оценки записываются"));
        return (await Save(run, edition, inputs, fitted, combined, stop), true);
    }

    private async Task<RunEstimate> Save(IdentificationRun run, EstimateEdition edition, EstimateInputs inputs, List<FittedProcedure> fitted, CombinedSchools combined, CancellationToken stop)
    {
        var estimate = new RunEstimate
        {
            Run = run.Id, Edition = edition.Id, At = clock.Now, ByName = recording.Viewer.Name, InputSha256 = inputs.Sha256, CodeVersion = CodeVersion.Now, Schools = combined.Schools.Count,
            Lasting = combined.Effects.Lasting, Passing = combined.Effects.Passing, Stability = combined.Effects.IsSeparable ? combined.Effects.Stability : null, LowCut = combined.LowCut, HighCut = combined.HighCut,
        };
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        db.Add(estimate);
        db.Add(KeptInputs.Of(estimate, inputs));
        db.AddRange(fitted.Select(f => EstimateRows.Of(estimate, f)));
        db.AddRange(fitted.Select(f => EstimateRows.PriorOf(estimate, f)).OfType<ProcedurePrior>());
        db.AddRange(fitted.SelectMany(f => f.Moving.Select(m => EstimateRows.Of(estimate, f, m, inputs))));
        db.AddRange(combined.Schools.Select(s => EstimateRows.Of(estimate, edition, s, inputs)));
        await db.SaveChangesAsync(stop);
        foreach (var rows in fitted.SelectMany(f => f.Schools.Select(s => EstimateRows.Of(estimate, f, s, inputs))).Chunk(Chunk))
        {
            db.AddRange(rows.AsEnumerable());
            await db.SaveChangesAsync(stop);
            foreach (var row in rows) db.Entry(row).State = EntityState.Detached;
        }

        await transaction.CommitAsync(stop);
        return estimate;
    }
}
