using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations.Register;

public sealed class HistoryModel(Db db, Viewer viewer) : PageModel
{
    private const int PageSize = 50;

    [FromRoute]
    public Id<Organisation> Id { get; set; }

    [FromQuery]
    public Id<Change>? Before { get; set; }

    public Organisation Organisation { get; private set; } = null!;
    public string Municipality { get; private set; } = "";
    public List<Change> Lines { get; private set; } = [];
    public Id<Change>? Next => Lines.Count == PageSize ? Lines[^1].Id : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeHistory).SingleOrDefaultAsync(o => o.Id == Id, stop) is not { } organisation) return NotFound();

        (Organisation, Municipality) = (organisation, await db.Municipalities.Where(m => m.Id == organisation.Municipality).Select(m => m.Name).SingleAsync(stop));
        Lines = await db.History(Id, Before, PageSize, stop);
        return Page();
    }
}
