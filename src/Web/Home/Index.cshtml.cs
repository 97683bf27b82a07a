using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;

namespace Stupeni.Home;

public sealed class HomeModel(Db db, Viewer viewer, AccessLog access) : PageModel
{
    private const int Most = 20;

    /// <summary>For those who look after many schools.</summary>
    public CoordinatorWork? Work { get; private set; }

    /// <summary>For those of an organisation, or of a few: what each has to tell.</summary>
    public List<Story> Mine { get; private set; } = [];

    public Watched Watched { get; private set; } = new([], 0);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Watched = await db.Watched(viewer, stop);
        foreach (var row in Watched.Rows.Where(r => r.State is not null)) access.Seen(viewer, "List", null, row.Name, row.Id.Value);

        var reach = viewer.Reach(Permission.SeeOrganisations);
        if (reach.Everywhere || reach.Municipalities.Length > 0)
        {
            if (viewer.May(Permission.SeeResults)) Work = await db.Work(viewer, stop);
        }
        else foreach (var id in await db.Organisations.AsNoTracking().VisibleTo(viewer).OrderBy(o => o.Name).Take(Most).Select(o => o.Id).ToListAsync(stop)) Mine.Add((await db.Story(viewer, id, stop))!);
    }
}
