using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Comparators.Sets;

public sealed record SetRow(Id<ComparatorSet> Id, string Name, string Place, string ByName, DateTime At, int Schools);

public sealed class IndexModel(Db db, Viewer viewer, IScopes scopes) : PageModel
{
    private const int Most = 200;

    private IReadOnlyDictionary<Guid, string> places = new Dictionary<Guid, string>();

    public List<SetRow> Rows { get; private set; } = [];
    public bool MayKeep => KeepSet.Places(viewer).Count > 0;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Rows = await db.ComparatorSets.AsNoTracking().VisibleTo(viewer).OrderBy(s => s.Name).ThenBy(s => s.Id).Take(Most).Select(s => new SetRow(s.Id, s.Name, s.Place, s.ByName, s.At, s.Schools.Count)).ToListAsync(stop);
        places = await scopes.Names([.. Rows.Where(r => Guid.TryParse(r.Place, out _)).Select(r => Guid.Parse(r.Place)).Distinct()]);
    }

    public string PlaceOf(SetRow row) => Guid.TryParse(row.Place, out var place) ? places.GetValueOrDefault(place, "") : Texts.Say("Область");
}
