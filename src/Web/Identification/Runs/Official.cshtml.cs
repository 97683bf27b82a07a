using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;

namespace Stupeni.Identification.Runs;

/// <summary>The list of a run beside the official one of its year: who is in both, who is in one, and why.</summary>
public sealed class OfficialModel(Db db, Viewer viewer, AccessLog access) : PageModel
{
    public IdentificationRun Run { get; private set; } = null!;
    public OfficialComparison Comparison { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int run, CancellationToken stop)
    {
        if (!(await db.RunsSeenBy(viewer, stop)).Exists(r => r.Number == run)) return NotFound();

        Run = (await db.Run(run, stop))!;
        Comparison = await OfficialComparison.Of(db, viewer, Run, stop);
        access.Seen(viewer, nameof(IdentificationRun), Run.Id.Value, $"№ {Run.Number}, {Run.Label}");
        return Page();
    }
}
