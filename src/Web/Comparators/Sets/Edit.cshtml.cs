using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Comparators.Sets;

/// <summary>Its author changes a set: a name, other schools.</summary>
public sealed class EditModel(Db db, Viewer viewer, IScopes scopes, KeepSet keep) : PageModel
{
    [FromRoute]
    public Id<ComparatorSet> Id { get; set; }

    [BindProperty]
    public SetForm Form { get; set; } = new();

    public ComparatorSet Set { get; private set; } = null!;
    public Picked Picked { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var (stop, asks) = (HttpContext.RequestAborted, HttpMethods.IsGet(Request.Method));
        if (await db.ComparatorSets.Include(s => s.Schools).VisibleTo(viewer).SingleOrDefaultAsync(s => s.Id == Id && s.Author == viewer.Person, stop) is not { } set || !KeepSet.Places(viewer).Exists(p => p.Place == set.Place))
        {
            context.Result = NotFound();
            return;
        }

        Set = set;
        if (asks) Form = new() { Name = set.Name, Schools = [.. set.Schools.Select(s => s.Organisation)], Token = set.Token };
        Picked = await Picked.Of(db, viewer, scopes, Form, stop) with { Places = [] };
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(bool find, CancellationToken stop)
    {
        if (find || !ModelState.IsValid) return Page();

        db.Expect(Set, Form.Token);
        var set = await keep.Keep(KeepSet.Places(viewer).Find(p => p.Place == Set.Place)!, Form.Name, Form.Schools, Set, stop);
        Flash.Say(HttpContext, Texts.Say("Набор «{0}» сохранён.", set.Name));
        return Redirect($"/similar/sets/{set.Id}");
    }
}
