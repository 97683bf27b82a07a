using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Imports.Files;

/// <summary>Names that were decided once: what files call an organisation, and whose that name is.</summary>
public sealed class DecisionsModel(Db db, Viewer viewer, Clock clock) : PageModel
{
    public const int PageSize = 50;

    [FromQuery]
    public string? Q { get; set; }

    [FromQuery]
    public int From { get; set; }

    [BindProperty]
    public int Token { get; set; }

    [BindProperty]
    public Id<NameDecision> Decision { get; set; }

    public IReadOnlyList<DecisionRow> Rows { get; private set; } = [];
    public HashSet<Id<NameDecision>> Revocable { get; private set; } = [];
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        From = Math.Max(0, From);
        var rows = await db.Remembered(viewer, (Q ?? "").Trim(), From, PageSize + 1, stop);
        (Rows, HasMore) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
        var ids = Rows.Select(r => r.Id).ToList();
        Revocable = [.. await db.NameDecisions.RevocableBy(viewer, db).Where(d => ids.Contains(d.Id)).Select(d => d.Id).ToListAsync(stop)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await OnGetAsync(stop);
        if (await db.NameDecisions.RevocableBy(viewer, db).SingleOrDefaultAsync(d => d.Id == Decision, stop) is not { } decision) return NotFound();

        db.Expect(decision, Token);
        decision.Revoke(clock.Now);
        await db.SaveChangesAsync(stop);
        Flash.Say(HttpContext, Texts.Say("Решение о «{0}» отменено. То, что загружено по нему раньше, не изменилось.", decision.Text));
        return Redirect("/imports/names");
    }
}
