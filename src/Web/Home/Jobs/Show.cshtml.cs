using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Home.Jobs;

public sealed class ShowModel(Db db, Viewer viewer, Running running, Queue queue, Clock clock) : PageModel
{
    public JobShown Job { get; private set; } = null!;

    public async Task<IActionResult> OnGet(Id<JobRun> id) => await Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnGetState(Id<JobRun> id) => await Find(id) ? new JsonResult(new
    {
        state = Job.State.ToString().ToLowerInvariant(), done = Job.Done, total = Job.Total, percent = Job.Percent, doing = Job.Doing, left = Job.Left, finished = Job.Finished, url = Job.Run.ResultUrl,
    }) : NotFound();

    public async Task<IActionResult> OnPostCancel(Id<JobRun> id)
    {
        if (!await Find(id)) return NotFound();

        if (!Job.Finished) await queue.Cancel(id);
        return RedirectToPage(new { id, handler = "" });
    }

    private async Task<bool> Find(Id<JobRun> id)
    {
        if (await db.Show(id, viewer, running, clock.Now) is not { } job) return false;
        Job = job;
        return true;
    }
}
