using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Comparators.Similar;

/// <summary>The tab «Похожие школы»: with whom a school is compared, how near they are and by what.</summary>
public sealed class SchoolModel(Db db, Viewer viewer, FindSimilar find) : PageModel
{
    [FromRoute]
    public Id<Organisation> Id { get; set; }

    [FromQuery]
    public Id<ComparatorSet>? Set { get; set; }

    public OrganisationHead Head { get; private set; } = null!;
    public SimilarSchools Similar { get; private set; } = null!;
    public List<SetChoice> Sets { get; private set; } = [];
    public Dictionary<Id<Municipality>, string> Municipalities { get; private set; } = [];
    public bool MayKeep => KeepSet.Places(viewer).Count > 0;
    public string Query => Similar.Set is { } set ? $"?set={set.Id}" : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults).SingleOrDefaultAsync(o => o.Id == Id, stop) is not { } organisation) return NotFound();

        Similar = await find.Of(Id, Set, stop);
        if (Set is not null && Similar.Set is null) return NotFound();
        Sets = await db.SetChoices(viewer, stop);
        Municipalities = await db.Municipalities.ToDictionaryAsync(m => m.Id, m => m.Name, stop);
        Head = new(organisation, Municipalities[organisation.Municipality], "similar");
        return Page();
    }
}
