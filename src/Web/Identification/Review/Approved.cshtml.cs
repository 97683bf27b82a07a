using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification.Runs;

namespace Stupeni.Identification.Review;

/// <summary>The approved list: editions with their acts, and the schools of one that the viewer may see.</summary>
public sealed class ApprovedModel(Db db, Viewer viewer, AccessLog access) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "edition")]
    public int? Wanted { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public int Number { get; set; } = 1;

    public IdentificationRun Run { get; private set; } = null!;
    public List<ApprovedList> Editions { get; private set; } = [];
    public ApprovedList Shown { get; private set; } = null!;
    public List<ApprovedSchool> Schools { get; private set; } = [];
    public int Total { get; private set; }
    public int First => ((Math.Clamp(Number, 1, 10_000) - 1) * PageSize) + 1;

    public bool SeesAll => viewer.MayEverywhere(Permission.SeeLists);

    public bool MayDecide => viewer.May(Permission.DecideLists);

    public async Task<IActionResult> OnGetAsync(int run, CancellationToken stop)
    {
        if (await db.RunSeenBy(viewer, run, stop) is not { } found) return NotFound();

        (Run, Editions) = (found, await db.ApprovedOf(found.Id, stop));
        if (Editions.Find(e => Wanted is null || e.Edition == Wanted) is not { } shown) return NotFound();

        Shown = shown;
        var seen = db.ApprovedSeenBy(viewer, shown.Id).Where(s => s.InList || s.Decision != null);
        Total = await seen.CountAsync(stop);
        Schools = await seen.OrderByDescending(s => s.InList).ThenBy(s => s.Municipality).ThenBy(s => s.Name).ThenBy(s => s.Code).Skip(First - 1).Take(PageSize).ToListAsync(stop);
        access.Seen(viewer, nameof(ApprovedList), shown.Id.Value, $"№ {found.Number}, {shown.Label}");
        return Page();
    }
}
