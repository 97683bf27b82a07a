using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Context;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Comparators.Editions;

/// <summary>An edition of the region's own: weights, how many schools, how much has to be known, and the act that sets them.</summary>
public sealed class NewModel(Db db, Viewer viewer, Clock clock) : PageModel
{
    private ComparatorEdition first = null!;

    [BindProperty]
    public EditionForm Form { get; set; } = new();

    public List<(string Measure, string Name)> Measures { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!viewer.MayEverywhere(Permission.EditReference))
        {
            context.Result = NotFound();
            return;
        }

        var stop = HttpContext.RequestAborted;
        first = await db.ComparatorEditions.AsNoTracking().Include(e => e.Weights).Where(e => !e.IsOwn).OrderByDescending(e => e.EffectiveFrom).ThenByDescending(e => e.Id).FirstAsync(stop);
        var indicators = (await db.Indicators(stop)).ToDictionary(i => i.Code);
        Measures = [.. first.Weights.OrderBy(w => w.Position).Select(w => (w.Measure, new Measure(w.Measure, w.Weight, indicators.GetValueOrDefault(w.Measure)).Name))];
        await next();
    }

    public void OnGet() => Form = new() { Neighbours = first.Neighbours, LeastKnown = first.LeastKnownPercent, Weights = first.Weights.ToDictionary(w => w.Measure, w => w.Weight), From = clock.Today };

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!ModelState.IsValid) return Page();

        var own = first.Own(Form.Edition, Form.Neighbours ?? 0, Form.LeastKnown ?? 0, Form.Weights, Form.From, Form.Source);
        if (await db.ComparatorEditions.AnyAsync(e => e.Edition == own.Edition, stop)) throw new RuleBroken("Редакция «{0}» уже есть.", "edition", own.Edition);
        db.Add(own);
        await db.SaveChangesAsync(stop);
        Flash.Say(HttpContext, Texts.Say("Редакция «{0}» сохранена.", own.Edition));
        return Redirect("/reference/similar");
    }
}

public sealed class EditionForm
{
    public string? Edition { get; init; }
    public int? Neighbours { get; init; }
    public int? LeastKnown { get; init; }
    public Dictionary<string, int> Weights { get; init; } = [];
    public DateOnly? From { get; init; }
    public string? Source { get; init; }
}
