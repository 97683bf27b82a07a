using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Assessments.Discrepancies;

/// <summary>One discrepancy with all its sources, and the decision which of them holds.</summary>
public sealed class ShowModel(Db db, Viewer viewer, FindDiscrepancies find, Recording recording, Clock clock) : PageModel
{
    public const int MostFigures = 60;

    [FromRoute]
    public Id<AssessmentProcedure> Procedure { get; set; }

    [BindProperty]
    public DecisionForm Form { get; set; } = new();

    public DiscrepancyRow Row { get; private set; } = null!;
    public Discrepancy Discrepancy => Row.Discrepancy;
    public string ProcedureName { get; private set; } = "";
    public IReadOnlyList<DiscrepancyDecision> Decisions { get; private set; } = [];
    public bool MayDecide { get; private set; }

    /// <summary>The report page of the unit; participants stand on that of marks, the country's sample has none.</summary>
    public string? ReportHref => Discrepancy.Unit.Level == DeclaredLevel.Sample ? null
        : $"/results/{Procedure}/reports/{(Discrepancy.Report == DeclaredReport.Participants ? "marks" : Discrepancy.Report.ToString().ToLowerInvariant())}{(Discrepancy.Unit.Level == DeclaredLevel.Region ? "" : $"?municipality={Discrepancy.Municipality}")}{(Discrepancy.Unit.Organisation is { } school ? $"&school={school}" : "")}";

    public async Task<IActionResult> OnGetAsync(string report, string level, Guid? unit, CancellationToken stop)
    {
        if (!await Load(report, level, unit, stop)) return NotFound();
        if (Row is { IsStale: false, Decision: { } made }) Form = new() { Holds = made.Holds, Reason = made.Reason };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string report, string level, Guid? unit, CancellationToken stop)
    {
        if (!await Load(report, level, unit, stop) || !MayDecide) return NotFound();
        if (Form.Token != Decisions.Count || Form.Seen != Discrepancy.Fingerprint) throw new RuleBroken(RuleBrokenFilter.Edited);
        if (Discrepancy.Sources.FirstOrDefault(s => s.Key == Form.Holds) is not { } source) throw new RuleBroken("Выберите, какой источник верен.", nameof(Form.Holds));

        var reason = DiscrepancyDecision.CheckReason(Form.Reason);
        if (Row is { IsDecided: true, Decision: { } same } && (same.Holds, same.Reason) == (source.Key, reason)) return Redirect(Discrepancy.Href);
        db.Add(new DiscrepancyDecision
        {
            Procedure = Procedure, Place = Discrepancy.Place, Number = Decisions.Count + 1, Municipality = Discrepancy.Unit.Municipality, Organisation = Discrepancy.Unit.Organisation, Holds = source.Key, Source = source.InRussian(),
            Fingerprint = Discrepancy.Fingerprint, Reason = reason, By = viewer.Person, ByName = viewer.Name, At = clock.Now,
        });
        recording.Why = reason;
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException failure) when (failure.IsTaken())
        {
            // The other decision was made between reading and saving: it must be on the page that refuses this one.
            db.ChangeTracker.Clear();
            await Load(report, level, unit, stop);
            throw new RuleBroken(RuleBrokenFilter.Edited);
        }

        Flash.Say(HttpContext, Texts.Say("Решение записано: верен источник «{0}».", source.Name()));
        return Redirect(Discrepancy.Href);
    }

    private async Task<bool> Load(string report, string level, Guid? unit, CancellationToken stop)
    {
        if (!Enum.TryParse<DeclaredReport>(report, true, out var asked) || !Enum.TryParse<DeclaredLevel>(level, true, out var at) || !await db.Procedures.AnyAsync(p => p.Id == Procedure, stop)) return false;
        var of = new DeclaredUnit(at, at == DeclaredLevel.Municipality && unit is { } m ? new(m) : null, at == DeclaredLevel.School && unit is { } s ? new(s) : null);
        if (!(await UnitReach.Of(db, viewer, Permission.SeeResults, stop)).Reaches(of) || (await find.Of(Procedure, stop)).FirstOrDefault(d => d.Unit == of && d.Report == asked) is not { } found) return false;

        Decisions = await db.DiscrepancyDecisions.AsNoTracking().Where(d => d.Procedure == Procedure && d.Place == found.Place).OrderByDescending(d => d.Number).ToListAsync(stop);
        Row = new(found, Decisions.Count > 0 ? Decisions[0] : null);
        MayDecide = (await UnitReach.Of(db, viewer, Permission.ImportFiles, stop)).Reaches(of);
        ProcedureName = await db.Procedures.AsNoTracking().Where(p => p.Id == Procedure).Join(db.Subjects, p => p.Subject, s => s.Code, (p, s) => Assessments.ProcedureName.Of(p, s)).SingleAsync(stop);
        return true;
    }
}

/// <summary>The decision as it is typed.</summary>
public sealed class DecisionForm
{
    public string? Holds { get; set; }
    public string? Reason { get; set; }

    /// <summary>How many decisions there were when the page was opened.</summary>
    public int Token { get; set; }

    /// <summary>The figures that were looked at.</summary>
    public string? Seen { get; set; }
}
