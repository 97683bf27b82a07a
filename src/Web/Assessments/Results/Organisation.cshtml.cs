using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

/// <summary>The tab «Результаты» of an organisation.</summary>
public sealed class OrganisationModel(Db db, Viewer viewer) : PageModel
{
    [FromRoute]
    public Id<Organisation> Id { get; set; }

    public OrganisationHead Head { get; private set; } = null!;
    public IReadOnlyList<OrganisationResult> Results { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults).SingleOrDefaultAsync(o => o.Id == Id, stop) is not { } organisation) return NotFound();

        Head = new(organisation, await db.Municipalities.Where(m => m.Id == organisation.Municipality).Select(m => m.Name).SingleAsync(stop), "results");
        Results = await db.ResultsOf(Id, stop);
        return Page();
    }
}
