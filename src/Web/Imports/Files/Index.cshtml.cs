using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Stupeni.Accounts;

namespace Stupeni.Imports.Files;

[BindProperties(SupportsGet = true)]
public sealed class IndexModel(Db db, Viewer viewer) : PageModel
{
    public ImportState? State { get; set; }
    public int? Below { get; set; }

    public IReadOnlyList<ImportRow> Rows { get; private set; } = [];
    public int? Next { get; private set; }
    public IEnumerable<SelectListItem> States => Enum.GetValues<ImportState>().Select(s => new SelectListItem(s.Badge().Words, s.ToString(), s == State));

    public async Task OnGetAsync(CancellationToken stop)
    {
        var rows = await db.List(viewer, State, Below, ImportList.PageSize + 1, stop);
        Rows = [.. rows.Take(ImportList.PageSize)];
        Next = rows.Count > ImportList.PageSize ? Rows[^1].Number : null;
    }

    public string Link(int? below) => QueryHelpers.AddQueryString("/imports", new Dictionary<string, string?> { ["state"] = State?.ToString(), ["below"] = below?.ToString(CultureInfo.InvariantCulture) }.Where(p => p.Value is not null));
}
