using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;

namespace Stupeni.Accounts.Record;

[BindProperties(SupportsGet = true)]
public sealed class IndexModel(Db db, Viewer viewer) : PageModel
{
    private const int PageSize = 50;

    public string? Q { get; set; }
    public ChangeKind? Kind { get; set; }
    public Id<Change>? Before { get; set; }

    public List<Change> Lines { get; private set; } = [];
    public Id<Change>? Next => Lines.Count == PageSize ? Lines[^1].Id : null;

    public IEnumerable<SelectListItem> Kinds => new[]
    {
        (ChangeKind.Added, "Добавление"), (ChangeKind.Changed, "Изменение"), (ChangeKind.Removed, "Удаление"), (ChangeKind.Seen, "Просмотр закрытого"),
        (ChangeKind.Exported, "Выгрузка"), (ChangeKind.SignedIn, "Вход"), (ChangeKind.Refused, "Не показано"),
    }.Select(k => new SelectListItem(Texts.Say(k.Item2), k.Item1.ToString(), Kind == k.Item1));

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.SeeHistory)) return NotFound();

        var lines = db.Changes.AsNoTracking();
        if (Kind is { } kind) lines = lines.Where(c => c.Kind == kind);
        if (!string.IsNullOrWhiteSpace(Q)) lines = lines.Where(c => c.PersonName.Contains(Q.Trim()) || c.Label.Contains(Q.Trim()));
        if (Before is { Value: var id }) lines = lines.Where(c => ((Guid)(object)c.Id).CompareTo(id) < 0);
        Lines = await lines.OrderByDescending(c => c.Id).Take(PageSize).ToListAsync(stop);
        return Page();
    }

    public string Link(Id<Change> before) => QueryHelpers.AddQueryString("/history", new Dictionary<string, string?>
    {
        ["q"] = Q, ["kind"] = Kind?.ToString(), ["before"] = before.ToString(),
    }.Where(p => p.Value is not null));
}
