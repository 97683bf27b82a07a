using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Context.Figures;

/// <summary>One year of a social passport: each figure with who brought it, and what stood there before.</summary>
public sealed class YearModel(Db db, Viewer viewer) : PageModel
{
    [FromRoute]
    public Id<Organisation> Id { get; set; }

    [FromRoute]
    public int Year { get; set; }

    public OrganisationHead Head { get; private set; } = null!;
    public IReadOnlyList<(ContextIndicator Indicator, ContextRow Row)> Current { get; private set; } = [];
    public IReadOnlyList<(ContextIndicator Indicator, ContextRow Row)> Before { get; private set; } = [];
    public bool SeesAll { get; private set; }
    public bool MayEdit { get; private set; }
    public SchoolYear SchoolYear => new(Year);

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults).SingleOrDefaultAsync(o => o.Id == Id, stop) is not { } organisation) return NotFound();

        Head = new(organisation, await db.Municipalities.Where(m => m.Id == organisation.Municipality).Select(m => m.Name).SingleAsync(stop), "context");
        (SeesAll, MayEdit) = (ShownCount.SeesAll(viewer, organisation), ShownCount.SeesAll(viewer, organisation, Permission.ImportFiles));
        var rows = (await db.VersionsOf(Id, SchoolYear, stop)).Join(await db.Indicators(stop), r => r.Figure.Indicator, i => i.Code, (row, indicator) => (indicator, row)).ToList();
        Current = [.. rows.Where(r => r.row.Figure.State == FigureState.Current).OrderBy(r => r.indicator.Position)];
        Before = rows.FindAll(r => r.row.Figure.State == FigureState.Replaced);
        return Page();
    }
}
