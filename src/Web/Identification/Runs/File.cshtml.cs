using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;

namespace Stupeni.Identification.Runs;

public sealed class ListFileModel(Db db, Viewer viewer, AccessLog access) : PageModel
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [BindProperty(SupportsGet = true, Name = "")]
    public ListFilter Filter { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(int run)
    {
        var stop = HttpContext.RequestAborted;
        if ((await db.RunsSeenBy(viewer, stop)).Find(r => r.Number == run) is null || await db.Run(run, stop) is not { } found) return NotFound();

        var words = await ListWords.Of(db, found, stop);
        var rows = await db.ListAll(viewer, found.Id, Filter, stop);
        var frozen = await db.FrozenResults(found.Id, stop: stop);
        var estimates = await db.EstimateOf(found.Id, stop) is { } estimate ? await db.SchoolsOf(estimate.Estimate.Id, stop: stop) : [];
        var file = ListSheet.Of(found, words, [.. rows.Select(r => words.Show(r, frozen[r.Organisation]))], estimates, (await db.ReviewOf(found, stop)).IsApproved);
        access.Exported(viewer, nameof(IdentificationRun), found.Id.Value, $"№ {found.Number}, {found.Label}, xlsx: {rows.Count}");
        return File(file.ToBytes(), Xlsx, $"identification-{found.Number}.xlsx");
    }
}
