using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Identification.Runs;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Identification.Review;

/// <summary>One objection: what the school says, which figures it disputes, the answer; answered and withdrawn here.</summary>
public sealed class OneObjectionModel(Db db, Viewer viewer, AccessLog access, Recording recording, Clock clock) : PageModel
{
    [BindProperty]
    public AnswerForm Form { get; set; } = new();

    public IdentificationRun Run { get; private set; } = null!;
    public ListReview Review { get; private set; } = null!;
    public ObjectionRow Row { get; private set; } = null!;
    public List<string> Figures { get; private set; } = [];
    public bool MayAnswer { get; private set; }
    public bool MayWithdraw { get; private set; }

    public Objection Said => Row.Objection;

    public bool IsLate => Said.State == ObjectionState.Sent && Review.IsLate(clock.Today);

    public string School => $"/identification/{Run.Number}/schools/{Said.Organisation}";

    public async Task<IActionResult> OnGetAsync(int run, Id<Objection> objection)
    {
        if (!await Load(run, objection)) return NotFound();
        access.Seen(viewer, nameof(Objection), objection.Value, $"{Said.Label}, {Row.School}", Said.Organisation.Value);
        return Page();
    }

    public Task<IActionResult> OnPostAsync(int run, Id<Objection> objection) => db.Again<IActionResult>(async () =>
    {
        if (!await Load(run, objection) || !MayAnswer) return NotFound();
        if (!ModelState.IsValid) return Page();
        if (Said.State is ObjectionState.Accepted or ObjectionState.Declined && Said.AnsweredBy == viewer.Person && Said.Answer == Form.Answer?.Trim().ReplaceLineEndings("\n")) return Redirect(Next(Said.State));

        var row = await db.Objections.SingleAsync(o => o.Id == objection);
        db.Expect(row, Form.Token);
        row.Reply(await db.ReviewToChange(Run), Form.Accepts, Form.Answer?.ReplaceLineEndings("\n"), viewer, clock.Now);
        recording.Why = row.Answer;
        await db.SaveChangesAsync();
        Flash.Say(HttpContext, row.State == ObjectionState.Accepted ? Texts.Say("Возражение принято. Запишите решение о школе: причина уже вписана.") : Texts.Say("Возражение отклонено; школа видит обоснование."));
        return Redirect(Next(row.State));
    });

    public Task<IActionResult> OnPostWithdrawAsync(int run, Id<Objection> objection) => db.Again<IActionResult>(async () =>
    {
        if (!await Load(run, objection) || !MayWithdraw) return NotFound();
        if (Said.State == ObjectionState.Withdrawn) return Redirect($"{School}#objection");

        (await db.Objections.SingleAsync(o => o.Id == objection)).Withdraw(await db.ReviewToChange(Run));
        await db.SaveChangesAsync();
        Flash.Say(HttpContext, Texts.Say("Возражение отозвано."));
        return Redirect($"{School}#objection");
    });

    private string Next(ObjectionState state) => state == ObjectionState.Accepted ? $"{School}#decision" : $"/identification/{Run.Number}/objections";

    private async Task<bool> Load(int run, Id<Objection> objection)
    {
        var stop = HttpContext.RequestAborted;
        if (await db.RunSeenBy(viewer, run, stop) is not { } found || await db.ObjectionsSeenBy(viewer, found.Id).SingleOrDefaultAsync(r => r.Objection.Id == objection, stop) is not { } row) return false;

        (Run, Row, Review) = (found, row, await db.ReviewOf(found, stop));
        var disputed = await db.ObjectionFigures.AsNoTracking().Where(f => f.Objection == objection).Select(f => f.Procedure).ToListAsync(stop);
        var reasons = new ReasonText(await ProcedureNames.Load(db, stop), await db.OrderOf(found, stop));
        Figures = [.. (await db.FrozenResults(found.Id, [Said.Organisation], stop))[Said.Organisation].Where(r => disputed.Contains(r.Procedure)).Select(reasons.Line)];
        MayAnswer = await May(Permission.DecideLists, stop);
        MayWithdraw = await May(Permission.ObjectToLists, stop);
        return true;
    }

    private Task<bool> May(Permission permission, CancellationToken stop) => db.Organisations.VisibleTo(viewer, permission).AnyAsync(o => o.Id == Said.Organisation, stop);
}

public sealed class AnswerForm
{
    public bool? Accepts { get; init; }
    public string? Answer { get; init; }
    public int Token { get; init; }
}
