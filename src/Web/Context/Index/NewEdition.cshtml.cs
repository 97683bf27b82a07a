using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;
using Stupeni.Statistics.Composites;

namespace Stupeni.Context.Index;

/// <summary>An edition of the region's own: weights, least known, the cut of adverse context and the act that sets them.</summary>
public sealed class NewIndexEditionModel(Db db, Viewer viewer, Clock clock) : PageModel
{
    [BindProperty]
    public IndexEditionForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.EditReference)) return NotFound();
        var first = await First(stop);
        Form = new() { Cut = first.CutPercent, LeastSchools = first.LeastSchoolsPercent, LeastWeight = first.LeastWeightPercent, From = clock.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.EditReference)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var own = (await First(stop)).Own(Form.Edition, Form.Weighting, Form.Cut ?? 0, Form.LeastSchools ?? 0, Form.LeastWeight ?? 0, Form.From, Form.Source);
        if (await db.IndexEditions.AnyAsync(e => e.Edition == own.Edition, stop)) throw new RuleBroken("Редакция «{0}» уже есть.", "edition", own.Edition);
        db.Add(own);
        await db.SaveChangesAsync(stop);
        Flash.Say(HttpContext, Texts.Say("Редакция «{0}» сохранена.", own.Edition));
        return Redirect("/reference/context");
    }

    private Task<IndexEdition> First(CancellationToken stop) => db.IndexEditions.AsNoTracking().Where(e => !e.IsOwn).OrderBy(e => e.Id).FirstAsync(stop);
}

public sealed class IndexEditionForm
{
    public string? Edition { get; init; }
    public Weighting Weighting { get; init; }
    public int? Cut { get; init; }
    public int? LeastSchools { get; init; }
    public int? LeastWeight { get; init; }
    public DateOnly? From { get; init; }
    public string? Source { get; init; }
}
