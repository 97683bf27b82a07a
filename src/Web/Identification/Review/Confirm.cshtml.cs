using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification.Runs;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Identification.Review;

public sealed class ConfirmModel(Db db, Viewer viewer, ConfirmUndisputed confirm) : PageModel
{
    [BindProperty]
    public ActForm Form { get; set; } = new();

    public IdentificationRun Run { get; private set; } = null!;
    public ListReview Review { get; private set; } = null!;
    public List<(string Name, string Code)> Schools { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(int run, CancellationToken stop) => await Load(run, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(int run, CancellationToken stop)
    {
        if (!await Load(run, stop)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var count = await confirm.Run(Run, Form.ActNumber, Form.ActDate, stop);
        if (count > 0) Flash.Say(HttpContext, Texts.Say("Подтверждены одним актом: {0}.", Texts.Count(count, "школа|школы|школ")));
        return Redirect($"/identification/{run}/work");
    }

    private async Task<bool> Load(int run, CancellationToken stop)
    {
        if (await db.RunSeenBy(viewer, run, stop) is not { } found) return false;
        (Run, Review) = (found, await db.ReviewOf(found, stop));
        Schools = [.. (await db.Undisputed(viewer, found.Id).OrderBy(o => o.Name).Select(o => new { o.Name, o.Code }).ToListAsync(stop)).Select(s => (s.Name, s.Code))];
        return true;
    }
}

public sealed class ActForm
{
    public string? ActNumber { get; init; }
    public DateOnly? ActDate { get; init; }
    public string? Title { get; init; }
}
