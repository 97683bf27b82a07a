using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Accounts.Views;

public sealed class NewModel(Db db, Viewer viewer, SavedViews views, IEnumerable<KeptList> lists, Clock clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty]
    public ViewForm Form { get; set; } = new();

    public KeptList Kept { get; private set; } = null!;

    public string Here => Kept.Address + SavedView.Chosen(Query);

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (lists.SingleOrDefault(l => l.Address == List) is { } kept) Kept = kept;
        else context.Result = List is null ? Redirect("/views") : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var view = SavedView.Keep(viewer.Person!.Value, Kept.Address, Query, Form.Name, await views.Mine.Where(v => v.List == List).Select(v => v.Name).ToListAsync(), clock.Now);
        db.Add(view);
        await db.SaveChangesAsync();
        Flash.Say(HttpContext, Texts.Say("Вид «{0}» сохранён.", view.Name));
        return Redirect(view.Address);
    }
}

public sealed class ViewForm
{
    public string? Name { get; init; }
}
