using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;
using Stupeni.Platform;

namespace Stupeni.Identification.Workshop;

/// <summary>The comparison as a workbook: what the screen shows, every page of it.</summary>
public sealed class WorkshopFileModel(Db db, Viewer viewer, AccessLog access) : PageModel
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [BindProperty(SupportsGet = true, Name = "")]
    public WorkshopForm Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (!viewer.MayEverywhere(Permission.SeeResults) || await WorkshopChoice.Of(db, Form.Of, stop) is not { } choice) return NotFound();
        try
        {
            if (ModelState.IsValid && await Trial.Of(db, viewer, Form, choice, stop) is { Shown: { } year } trial)
            {
                var rows = ChangedRow.Of(year, trial.Changed.Where(s => s.School.Named), await ProcedureNames.Load(db, stop));
                access.Exported(viewer, nameof(IdentificationRule), trial.Copied.Id.Value, $"{trial.Copied.Label}, {year.Year}, xlsx: {rows.Count}");
                return File(WorkshopSheets.Of(trial, year, rows).ToBytes(), Xlsx, $"workshop-{year.Year.Ends}.xlsx");
            }
        }
        catch (RuleBroken)
        {
            // The page says what to mend.
        }

        return Redirect($"/identification/workshop{Request.QueryString}");
    }
}
