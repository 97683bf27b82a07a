using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Identification.Rules;
using Stupeni.Identification.Runs;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Identification.Models;

/// <summary>The model behind the estimate of a run: what it was fitted on, how well it fits, by which numbers it becomes words; and where it is computed.</summary>
public sealed class EstimateModel(Db db, Viewer viewer, Queue queue) : PageModel
{
    [BindProperty]
    public Id<EstimateEdition> Edition { get; set; }

    public IdentificationRun Run { get; private set; } = null!;
    public EstimateWords? Words { get; private set; }
    public List<(string Name, ProcedureFit Fit)> Fits { get; private set; } = [];
    public List<EstimateEdition> Editions { get; private set; } = [];
    public Dictionary<EstimateState, int> Counts { get; private set; } = [];
    public FitQuality? Quality { get; private set; }

    /// <summary>Prior results by procedure, with the number of the study.</summary>
    public Dictionary<Id<AssessmentProcedure>, (ProcedurePrior Prior, int Study)> Priors { get; private set; } = [];
    public MovingSchools Moving { get; private set; } = null!;

    public bool MayCompute => viewer.MayEverywhere(Permission.RunIdentification);

    public async Task<IActionResult> OnGetAsync(int run, CancellationToken stop)
    {
        if (!await Load(run, stop)) return NotFound();
        Editions = (await db.EstimateEditions.AsNoTracking().ToListAsync(stop)).OrderByDescending(e => e.EffectiveFrom).ThenBy(e => e.Edition, StringComparer.Ordinal).ToList();
        if (Words is not { } words) return Page();

        var names = await ProcedureNames.Load(db, stop);
        var fits = await db.ProcedureFits.AsNoTracking().Where(f => f.Estimate == words.Estimate.Id).Join(db.Procedures, f => f.Procedure, p => p.Id, (fit, procedure) => new { fit, procedure }).ToListAsync(stop);
        Fits = [.. fits.OrderByDescending(f => f.procedure.Year).ThenBy(f => ProcedureLine.Of(f.procedure).Order, StringComparer.Ordinal).Select(f => (names.Full(ProcedureLine.Of(f.procedure), f.procedure.Year), f.fit))];
        var visible = db.Organisations.VisibleTo(viewer, Permission.SeeLists);
        Counts = await db.SchoolEstimates.Where(s => s.Estimate == words.Estimate.Id && visible.Any(o => o.Id == s.Organisation)).GroupBy(s => s.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, stop);
        Priors = await db.ProcedurePriors.AsNoTracking().Where(p => p.Estimate == words.Estimate.Id).Join(db.GrowthStudies, p => p.Study, s => s.Id, (prior, study) => new { prior, study.Number }).ToDictionaryAsync(p => p.prior.Procedure, p => (p.prior, p.Number), stop);
        Moving = await MovingSchools.Of(db, viewer, words.Estimate.Id, stop);
        Quality = FitQuality.Of(await db.ProcedureEstimates.AsNoTracking().Where(r => r.Estimate == words.Estimate.Id).ToListAsync(stop), [.. Fits.Select(f => f.Fit)]);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int run, CancellationToken stop)
    {
        if (!await Load(run, stop) || !MayCompute || !await db.EstimateEditions.AnyAsync(e => e.Id == Edition, stop)) return NotFound();
        var job = await queue.Start<ComputeEstimate>(ComputeEstimate.Input(Run.Id, Edition), "Оценка рядом с правилом, запуск № {0}", Run.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), viewer);
        return Redirect($"/jobs/{job}");
    }

    private async Task<bool> Load(int number, CancellationToken stop)
    {
        if ((await db.RunsSeenBy(viewer, stop)).Find(r => r.Number == number) is null || await db.Run(number, stop) is not { } run) return false;
        (Run, Words) = (run, await db.EstimateOf(run.Id, stop));
        return true;
    }
}
