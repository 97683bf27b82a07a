using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification.Runs;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Identification.Review;

/// <summary>Who issues the order, where, who signs and who answers for it: first as in the order before.</summary>
public sealed class RequisitesModel(Db db, Viewer viewer) : PageModel
{
    [BindProperty]
    public RequisitesForm Form { get; set; } = new();

    public IdentificationRun Run { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int run, CancellationToken stop)
    {
        if (!await Load(run, stop)) return NotFound();
        var review = await db.ReviewOf(Run, stop);
        var last = review.Authority is not "" ? review : await db.ListReviews.AsNoTracking().Where(r => r.Authority != "").OrderByDescending(r => r.Number).FirstOrDefaultAsync(stop) ?? review;
        Form = new() { Authority = last.Authority, Place = last.Place, SignerPosition = last.SignerPosition, SignerName = last.SignerName, Responsible = last.Responsible, Executor = last.Executor };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int run, CancellationToken stop)
    {
        if (!await Load(run, stop)) return NotFound();
        if (!ModelState.IsValid) return Page();

        (await db.ReviewToChange(Run, stop)).Sign(Form.Authority, Form.Place, Form.SignerPosition, Form.SignerName, Form.Responsible, Form.Executor);
        if (await db.SaveChangesAsync(stop) > 0) Flash.Say(HttpContext, Texts.Say("Реквизиты записаны."));
        return Redirect($"/identification/{run}/work");
    }

    private async Task<bool> Load(int run, CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.DecideLists) || await db.RunSeenBy(viewer, run, stop) is not { } found) return false;
        Run = found;
        return true;
    }
}

public sealed class RequisitesForm
{
    public string? Authority { get; init; }
    public string? Place { get; init; }
    public string? SignerPosition { get; init; }
    public string? SignerName { get; init; }
    public string? Responsible { get; init; }
    public string? Executor { get; init; }
}
