using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>An organisation's results from year to year.</summary>
public sealed class OrganisationModel(Db db, Viewer viewer) : PageModel
{
    [FromRoute]
    public Id<Organisation> Id { get; set; }

    public OrganisationHead Head { get; private set; } = null!;
    public TrendReport Report { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults).SingleOrDefaultAsync(o => o.Id == Id, stop) is not { } organisation) return NotFound();

        Head = new(organisation, await db.Municipalities.Where(m => m.Id == organisation.Municipality).Select(m => m.Name).SingleAsync(stop), "results");
        Report = TrendReport.Of(await db.TrendsOf(db.Organisations.Where(o => o.Id == Id), stop));
        return Page();
    }
}
