using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Identification.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Identification.Runs;

public sealed class ListModel(Db db, Viewer viewer, AccessLog access, Clock clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ListFilter Filter { get; set; } = new();

    public IdentificationRun Run { get; private set; } = null!;
    public ListWords Words { get; private set; } = null!;
    public ListPage Shown { get; private set; } = null!;
    public List<ShownRow> Rows { get; private set; } = [];
    public Dictionary<SchoolState, int> Counts { get; private set; } = [];
    public List<(Id<Municipality> Id, string Name)> Municipalities { get; private set; } = [];
    public List<(Guid Id, string Name)> Procedures { get; private set; } = [];
    public EstimateWords? Estimate { get; private set; }
    public Dictionary<Id<Organisation>, SchoolEstimate> Estimates { get; private set; } = [];
    public int? Newer { get; private set; }
    public ListReview Review { get; private set; } = null!;
    public DateOnly Today => clock.Today;

    public bool MayDecide => viewer.May(Permission.DecideLists);

    public async Task<IActionResult> OnGetAsync(int run)
    {
        var stop = HttpContext.RequestAborted;
        if ((await db.RunsSeenBy(viewer, stop)) is var runs && !runs.Exists(r => r.Number == run)) return NotFound();

        Run = (await db.Run(run, stop))!;
        Newer = runs[0].Number > run ? runs[0].Number : null;
        Review = await db.ReviewOf(Run, stop);
        Words = await ListWords.Of(db, Run, stop);
        Shown = await db.ListPage(viewer, Run.Id, Filter, stop);
        var frozen = await db.FrozenResults(Run.Id, [.. Shown.Rows.Select(r => r.Organisation)], stop);
        Rows = [.. Shown.Rows.Select(r => Words.Show(r, frozen[r.Organisation]))];
        Estimate = await db.EstimateOf(Run.Id, stop);
        if (Estimate is { } words) Estimates = await db.SchoolsOf(words.Estimate.Id, [.. Shown.Rows.Select(r => r.Organisation)], stop);
        Counts = await db.StateCounts(viewer, Run.Id, Filter, stop);
        Municipalities = await db.MunicipalitiesOf(viewer, Run.Id, stop);
        var names = await ProcedureNames.Load(db, stop);
        Procedures = [.. (await db.LowProceduresOf(viewer, Run.Id, stop)).OrderByDescending(p => p.Year).ThenBy(p => ProcedureLine.Of(p).Order, StringComparer.Ordinal).Select(p => (p.Id.Value, names.Full(ProcedureLine.Of(p), p.Year)))];
        access.Seen(viewer, nameof(IdentificationRun), Run.Id.Value, $"№ {Run.Number}, {Run.Label}");
        return Page();
    }
}
