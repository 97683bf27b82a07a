using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification.Runs;
using Stupeni.Platform;

namespace Stupeni.Identification.Review;

/// <summary>Objections to a run from the schools whose lists the viewer may see, those without an answer first.</summary>
public sealed class ObjectionsModel(Db db, Viewer viewer, AccessLog access, Clock clock) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "from")]
    public int Number { get; set; } = 1;

    public IdentificationRun Run { get; private set; } = null!;
    public ListReview Review { get; private set; } = null!;
    public List<ObjectionRow> Rows { get; private set; } = [];
    public int Total { get; private set; }
    public int First => ((Math.Clamp(Number, 1, 10_000) - 1) * PageSize) + 1;
    public DateOnly Today => clock.Today;

    public bool MayDecide => viewer.May(Permission.DecideLists);

    public async Task<IActionResult> OnGetAsync(int run, CancellationToken stop)
    {
        if (await db.RunSeenBy(viewer, run, stop) is not { } found) return NotFound();

        (Run, Review) = (found, await db.ReviewOf(found, stop));
        var seen = db.ObjectionsSeenBy(viewer, found.Id);
        Total = await seen.CountAsync(stop);
        Rows = await seen.OrderByDescending(r => r.Objection.State == ObjectionState.Sent).ThenBy(r => r.School).ThenBy(r => r.Code).ThenBy(r => r.Objection.Number).Skip(First - 1).Take(PageSize).ToListAsync(stop);
        access.Seen(viewer, nameof(Objection), found.Id.Value, $"№ {found.Number}, {found.Label}");
        return Page();
    }
}
