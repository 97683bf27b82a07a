using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;

namespace Stupeni.Identification.Editions;

/// <summary>Editions of the estimate beside the rule: by which numbers probabilities become words.</summary>
public sealed class EstimateEditionsModel(Db db, Viewer viewer) : PageModel
{
    public List<EstimateEdition> Editions { get; private set; } = [];

    public bool MayEdit => viewer.MayEverywhere(Permission.EditReference);

    public async Task OnGetAsync(CancellationToken stop) => Editions = [.. (await db.EstimateEditions.AsNoTracking().ToListAsync(stop)).OrderByDescending(e => e.EffectiveFrom).ThenBy(e => e.Edition, StringComparer.Ordinal)];
}
