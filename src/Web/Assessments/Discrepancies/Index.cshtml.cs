using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Discrepancies;

public sealed class IndexModel(Db db, Viewer viewer, FindDiscrepancies find) : PageModel
{
    public const int PageSize = 50;

    [FromQuery]
    public Id<Municipality>? Municipality { get; set; }

    [FromQuery]
    public Id<AssessmentProcedure>? Procedure { get; set; }

    /// <summary>«decided» for those about which somebody has decided.</summary>
    [FromQuery]
    public string? State { get; set; }

    [FromQuery(Name = "from")]
    public int First { get; set; }

    public IReadOnlyList<DiscrepancyRow> All { get; private set; } = [];
    public IReadOnlyList<DiscrepancyRow> Found { get; private set; } = [];
    public IReadOnlyDictionary<Id<AssessmentProcedure>, string> Names { get; private set; } = new Dictionary<Id<AssessmentProcedure>, string>();
    public bool IsDecided => State == "decided";
    public IEnumerable<DiscrepancyRow> Shown => Found.Skip(First).Take(PageSize);
    public int Open => All.Count(r => !r.IsDecided);

    public IEnumerable<SelectListItem> Municipalities => All.Where(r => r.Discrepancy.Municipality is not null).Select(r => (Id: r.Discrepancy.Municipality!.Value, r.Discrepancy.MunicipalityName)).Distinct().OrderBy(m => m.MunicipalityName, StringComparer.CurrentCulture).Select(m => new SelectListItem(m.MunicipalityName, m.Id.ToString(), m.Id == Municipality));

    public IEnumerable<SelectListItem> Procedures => Names.OrderBy(n => n.Value, StringComparer.CurrentCulture).Select(n => new SelectListItem(n.Value, n.Key.ToString(), n.Key == Procedure));

    public async Task OnGetAsync(CancellationToken stop)
    {
        var rows = await db.Discrepancies(viewer, find, stop);
        var ids = rows.Select(r => r.Discrepancy.Procedure).Distinct().ToList();
        var named = await db.Procedures.AsNoTracking().Where(p => ids.Contains(p.Id)).Join(db.Subjects, p => p.Subject, s => s.Code, (procedure, subject) => new { procedure, subject }).ToListAsync(stop);
        var order = named.OrderByDescending(n => n.procedure.Year).ThenBy(n => n.subject.Position).ThenBy(n => n.procedure.Grade).Select((n, at) => (n.procedure.Id, at)).ToDictionary(n => n.Id, n => n.at);
        Names = named.ToDictionary(n => n.procedure.Id, n => ProcedureName.Of(n.procedure, n.subject));
        All = [.. rows.OrderBy(r => order[r.Discrepancy.Procedure]).ThenBy(r => r.Discrepancy.Unit.Level).ThenBy(r => r.Discrepancy.MunicipalityName, StringComparer.CurrentCulture).ThenBy(r => r.Discrepancy.Name, StringComparer.CurrentCulture).ThenBy(r => r.Discrepancy.Unit.Key).ThenBy(r => r.Discrepancy.Report)];
        Found = [.. All.Matching(new(Municipality, Procedure, IsDecided))];
        First = Math.Clamp(First, 0, Math.Max(0, Found.Count - 1)) / PageSize * PageSize;
    }

    public string Link(int from) => QueryHelpers.AddQueryString("/results/discrepancies", new Dictionary<string, string?>
    {
        ["municipality"] = Municipality?.ToString(), ["procedure"] = Procedure?.ToString(), ["state"] = State, ["from"] = from > 0 ? $"{from}" : null,
    }.Where(p => !string.IsNullOrEmpty(p.Value)));
}
