using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Identification.Rules;
using Stupeni.Identification.Runs;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Lineage;

/// <summary>Where a run's figures come from: its rule, its frozen inputs computed again, and the files behind them.</summary>
public sealed class RunModel(Db db, Viewer viewer) : PageModel
{
    [FromQuery]
    public Id<Organisation>? School { get; set; }

    public Replayed Replayed { get; private set; } = null!;
    public string? SchoolName { get; private set; }
    public RunEstimate? Estimate { get; private set; }
    public List<(string Name, List<SourceFile> Files)> Procedures { get; private set; } = [];

    public IdentificationRun Run => Replayed.Run;
    public bool MayOpenImports => viewer.May(Permission.ImportFiles);

    public async Task<IActionResult> OnGetAsync(int run, CancellationToken stop)
    {
        if ((await db.RunsSeenBy(viewer, stop)).Find(r => r.Number == run) is null || await db.Run(run, stop) is not { } found) return NotFound();

        var seen = db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeLists).Where(o => db.RunSchools.Any(s => s.Run == found.Id && s.Organisation == o.Id));
        if (School is { } school)
        {
            seen = seen.Where(o => o.Id == school);
            if ((SchoolName = await seen.Select(o => o.Name).SingleOrDefaultAsync(stop)) is null) return NotFound();
        }

        Replayed = await new ReplayRun(db).Replay(found, withEstimate: false, stop);
        Estimate = (await db.EstimateOf(found.Id, stop))?.Estimate;
        var (names, procedures) = (await ProcedureNames.Load(db, stop), await db.ProceduresOf(found.Id, stop));
        var files = (await db.FilesBehind([.. procedures.Select(p => p.Id)], seen, found.At, stop)).ToLookup(f => f.Procedure);
        Procedures = [.. procedures.Where(p => files[p.Id].Any()).OrderByDescending(p => p.Year).ThenBy(p => ProcedureLine.Of(p).Order, StringComparer.Ordinal).Select(p => (names.Full(ProcedureLine.Of(p), p.Year), files[p.Id].ToList()))];
        return Page();
    }
}
