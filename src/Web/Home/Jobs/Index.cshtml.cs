using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Jobs;

namespace Stupeni.Home.Jobs;

public sealed class IndexModel(Db db, Viewer viewer) : PageModel
{
    private const int OnPage = 30;

    [BindProperty(SupportsGet = true)]
    public JobState? State { get; set; }

    /// <summary>The last run of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<JobRun>? After { get; set; }

    public bool Everyone => viewer.SeesAllJobs();
    public int Count { get; private set; }
    public List<JobRun> Runs { get; private set; } = [];
    public Id<JobRun>? Next { get; private set; }

    public async Task OnGet()
    {
        var found = db.Jobs.AsNoTracking().VisibleTo(viewer);
        if (State is { } state) found = found.Where(j => j.State == state);
        Count = await found.CountAsync();
        if (After is { } after) found = found.Where(j => j.Id < after);
        Runs = await found.OrderByDescending(j => j.Id).Take(OnPage + 1).ToListAsync();
        if (Runs.Count > OnPage) (Next, Runs) = (Runs[OnPage - 1].Id, Runs[..OnPage]);
    }
}
