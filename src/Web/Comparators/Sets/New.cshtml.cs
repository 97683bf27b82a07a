using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Comparators.Sets;

public sealed class NewModel(Db db, Viewer viewer, IScopes scopes, KeepSet keep, FindSimilar similar) : PageModel
{
    [BindProperty]
    public SetForm Form { get; set; } = new();

    /// <summary>A school whose nearest ones the set begins with.</summary>
    [FromQuery]
    public Id<Organisation>? School { get; set; }

    public Picked Picked { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (KeepSet.Places(viewer).Count == 0)
        {
            context.Result = NotFound();
            return;
        }

        // A refusal shows the page as it was sent.
        Picked = await Picked.Of(db, viewer, scopes, Form, HttpContext.RequestAborted);
        await next();
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (School is { } school && await db.Organisations.VisibleTo(viewer, Permission.SeeResults).AnyAsync(o => o.Id == school, stop) && await similar.Of(school, null, stop) is { IsAnonymous: false } nearest)
            Picked = await Picked.Of(db, viewer, scopes, new() { Schools = [.. nearest.Ids] }, stop);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(bool find, CancellationToken stop)
    {
        if (find || !ModelState.IsValid) return Page();

        var place = KeepSet.Places(viewer).Find(p => p.Place == Form.Place) ?? KeepSet.Places(viewer)[0];
        var set = await keep.Keep(place, Form.Name, Form.Schools, null, stop);
        Flash.Say(HttpContext, Texts.Say("Набор «{0}» сохранён.", set.Name));
        return Redirect($"/similar/sets/{set.Id}");
    }
}
