using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification.Runs;
using Stupeni.Platform;

namespace Stupeni.Identification.Review;

/// <summary>From run to act: what is done, what is left, and where to do it.</summary>
public sealed class WorkModel(Db db, Viewer viewer, Clock clock) : PageModel
{
    public IdentificationRun Run { get; private set; } = null!;
    public ListReview Review { get; private set; } = null!;
    public Waiting Left { get; private set; } = null!;
    public int Objections { get; private set; }
    public int Undisputed { get; private set; }
    public ApprovedList? InForce { get; private set; }
    public DateOnly Today => clock.Today;

    public bool MayApprove => viewer.MayEverywhere(Permission.DecideLists);

    /// <summary>Whether nothing is left but the act.</summary>
    public bool IsReady => !Review.IsApproved && Review.IsOver(Today) && Left is { Undecided: 0, Unanswered: 0 };

    public async Task<IActionResult> OnGetAsync(int run, CancellationToken stop)
    {
        if (await db.RunSeenBy(viewer, run, stop) is not { } found) return NotFound();

        (Run, Review, Left) = (found, await db.ReviewOf(found, stop), await db.WaitingOf(found.Id, stop));
        Objections = await db.Objections.CountAsync(o => o.Run == found.Id && o.State != ObjectionState.Withdrawn, stop);
        Undisputed = await db.Undisputed(viewer, found.Id).CountAsync(stop);
        InForce = (await db.ApprovedOf(found.Id, stop)).FirstOrDefault();
        return Page();
    }
}
