using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations.Register;

public sealed class WatchModel(Db db, Viewer viewer, Watchlist watchlist) : PageModel
{
    [FromRoute]
    public Id<Organisation> Id { get; set; }

    public Organisation Organisation { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync() => await Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(bool watched, string? back)
    {
        if (!await Find()) return NotFound();

        await watchlist.Put(Id, watched);
        return Url.IsLocalUrl(back) ? LocalRedirect(back) : Redirect($"/organisations/{Id}");
    }

    private async Task<bool> Find()
    {
        if (await db.Organisations.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(o => o.Id == Id) is not { } found) return false;

        Organisation = found;
        return true;
    }
}
