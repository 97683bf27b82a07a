using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>Other numbers for an edition, tried over the results of now. It only reads: everything that is tried stands in the address.</summary>
public sealed class WorkshopModel(Db db, Viewer viewer, AccessLog access) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public WorkshopForm Form { get; set; } = new();

    public WorkshopChoice Choice { get; private set; } = null!;

    /// <summary>None while what was typed cannot be tried.</summary>
    public Trial? Trial { get; private set; }

    /// <summary>The form as it is shown: what was not typed is as the edition has it.</summary>
    public WorkshopForm Filled { get; private set; } = new();
    public IReadOnlyList<ChangedRow> Rows { get; private set; } = [];
    public int Named { get; private set; }

    public bool MayPublish => viewer.MayEverywhere(Permission.EditReference);

    /// <summary>Whether the viewer may see of any school whether it would be listed.</summary>
    public bool MayName => viewer.May(Permission.SeeLists);

    public string Link(int? year = null, int first = 0) => $"/identification/workshop{Form.Query(year, first)}";

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.SeeResults) || await WorkshopChoice.Of(db, Form.Of, stop) is not { } choice) return NotFound();

        Choice = choice;
        Form = Form with { Of = choice.Value };
        Filled = Form with
        {
            Share = Form.Share ?? choice.Rule.SharePercent, Risk = Form.Risk ?? choice.Rule.RiskPercent, MinProcedures = Form.MinProcedures ?? choice.Rule.MinProcedures, MinParticipants = Form.MinParticipants ?? choice.Rule.MinParticipants,
            Kinds = Form.Kinds.Length > 0 ? Form.Kinds : choice.Rule.CountedKinds, Subjects = Form.Subjects.Length > 0 ? Form.Subjects : choice.Rule.Subjects is "" ? [.. choice.Subjects] : choice.Rule.CountedSubjects, Grades = Form.Grades ?? choice.Rule.Grades,
        };
        if (ModelState.IsValid) await Try(stop);
        if (Trial is null) Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task Try(CancellationToken stop)
    {
        try
        {
            Trial = await Trial.Of(db, viewer, Form, Choice, stop);
        }
        catch (RuleBroken broken)
        {
            ModelState.AddModelError($"{char.ToUpperInvariant(broken.About[0])}{broken.About[1..]}", Texts.Say(broken.Key, [.. broken.Args]));
            return;
        }

        if (!MayName || Trial.Shown is null) return;
        var named = Trial.Changed.Where(s => s.School.Named).ToList();
        (Named, Form) = (named.Count, Form with { First = Form.First <= 0 || Form.First >= named.Count ? 0 : Form.First });
        Rows = ChangedRow.Of(Trial.Shown, named.Skip(Form.First).Take(PageSize), await ProcedureNames.Load(db, stop));
        access.Seen(viewer, nameof(IdentificationRule), Trial.Copied.Id.Value, $"{Trial.Copied.Label}, {Trial.Shown.Year}");
    }
}
