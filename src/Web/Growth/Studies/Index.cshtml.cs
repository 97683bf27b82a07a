using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;

namespace Stupeni.Growth.Studies;

/// <summary>Studies of growth that one sees, the latest year first.</summary>
public sealed class IndexModel(Db db, Viewer viewer) : PageModel
{
    public List<GrowthStudy> Studies { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) =>
        Studies = [.. (await db.GrowthStudies.VisibleTo(viewer, db).ToListAsync(stop)).OrderByDescending(s => s.Year).ThenBy(s => s.Title, StringComparer.CurrentCulture)];
}
