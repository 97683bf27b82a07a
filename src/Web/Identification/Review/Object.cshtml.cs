using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Identification.Rules;
using Stupeni.Identification.Runs;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Identification.Review;

/// <summary>Where the head of a school writes an objection.</summary>
public sealed class ObjectModel(Db db, Viewer viewer, Clock clock) : PageModel
{
    [BindProperty]
    public ObjectionForm Form { get; set; } = new();

    public IdentificationRun Run { get; private set; } = null!;
    public ListRow School { get; private set; } = null!;
    public ListReview Review { get; private set; } = null!;
    public List<(Result Result, string Line)> Figures { get; private set; } = [];
    public List<Objection> Earlier { get; private set; } = [];
    public DateOnly Today => clock.Today;

    public async Task<IActionResult> OnGetAsync(int run, Id<Organisation> organisation)
    {
        if (!await Load(run, organisation)) return NotFound();
        Form = new() { Number = Earlier.Count + 1 };
        return Page();
    }

    public Task<IActionResult> OnPostAsync(int run, Id<Organisation> organisation) => db.Again(() => Send(run, organisation));

    private async Task<IActionResult> Send(int run, Id<Organisation> organisation)
    {
        if (!await Load(run, organisation)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var here = $"/identification/{run}/schools/{organisation}#objection";
        if (Earlier.Exists(o => o.Number == Form.Number && o.Text == Form.Text?.Trim().ReplaceLineEndings("\n"))) return Redirect(here);

        var objection = Objection.Send(await db.ReviewToChange(Run), organisation, Earlier, Form.Text?.ReplaceLineEndings("\n"), clock.Today, viewer, clock.Now);
        db.Add(objection);
        db.AddRange(Figures.Select(f => f.Result.Procedure).Where(p => Form.Figures.Contains(p.Value)).Select(p => new ObjectionFigure { Objection = objection.Id, Procedure = p }));
        await db.SaveChangesAsync();
        Flash.Say(HttpContext, Texts.Say("Возражение отправлено. Область ответит до {0}.", Numbers.Day(Review.AnswersUntil!.Value)));
        return Redirect(here);
    }

    private async Task<bool> Load(int run, Id<Organisation> organisation)
    {
        var stop = HttpContext.RequestAborted;
        if (await db.Run(run, stop) is not { } found || await db.SchoolOf(viewer, found.Id, organisation, stop) is not { } school) return false;
        if (!await db.Organisations.VisibleTo(viewer, Permission.ObjectToLists).AnyAsync(o => o.Id == organisation, stop)) return false;

        (Run, School, Review) = (found, school, await db.ReviewOf(found, stop));
        Earlier = await db.ObjectionsOf(found.Id, organisation, stop);
        var reasons = new ReasonText(await ProcedureNames.Load(db, stop), await db.OrderOf(found, stop));
        Figures = [.. (await db.FrozenResults(found.Id, [organisation], stop))[organisation].OrderByDescending(r => r.Year).ThenBy(r => r.Line.Order, StringComparer.Ordinal).Select(r => (r, reasons.Line(r)))];
        return true;
    }
}

public sealed class ObjectionForm
{
    public string? Text { get; init; }

    /// <summary>Procedures whose figures are disputed.</summary>
    public Guid[] Figures { get; init; } = [];
    public int Number { get; init; }
}
