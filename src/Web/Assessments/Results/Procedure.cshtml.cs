using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Results;

public sealed class ProcedureModel(Db db, Viewer viewer) : PageModel
{
    [FromRoute]
    public Id<AssessmentProcedure> Procedure { get; set; }

    [FromQuery]
    public Id<Municipality>? Municipality { get; set; }

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public string? After { get; set; }

    public ProcedureHead Head { get; private set; } = null!;
    public ResultSums Sums { get; private set; } = ResultSums.Nothing;
    public TaskTable Tasks { get; private set; } = null!;
    public SchoolPage Schools { get; private set; } = new([], 0, null);
    public List<SelectListItem> Municipalities { get; private set; } = [];
    public string Scope { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Head(Procedure, viewer, stop) is not { } head) return NotFound();

        Head = head;
        var seen = db.Organisations.VisibleTo(viewer, Permission.SeeResults);
        var organisations = Municipality is { } municipality ? seen.Where(o => o.Municipality == municipality) : seen;
        var sheets = db.CurrentSheets(Procedure, organisations);
        Sums = await sheets.Sums(stop);
        Tasks = new(head, await sheets.TaskTotals(head.Tasks.Count, stop), head.From(Sums));
        var named = organisations;
        foreach (var word in Database.Fold(Q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)) named = named.Where(o => o.SearchName.Contains(word));
        Schools = await db.SchoolRows(Procedure, named, After, stop);
        Municipalities = await db.Municipalities.AsNoTracking().Where(m => seen.Any(o => o.Municipality == m.Id)).OrderBy(m => m.Name).Select(m => new SelectListItem(m.Name, m.Id.ToString(), m.Id == Municipality)).ToListAsync(stop);
        Scope = Municipalities.Find(m => m.Selected)?.Text ?? (Municipalities is [var only] ? only.Text : "");
        return Page();
    }

    public string Link(string? after) => QueryHelpers.AddQueryString($"/results/{Procedure}", new Dictionary<string, string?> { ["municipality"] = Municipality?.ToString(), ["q"] = Q, ["after"] = after }.Where(p => !string.IsNullOrEmpty(p.Value)));
}
