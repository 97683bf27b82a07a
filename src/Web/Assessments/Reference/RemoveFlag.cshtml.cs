using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Assessments.Reference;

/// <summary>Takes a flag of one's own away; what is shipped stays.</summary>
public sealed class RemoveFlagModel(Db db, Viewer viewer) : PageModel
{
    [FromRoute]
    public Id<ComparabilityFlag> Id { get; set; }

    [BindProperty]
    public int Token { get; set; }

    public ComparabilityFlag Flag { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var found = viewer.MayEverywhere(Permission.EditReference) ? await db.ComparabilityFlags.SingleOrDefaultAsync(f => f.Id == Id && f.Origin != RuleOrigin.Federal) : null;
        if (found is null) { context.Result = NotFound(); return; }

        Flag = found;
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        db.Expect(Flag, Token);
        db.Remove(Flag);
        await db.SaveChangesAsync(stop);
        Flash.Say(HttpContext, Texts.Say("Пометка удалена."));
        return Redirect("/reference#comparability");
    }
}
