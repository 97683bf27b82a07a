using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Reports;

public sealed class ShowModel(FindReport reports, Viewer viewer) : PageModel
{
    [FromRoute]
    public Id<AssessmentProcedure> Procedure { get; set; }

    [FromRoute(Name = "report")]
    public string Code { get; set; } = "";

    [FromQuery]
    public Id<Municipality>? Municipality { get; set; }

    [FromQuery]
    public Id<Organisation>? School { get; set; }

    public ReportsFound Found { get; private set; } = null!;
    public Report Report { get; private set; } = null!;
    public ReportScope Scope => Found.Scope;

    /// <summary>Counted, or declared where there are no sheets.</summary>
    public int Participants => Scope.Shown.Sums.Participants is > 0 and var counted ? counted : Found.Declared.Participants ?? 0;

    /// <summary>Whether somebody above the school looks at its report.</summary>
    public bool MayHandOver => viewer.Reach(Permission.SeeResults) is { Everywhere: true } or { Municipalities.Length: > 0 };

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (ReportKinds.Of(Code) is not { } kind || await reports.Find(new(Procedure, Municipality, School), stop) is not { } found || !found.Kinds.Contains(kind)) return NotFound();

        Found = found;
        Report = await reports.Of(found, kind, stop);
        return Page();
    }
}
