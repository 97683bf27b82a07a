using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Context.Figures;

/// <summary>The tab «Контекст» of an organisation: its social passport from year to year.</summary>
public sealed class SchoolModel(Db db, Viewer viewer, Clock clock) : PageModel
{
    private const int ShownYears = 4;

    [FromRoute]
    public Id<Organisation> Id { get; set; }

    public OrganisationHead Head { get; private set; } = null!;
    public List<ContextIndicator> Indicators { get; private set; } = [];
    public List<SchoolYear> Years { get; private set; } = [];
    public SchoolIndex? Index { get; private set; }
    public bool SeesAll { get; private set; }
    public bool MayEdit { get; private set; }
    public SchoolYear ThisYear => SchoolYear.Of(clock.Today);

    private Dictionary<(string, SchoolYear), ContextRow> rows = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults).SingleOrDefaultAsync(o => o.Id == Id, stop) is not { } organisation) return NotFound();

        Head = new(organisation, await db.Municipalities.Where(m => m.Id == organisation.Municipality).Select(m => m.Name).SingleAsync(stop), "context");
        (SeesAll, MayEdit) = (ShownCount.SeesAll(viewer, organisation), ShownCount.SeesAll(viewer, organisation, Permission.ImportFiles));
        rows = (await db.ContextOf(Id, stop)).ToDictionary(r => (r.Figure.Indicator, r.Figure.Year));
        Index = await db.IndexOf(Id, SeesAll, stop);
        Indicators = (await db.Indicators(stop)).FindAll(i => rows.Keys.Any(k => k.Item1 == i.Code));
        Years = [.. rows.Keys.Select(k => k.Item2).Distinct().OrderDescending().Take(ShownYears).Order()];
        return Page();
    }

    /// <summary>The figure of a cell; none where nobody has said.</summary>
    public Figure? Shown(ContextIndicator indicator, SchoolYear year) => rows.GetValueOrDefault((indicator.Code, year)) is { } row ? ShownCount.Of(indicator, row, SeesAll) : null;

    public string Words(ContextIndicator indicator, SchoolYear year) => rows.GetValueOrDefault((indicator.Code, year)) is { Figure: { Base: not null, Count: not null } figure } && (SeesAll || !ShownCount.IsHidden(figure.Count, figure.Base)) ? ShownCount.Words(indicator, figure, SeesAll) : "";
}
