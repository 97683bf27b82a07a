using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Identification.Editions;

/// <summary>An edition of the estimate of the region's own, with the act that sets its numbers.</summary>
public sealed class NewEstimateEditionModel(Db db, Viewer viewer, Clock clock) : PageModel
{
    [BindProperty]
    public EstimateEditionForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.EditReference)) return NotFound();
        var first = await First(stop);
        Form = new() { Low = first.LowPercent, High = first.HighPercent, Sure = first.SurePercent, Pupils = first.MinPupils, Years = first.MinYears, From = clock.Today };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.EditReference)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var own = (await First(stop)).Own(Form.Edition, Form.Low ?? 0, Form.High ?? 0, Form.Sure ?? 0, Form.Pupils ?? 0, Form.Years ?? 0, Form.From, Form.Source);
        if (await db.EstimateEditions.AnyAsync(e => e.Edition == own.Edition, stop)) throw new RuleBroken("Редакция «{0}» уже есть.", "edition", own.Edition);
        db.Add(own);
        await db.SaveChangesAsync(stop);
        Flash.Say(HttpContext, Texts.Say("Редакция «{0}» сохранена.", own.Edition));
        return Redirect("/reference/estimates");
    }

    private Task<EstimateEdition> First(CancellationToken stop) => db.EstimateEditions.AsNoTracking().OrderBy(e => e.Id).FirstAsync(stop);
}

public sealed class EstimateEditionForm
{
    public string? Edition { get; init; }
    public int? Low { get; init; }
    public int? High { get; init; }
    public int? Sure { get; init; }
    public int? Pupils { get; init; }
    public int? Years { get; init; }
    public DateOnly? From { get; init; }
    public string? Source { get; init; }
}
