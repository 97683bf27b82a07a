using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Identification.Runs;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Identification.Review;

public sealed class PeriodModel(Db db, Viewer viewer, Clock clock) : PageModel
{
    private const int UsualDays = 14, UsualAnswerDays = 21;

    [BindProperty]
    public PeriodForm Form { get; set; } = new();

    public IdentificationRun Run { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int run, CancellationToken stop)
    {
        if (!await Load(run, stop)) return NotFound();
        var review = await db.ReviewOf(Run, stop);
        Form = new() { From = review.From ?? clock.Today, Until = review.Until ?? clock.Today.AddDays(UsualDays), AnswersUntil = review.AnswersUntil ?? clock.Today.AddDays(UsualAnswerDays) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(int run, CancellationToken stop)
    {
        if (!await Load(run, stop)) return NotFound();
        if (!ModelState.IsValid) return Page();

        var review = await db.ReviewToChange(Run, stop);
        review.OpenPeriod(Form.From, Form.Until, Form.AnswersUntil, clock.Today);
        if (await db.SaveChangesAsync(stop) > 0)
            Flash.Say(HttpContext, Texts.Say("Возражения принимаются с {0} по {1}. Школы видят срок на своей странице запуска.", Numbers.Day(review.From!.Value), Numbers.Day(review.Until!.Value)));
        return Redirect($"/identification/{run}/work");
    }

    private async Task<bool> Load(int run, CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.DecideLists) || await db.RunSeenBy(viewer, run, stop) is not { } found) return false;
        Run = found;
        return true;
    }
}

public sealed class PeriodForm
{
    public DateOnly? From { get; init; }
    public DateOnly? Until { get; init; }
    public DateOnly? AnswersUntil { get; init; }
}
