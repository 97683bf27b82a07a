using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Stupeni.Accounts;

namespace Stupeni.Assessments.Results;

[BindProperties(SupportsGet = true)]
public sealed class IndexModel(Db db, Viewer viewer) : PageModel
{
    public int? Year { get; set; }
    public ProcedureKind? Kind { get; set; }
    public string? Subject { get; set; }
    public int? Grade { get; set; }

    public IReadOnlyList<ProcedureRow> All { get; private set; } = [];
    public IReadOnlyList<ProcedureRow> Rows { get; private set; } = [];

    public IEnumerable<SelectListItem> Years => Choices(All.Select(r => r.Key.Year.Ends).Distinct(), y => y.ToString(System.Globalization.CultureInfo.InvariantCulture), y => y.ToString(System.Globalization.CultureInfo.InvariantCulture), Year?.ToString(System.Globalization.CultureInfo.InvariantCulture));
    public IEnumerable<SelectListItem> Kinds => Choices(All.Select(r => r.Key.Kind).Distinct().Order(), k => k.ToString(), ProcedureName.Kind, Kind?.ToString());
    public IEnumerable<SelectListItem> Subjects => Choices(All.Select(r => (r.Key.Subject, Name: r.Subject)).Distinct().OrderBy(s => s.Name, StringComparer.CurrentCulture), s => s.Subject, s => s.Name, Subject);
    public IEnumerable<SelectListItem> Grades => Choices(All.Select(r => r.Key.Grade).Where(g => g > 0).Distinct().Order(), g => g.ToString(System.Globalization.CultureInfo.InvariantCulture), g => g.ToString(System.Globalization.CultureInfo.InvariantCulture), Grade?.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public async Task OnGetAsync(CancellationToken stop)
    {
        All = await db.ProcedureRows(viewer, stop);
        Rows = [.. All.Matching(new(Year, Kind, Subject, Grade))];
    }

    private static IEnumerable<SelectListItem> Choices<T>(IEnumerable<T> values, Func<T, string> value, Func<T, string> text, string? chosen) =>
        values.Select(v => new SelectListItem(text(v), value(v), value(v) == chosen));
}
