using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations.Register;

public sealed class FactsModel(Db db, Viewer viewer) : PageModel
{
    [FromRoute]
    public Id<Organisation> Id { get; set; }

    public Organisation Organisation { get; private set; } = null!;
    public string Municipality { get; private set; } = "";
    public Organisation? Successor { get; private set; }
    public List<Organisation> Merged { get; private set; } = [];
    public bool MayEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Organisations.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(o => o.Id == Id, stop) is not { } organisation) return NotFound();

        (Organisation, Municipality) = (organisation, await db.Municipalities.Where(m => m.Id == organisation.Municipality).Select(m => m.Name).SingleAsync(stop));
        Successor = await db.Organisations.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(o => o.Id == organisation.MergedInto, stop);
        Merged = await db.Organisations.AsNoTracking().VisibleTo(viewer).Where(o => o.MergedInto == Id).OrderBy(o => o.Name).ToListAsync(stop);
        MayEdit = await db.Organisations.VisibleTo(viewer, Permission.EditOrganisations).AnyAsync(o => o.Id == Id, stop);
        return Page();
    }
}
