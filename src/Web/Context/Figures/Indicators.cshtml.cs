using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Stupeni.Context.Figures;

/// <summary>The indicators of context: reference data with their sources.</summary>
public sealed class IndicatorsModel(Db db) : PageModel
{
    public List<ContextIndicator> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Rows = await db.Indicators(stop);
}
