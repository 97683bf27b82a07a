using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;

namespace Stupeni.Context.Figures;

/// <summary>The indicators of context: reference data with their sources.</summary>
public sealed class IndicatorsModel(Db db, Viewer viewer) : PageModel
{
    public List<ContextIndicator> Rows { get; private set; } = [];

    public List<IndexEdition> Editions { get; private set; } = [];
    public bool MayEdit => viewer.MayEverywhere(Permission.EditReference);

    public async Task OnGetAsync(CancellationToken stop) => (Rows, Editions) = (await db.Indicators(stop), [.. (await db.IndexEditions.AsNoTracking().ToListAsync(stop)).OrderByDescending(e => e.EffectiveFrom).ThenBy(e => e.Edition, StringComparer.Ordinal)]);
}
