using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Assessments;
using Stupeni.Identification.Rules;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Identification.Runs;

public sealed class SchoolModel(Db db, Viewer viewer, AccessLog access, Recording recording, Clock clock) : PageModel
{
    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    public IdentificationRun Run { get; private set; } = null!;
    public ListRow School { get; private set; } = null!;
    public ListWords Words { get; private set; } = null!;
    public ReasonText Reasons { get; private set; } = null!;
    public Verdict Verdict { get; private set; } = null!;
    public List<Result> Results { get; private set; } = [];
    public Dictionary<Id<AssessmentProcedure>, NowRow> Now { get; private set; } = [];
    public ProcedureNames Names { get; private set; } = null!;
    public SchoolEstimateShown? Estimate { get; private set; }
    public ListDecision? Decision { get; private set; }
    public bool MayDecide { get; private set; }
    public ListReview Review { get; private set; } = null!;
    public List<Objection> Objections { get; private set; } = [];
    public ApprovedSchool? Approved { get; private set; }
    public bool MayObject { get; private set; }
    public DateOnly Today => clock.Today;

    public DecisionKind[] Choices => ListDecision.Choices(School.State, Decision?.Kind);

    public bool NeedsDecision => Decision is null && School.State is SchoolState.Listed or SchoolState.InsufficientData;

    /// <summary>Procedures that one of the frozen years left too small, over all these years.</summary>
    public List<Pooled> Together => [.. Pooled.Of(Results).Where(p => p.Years.Count > 1 && Results.Any(r => r.Line == p.Line && !Words.Order.Terms.Counts(r)))];

    public async Task<IActionResult> OnGetAsync(int run, Id<Organisation> organisation)
    {
        if (!await Load(run, organisation)) return NotFound();
        access.Seen(viewer, nameof(IdentificationRun), Run.Id.Value, $"№ {Run.Number}, {School.Name}", organisation.Value);
        Form = Offered();
        return Page();
    }

    public Task<IActionResult> OnPostAsync(int run, Id<Organisation> organisation) => db.Again(() => Decide(run, organisation));

    /// <summary>Whatever was decided between reading and saving is on the page that refuses this decision.</summary>
    private async Task<IActionResult> Decide(int run, Id<Organisation> organisation)
    {
        if (!await Load(run, organisation) || !MayDecide) return NotFound();
        if (!ModelState.IsValid) return Page();

        var review = await db.ReviewToChange(Run);
        var decision = await db.ListDecisions.SingleOrDefaultAsync(d => d.Run == Run.Id && d.Organisation == organisation);
        if (Form.Token != (decision?.Token ?? DecisionForm.None)) throw new RuleBroken(RuleBrokenFilter.Edited);
        if (decision is null) db.Add(decision = new() { Run = Run.Id, Organisation = organisation });
        decision.Decide(review, Form.Kind, School.State, Form.Reason, Form.ActNumber, Form.ActDate, clock.Today, viewer, clock.Now);
        recording.Why = decision.Reason;
        if (await db.SaveChangesAsync() > 0) Flash.Say(HttpContext, Texts.Say("Решение записано: {0}, акт {1} от {2}.", decision.Kind.Name(), decision.ActNumber, Numbers.Day(decision.ActDate)));
        return Redirect($"/identification/{run}/schools/{organisation}");
    }

    /// <summary>What is decided; or, where an objection was accepted since, its answer as the reason of a new decision.</summary>
    private DecisionForm Offered()
    {
        if (Objections.FindLast(o => o.State == ObjectionState.Accepted && (Decision is null || o.AnsweredAt > Decision.At)) is { } accepted)
            return new() { Reason = Texts.Say("Возражение школы № {0} принято. {1}", accepted.Number, accepted.Answer) is var why && why.Length > 1000 ? why[..1000] : why };

        return Decision is { } made ? new() { Kind = made.Kind, Reason = made.Reason, ActNumber = made.ActNumber, ActDate = made.ActDate } : new();
    }

    private async Task<bool> Load(int run, Id<Organisation> organisation)
    {
        var stop = HttpContext.RequestAborted;
        if (await db.Run(run, stop) is not { } found || await db.SchoolOf(viewer, found.Id, organisation, stop) is not { } school) return false;

        (Run, School, Words, Names) = (found, school, await ListWords.Of(db, found, stop), await ProcedureNames.Load(db, stop));
        Reasons = new(Names, Words.Order);
        Results = [.. (await db.FrozenResults(found.Id, [organisation], stop))[organisation].OrderByDescending(r => r.Year).ThenBy(r => r.Line.Order, StringComparer.Ordinal)];
        Verdict = Words.Order.Reading.Judge(Results, found.Year, Words.Order.Terms)!;
        Estimate = await SchoolEstimateShown.Of(db, found, school, Names, stop);
        Now = await db.NowOf(organisation, Results, stop);
        Decision = await db.ListDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.Run == found.Id && d.Organisation == organisation, stop);
        Review = await db.ReviewOf(found, stop);
        Objections = await db.ObjectionsOf(found.Id, organisation, stop);
        Approved = await db.ApprovedSchools.AsNoTracking().Where(s => s.Organisation == organisation && db.ApprovedLists.Any(l => l.Id == s.List && l.Run == found.Id && l.Edition == Review.Edition)).SingleOrDefaultAsync(stop);
        MayObject = await db.Organisations.VisibleTo(viewer, Permission.ObjectToLists).AnyAsync(o => o.Id == organisation, stop);
        MayDecide = await db.Organisations.VisibleTo(viewer, Permission.DecideLists).AnyAsync(o => o.Id == organisation, stop);
        return true;
    }
}

public sealed class DecisionForm
{
    /// <summary>The token of a decision that is not there yet.</summary>
    public const int None = -1;

    public DecisionKind? Kind { get; init; }
    public string? Reason { get; init; }
    public string? ActNumber { get; init; }
    public DateOnly? ActDate { get; init; }
    public int Token { get; init; } = None;
}
