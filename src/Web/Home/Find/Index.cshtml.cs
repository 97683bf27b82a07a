using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Home.Find;

public sealed class IndexModel(Db db, Viewer viewer) : PageModel
{
    private const int Shown = 20;

    [FromQuery]
    public string? Q { get; set; }

    public IReadOnlyList<OrganisationRow> Organisations { get; private set; } = [];
    public IReadOnlyList<NavLink> Pages { get; private set; } = [];
    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (string.IsNullOrWhiteSpace(Q)) return;

        var word = Database.Fold(Q);
        Pages = [.. NavLink.For(viewer).Where(p => Database.Fold(Texts.Say(p.Name)).Contains(word, StringComparison.Ordinal))];
        if (!viewer.May(Permission.SeeOrganisations)) return;

        var found = await db.List(viewer, new(Q, null, null, null, null, null, false), stop);
        (Organisations, Total) = ([.. found.Rows.Take(Shown)], found.Total);
    }
}
