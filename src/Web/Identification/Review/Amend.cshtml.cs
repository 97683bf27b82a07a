using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Identification.Runs;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Identification.Review;

/// <summary>Begins the next edition of an approved list: decisions may be changed again, the edition in force stays until another act.</summary>
public sealed class AmendModel(Db db, Viewer viewer, Recording recording) : PageModel
{
    [BindProperty]
    public AmendForm Form { get; set; } = new();

    public IdentificationRun Run { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int run, CancellationToken stop) => await Load(run, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int run, CancellationToken stop)
    {
        if (!await Load(run, stop)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var review = await db.ReviewToChange(Run, stop);
        if (review.Amending != Form.Reason?.Trim() || review.Amending is "")
        {
            review.Amend(Form.Reason);
            recording.Why = review.Amending;
            await db.SaveChangesAsync(stop);
            Flash.Say(HttpContext, Texts.Say("Готовится редакция {0}. Пока новый акт не записан, действует прежняя.", review.Edition + 1));
        }

        return Redirect($"/identification/{run}/work");
    }

    private async Task<bool> Load(int run, CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.DecideLists) || await db.RunSeenBy(viewer, run, stop) is not { } found) return false;
        Run = found;
        return true;
    }
}

public sealed class AmendForm
{
    public string? Reason { get; init; }
}
