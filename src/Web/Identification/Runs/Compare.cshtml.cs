using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;

namespace Stupeni.Identification.Runs;

public sealed class CompareModel(Db db, Viewer viewer, AccessLog access) : PageModel
{
    public IdentificationRun Before { get; private set; } = null!;
    public IdentificationRun After { get; private set; } = null!;
    public List<string> Orders { get; private set; } = [];
    public List<ChangedSchool> Entered { get; private set; } = [];
    public List<ChangedSchool> Left { get; private set; } = [];
    public List<ChangedSchool> Others { get; private set; } = [];

    /// <summary>The run of the address is compared with the other, which stands for what was before.</summary>
    public async Task<IActionResult> OnGetAsync(int run, int other)
    {
        var stop = HttpContext.RequestAborted;
        var seen = (await db.RunsSeenBy(viewer, stop)).Select(r => r.Number).ToHashSet();
        if (run == other || !seen.Contains(run) || !seen.Contains(other)) return NotFound();

        (After, Before) = ((await db.Run(run, stop))!, (await db.Run(other, stop))!);
        Orders = Difference.OfOrders(await db.OrderOf(Before, stop), await db.OrderOf(After, stop));
        var changed = await db.Changed(viewer, Before, After, stop);
        (Entered, Left, Others) = ([.. changed.Where(c => c.Entered)], [.. changed.Where(c => c.Left)], [.. changed.Where(c => !c.Entered && !c.Left)]);
        access.Seen(viewer, nameof(IdentificationRun), After.Id.Value, $"№ {After.Number}, № {Before.Number}");
        return Page();
    }
}
