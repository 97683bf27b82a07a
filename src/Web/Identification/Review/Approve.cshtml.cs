using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Identification.Runs;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Identification.Review;

public sealed class ApproveModel(Db db, Viewer viewer, Clock clock, ApproveList approve) : PageModel
{
    [BindProperty]
    public ActForm Form { get; set; } = new();

    public IdentificationRun Run { get; private set; } = null!;
    public ListReview Review { get; private set; } = null!;
    public Waiting Left { get; private set; } = null!;
    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(int run, CancellationToken stop)
    {
        if (!await Load(run, stop)) return NotFound();
        Form = new() { Title = OrderDraft.Title(Run, Review) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int run, CancellationToken stop)
    {
        if (!await Load(run, stop)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var list = await approve.Run(Run, Form.ActNumber, Form.ActDate, Form.Title, stop);
        Flash.Say(HttpContext, Texts.Say("Перечень утверждён: акт {0} от {1}, редакция {2}.", list.ActNumber, Numbers.Day(list.ActDate), list.Edition));
        return Redirect($"/identification/{run}/approved");
    }

    private async Task<bool> Load(int run, CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.DecideLists) || await db.RunSeenBy(viewer, run, stop) is not { } found) return false;
        (Run, Review, Left) = (found, await db.ReviewOf(found, stop), await db.WaitingOf(found.Id, stop));
        return true;
    }
}
