using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;

namespace Stupeni.Identification.Runs;

public sealed class RunsModel(Db db, Viewer viewer) : PageModel
{
    public List<RunRow> Runs { get; private set; } = [];

    public bool MayRun => viewer.MayEverywhere(Permission.RunIdentification);

    public async Task OnGetAsync() => Runs = await db.RunsSeenBy(viewer, HttpContext.RequestAborted);
}
