using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Comparators.Sets;

/// <summary>Which schools a set has; its author may remove it.</summary>
public sealed class ShowModel(Db db, Viewer viewer) : PageModel
{
    private const int FewOwn = 10;

    [FromRoute]
    public Id<ComparatorSet> Id { get; set; }

    public ComparatorSet Set { get; private set; } = null!;

    /// <summary>Chosen are those that the viewer may open.</summary>
    public List<PickRow> Rows { get; private set; } = [];

    /// <summary>The viewer's schools, where they are few: each can be compared with the set at once.</summary>
    public List<PickRow> Own { get; private set; } = [];

    public bool IsMine => Set.Author == viewer.Person && KeepSet.Places(viewer).Exists(p => p.Place == Set.Place);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var stop = HttpContext.RequestAborted;
        if (await db.ComparatorSets.Include(s => s.Schools).VisibleTo(viewer).SingleOrDefaultAsync(s => s.Id == Id, stop) is not { } set)
        {
            context.Result = NotFound();
            return;
        }

        Set = set;
        var seen = db.Organisations.VisibleTo(viewer);
        Rows = await (from school in db.Organisations.AsNoTracking()
                      where db.ComparatorSetSchools.Any(s => s.Set == Id && s.Organisation == school.Id)
                      join municipality in db.Municipalities on school.Municipality equals municipality.Id
                      orderby school.Name, school.Id
                      select new PickRow(school.Id, school.Name, municipality.Name, seen.Any(o => o.Id == school.Id))).ToListAsync(stop);
        var own = await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults).Where(o => o.Type == OrganisationType.School && o.State == OrganisationState.Active).OrderBy(o => o.Name).Select(o => new PickRow(o.Id, o.Name, "", true)).Take(FewOwn + 1).ToListAsync(stop);
        Own = own.Count <= FewOwn ? own : [];
        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(int token, CancellationToken stop)
    {
        if (!IsMine) return NotFound();

        db.Expect(Set, token);
        Set.Remove();
        await db.SaveChangesAsync(stop);
        Flash.Say(HttpContext, Texts.Say("Набор «{0}» удалён.", Set.Name));
        return Redirect("/similar/sets");
    }
}
