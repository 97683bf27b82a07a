using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Organisations.Register;

[BindProperties(SupportsGet = true)]
public sealed class IndexModel(Db db, Viewer viewer) : PageModel
{
    public string? Q { get; set; }
    public Id<Municipality>? Municipality { get; set; }
    public OrganisationType? Type { get; set; }
    public Locality? Locality { get; set; }
    public OrganisationState? State { get; set; }
    public string? After { get; set; }
    public bool Down { get; set; }
    public bool Watched { get; set; }

    public new OrganisationPage Page { get; private set; } = new([], 0, null);
    public List<SelectListItem> Municipalities { get; private set; } = [];
    public IEnumerable<SelectListItem> Types => Choices<OrganisationType>(t => t.Word(), Type);
    public IEnumerable<SelectListItem> Localities => Choices<Locality>(l => l.Word(), Locality);
    public IEnumerable<SelectListItem> States => Choices<OrganisationState>(s => s.Word(), State);
    public bool IsFiltered => Q is not null || Municipality is not null || Type is not null || Locality is not null || State is not null || Watched;
    public string SortLink => Link(null, !Down);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Page = await db.List(viewer, new(Q, Municipality, Type, Locality, State, After, Down, Watched), stop);
        Municipalities = await db.Municipalities.AsNoTracking().VisibleTo(viewer, db.Organisations).OrderBy(m => m.Name)
            .Select(m => new SelectListItem(m.Name, m.Id.ToString(), m.Id == Municipality)).ToListAsync(stop);
    }

    public string Link(string? after) => Link(after, Down);

    private string Link(string? after, bool down) => QueryHelpers.AddQueryString("/organisations", new Dictionary<string, string?>
    {
        ["q"] = Q, ["municipality"] = Municipality?.ToString(), ["type"] = Type?.ToString(), ["locality"] = Locality?.ToString(), ["state"] = State?.ToString(), ["watched"] = Watched ? "true" : null, ["after"] = after, ["down"] = down ? "true" : null,
    }.Where(p => p.Value is not null));

    private static IEnumerable<SelectListItem> Choices<T>(Func<T, string> word, T? chosen) where T : struct, Enum =>
        Enum.GetValues<T>().Select(v => new SelectListItem(word(v), v.ToString(), Equals(v, chosen)));
}
