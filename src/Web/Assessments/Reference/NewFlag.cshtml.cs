using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Organisations;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Assessments.Reference;

/// <summary>A flag breaks lines of the whole region, so only those who edit reference data everywhere add one.</summary>
public sealed class NewFlagModel(Db db, Viewer viewer) : PageModel
{
    [BindProperty]
    public FlagForm Form { get; set; } = new();

    public List<SelectListItem> Subjects { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!viewer.MayEverywhere(Permission.EditReference)) { context.Result = NotFound(); return; }

        Subjects = await db.SubjectChoices(context.HttpContext.RequestAborted);
        Subjects[0] = new(Texts.Say("любой"), "");
        await next();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Form.Subject is not null && !Subjects.Exists(s => s.Value == Form.Subject)) return NotFound();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        db.Add(Form.Row(await Organisation(stop)));
        await db.SaveChangesAsync(stop);
        Flash.Say(HttpContext, Texts.Say("Пометка добавлена."));
        return Redirect("/reference#comparability");
    }

    private async Task<Id<Organisation>?> Organisation(CancellationToken stop)
    {
        if (Form.Organisation?.Trim() is not { Length: > 0 } code) return null;
        return (await db.Organisations.AsNoTracking().VisibleTo(viewer, Permission.EditReference).SingleOrDefaultAsync(o => o.Code == code, stop))?.Id
            ?? throw new RuleBroken("Организации с кодом {0} нет среди открытых вам.", nameof(Form.Organisation), code);
    }
}
