using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Comparators;
using Stupeni.Organisations;
using Stupeni.Platform;

namespace Stupeni.Schools.Similar;

public sealed record CoordinatorRow(string Name, string Position, string? Email);

/// <summary>Schools like this one that do better, and where; to those who see no other school, only how many.</summary>
public sealed class ResultsModel(Db db, Viewer viewer, CompareResults compare) : PageModel
{
    private const int Most = 5;

    [FromRoute]
    public Id<Organisation> Id { get; set; }

    [FromQuery]
    public Id<ComparatorSet>? Set { get; set; }

    public OrganisationHead Head { get; private set; } = null!;
    public ResultsCompared Compared { get; private set; } = null!;

    /// <summary>Whom a head may ask: coordinators of the school's municipality and of the region.</summary>
    public List<CoordinatorRow> Coordinators { get; private set; } = [];
    public string Query => Compared.With.Set is { } set ? $"?set={set.Id}" : "";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.SeeResults).SingleOrDefaultAsync(o => o.Id == Id, stop) is not { } organisation) return NotFound();

        Compared = await compare.Of(Id, Set, stop);
        if (Set is not null && Compared.With.Set is null) return NotFound();
        Head = new(organisation, await db.Municipalities.Where(m => m.Id == organisation.Municipality).Select(m => m.Name).SingleAsync(stop), "similar");
        if (Compared.With.IsAnonymous) Coordinators = await CoordinatorsOf(organisation.Municipality.Value, stop);
        return Page();
    }

    private Task<List<CoordinatorRow>> CoordinatorsOf(Guid municipality, CancellationToken stop) =>
        (from grant in db.Set<Grant>().AsNoTracking()
         where (grant.Role == "MunicipalCoordinator" && grant.Scope == municipality) || grant.Role == "RegionalCoordinator"
         join person in db.Users on grant.Person equals person.Id
         where person.BlockedAt == null
         orderby grant.Role, person.Name
         select new CoordinatorRow(person.Name, person.Position, person.Email)).Take(Most).ToListAsync(stop);
}
