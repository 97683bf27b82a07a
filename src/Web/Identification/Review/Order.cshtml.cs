using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Identification.Runs;

namespace Stupeni.Identification.Review;

public sealed class OrderModel(Db db, Viewer viewer, AccessLog access) : PageModel
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task<IActionResult> OnGetAsync(int run, CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.DecideLists) || await db.RunSeenBy(viewer, run, stop) is not { } found) return NotFound();

        // An order is Russian whatever language its reader has chosen.
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ru-RU");
        var content = await OrderContent.Of(db, found, stop);
        access.Exported(viewer, nameof(IdentificationRun), found.Id.Value, $"№ {found.Number}, {found.Label}, docx: {content.Rows.Count}");
        return File(OrderDraft.Write(content).ToBytes(), Docx, $"order-{found.Number}{(content.InForce is null ? "-draft" : "")}.docx");
    }
}
