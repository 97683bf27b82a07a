using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;

namespace Stupeni.Identification.Runs;

/// <summary>The newest list, under the same conditions: the address that saved views keep, for runs grow old.</summary>
public sealed class LatestModel(Db db, Viewer viewer) : PageModel
{
    public const string Address = "/identification/latest";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) =>
        Redirect(await db.RunsSeenBy(viewer, stop) is [var latest, ..] ? $"/identification/{latest.Number}{Request.QueryString}" : "/identification");
}
