using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Accounts.Views;

public sealed class IndexModel(Db db, SavedViews views, IEnumerable<KeptList> lists) : PageModel
{
    public List<(KeptList List, List<SavedView> Views)> Lists { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var mine = (await views.Mine.AsNoTracking().ToListAsync(stop)).OrderBy(v => v.Name, StringComparer.CurrentCultureIgnoreCase).ToLookup(v => v.List);
        Lists = [.. lists.Where(l => mine.Contains(l.Address)).Select(l => (l, mine[l.Address].ToList()))];
    }

    public async Task<IActionResult> OnPostAsync(Id<SavedView> id)
    {
        if (await views.Mine.SingleOrDefaultAsync(v => v.Id == id) is not { } view) return NotFound();

        db.Remove(view);
        await db.SaveChangesAsync();
        Flash.Say(HttpContext, Texts.Say("Вид «{0}» удалён.", view.Name));
        return Redirect("/views");
    }
}
