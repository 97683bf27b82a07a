using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Organisations.Register;

public sealed class EndModel(Db db, Viewer viewer, Recording recording, Clock clock) : PageModel
{
    [FromRoute]
    public Id<Organisation> Id { get; set; }

    [BindProperty]
    public EndForm Form { get; set; } = new();

    public Organisation Organisation { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await db.Organisations.VisibleTo(viewer, Permission.EditOrganisations).SingleOrDefaultAsync(o => o.Id == Id) is not { } organisation) { context.Result = NotFound(); return; }

        Organisation = organisation;
        await next();
    }

    public void OnGet() => Form = new() { Token = Organisation.Token, On = clock.Today };

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();
        if (Form.On is not { } on) throw new RuleBroken("Укажите дату.", nameof(Form.On));
        if (string.IsNullOrWhiteSpace(Form.Why)) throw new RuleBroken("Укажите основание: оно останется в истории.", nameof(Form.Why));

        db.Expect(Organisation, Form.Token);
        recording.Why = Form.Why;
        if (Form.Successor?.Trim() is { Length: > 0 } code)
        {
            var successor = await db.Organisations.VisibleTo(viewer, Permission.EditOrganisations).SingleOrDefaultAsync(o => o.Code == code)
                ?? throw new RuleBroken("Организации с кодом {0} нет среди открытых вам.", nameof(Form.Successor), code);
            Organisation.MergeInto(successor, on);
        }
        else Organisation.Close(on);

        await db.SaveChangesAsync();
        Flash.Say(HttpContext, Texts.Say(Organisation.State == OrganisationState.Merged ? "Организация присоединена." : "Организация закрыта."));
        return Redirect($"/organisations/{Id}/facts");
    }
}

public sealed class EndForm
{
    public string? Successor { get; init; }
    public DateOnly? On { get; init; }
    public string? Why { get; init; }
    public int Token { get; init; }
}
