using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Assessments.Trends;

/// <summary>What the schools that one may see have together, from year to year.</summary>
public sealed class IndexModel(Db db, Viewer viewer) : PageModel
{
    [FromQuery]
    public Id<Municipality>? Municipality { get; set; }

    [FromQuery]
    public ProcedureKind? Kind { get; set; }

    [FromQuery]
    public string? Subject { get; set; }

    [FromQuery]
    public int? Grade { get; set; }

    public IReadOnlyList<TrendSeries> All { get; private set; } = [];
    public TrendReport Report { get; private set; } = new([]);
    public List<SelectListItem> Municipalities { get; private set; } = [];
    public string Scope => Municipalities.Find(m => m.Selected)?.Text ?? (Municipalities is [var only] ? only.Text : "");

    public IEnumerable<SelectListItem> Kinds => All.Select(s => s.Key.Kind).Distinct().Select(k => new SelectListItem(ProcedureName.Kind(k), k.ToString(), k == Kind));
    public IEnumerable<SelectListItem> Subjects => All.Select(s => s.Subject).DistinctBy(s => s.Code).OrderBy(s => s.Said, StringComparer.CurrentCulture).Select(s => new SelectListItem(s.Said, s.Code, s.Code == Subject));
    public IEnumerable<SelectListItem> Grades => All.Select(s => s.Key.Grade).Where(g => g > 0).Distinct().Order().Select(g => g.ToString(CultureInfo.InvariantCulture)).Select(g => new SelectListItem(g, g, g == Grade?.ToString(CultureInfo.InvariantCulture)));

    public async Task OnGetAsync(CancellationToken stop)
    {
        var seen = db.Organisations.VisibleTo(viewer, Permission.SeeResults);
        All = await db.TrendsOf(Municipality is { } municipality ? seen.Where(o => o.Municipality == municipality) : seen, stop);
        Report = TrendReport.Of(All.Matching(new(Kind, Subject, Grade)));
        Municipalities = await db.Municipalities.AsNoTracking().Where(m => seen.Any(o => o.Municipality == m.Id)).OrderBy(m => m.Name).Select(m => new SelectListItem(m.Name, m.Id.ToString(), m.Id == Municipality)).ToListAsync(stop);
    }
}
