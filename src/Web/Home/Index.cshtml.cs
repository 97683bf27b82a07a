using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;

namespace Stupeni.Home;

public sealed class HomeModel(Db db, Viewer viewer) : PageModel
{
    /// <summary>For those who look after many schools.</summary>
    public CoordinatorWork? Work { get; private set; }

    /// <summary>For those of one organisation: it.</summary>
    public List<Organisation> Mine { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var reach = viewer.Reach(Permission.SeeOrganisations);
        if (reach.Everywhere || reach.Municipalities.Length > 0)
        {
            if (viewer.May(Permission.SeeResults)) Work = await db.Work(viewer, stop);
        }
        else Mine = await db.Organisations.AsNoTracking().VisibleTo(viewer).OrderBy(o => o.Name).Take(50).ToListAsync(stop);
    }
}
