using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Context;
using Stupeni.Platform;

namespace Stupeni.Comparators.Editions;

public sealed class IndexModel(Db db, Viewer viewer, ReadCircumstances read) : PageModel
{
    private Dictionary<string, ContextIndicator> indicators = [];

    public List<ComparatorEdition> Editions { get; private set; } = [];
    public Id<ComparatorEdition> InForce { get; private set; }
    public bool MayEdit => viewer.MayEverywhere(Permission.EditReference);

    public async Task OnGetAsync(CancellationToken stop)
    {
        Editions = await db.ComparatorEditions.AsNoTracking().Include(e => e.Weights).OrderByDescending(e => e.EffectiveFrom).ThenByDescending(e => e.Id).ToListAsync(stop);
        InForce = (await read.Edition(stop)).Id;
        indicators = (await db.Indicators(stop)).ToDictionary(i => i.Code);
    }

    public string Name(string measure) => new Measure(measure, 0, indicators.GetValueOrDefault(measure)).Name;
}
