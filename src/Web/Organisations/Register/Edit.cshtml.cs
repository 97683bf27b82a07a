using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Accounts;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Organisations.Register;

public class EditModel(Db db, Viewer viewer, Recording recording) : PageModel
{
    [FromRoute]
    public Id<Organisation>? Id { get; set; }

    [BindProperty]
    public OrganisationForm Form { get; set; } = new();

    public string Title { get; private set; } = "";
    public List<SelectListItem> Municipalities { get; private set; } = [];
    public IEnumerable<SelectListItem> Types => Enum.GetValues<OrganisationType>().Select(t => new SelectListItem(t.Word(), t.ToString()));
    public IEnumerable<SelectListItem> Localities => Enum.GetValues<Locality>().Select(l => new SelectListItem(l.Word(), l.ToString()));

    protected Db Db => db;
    protected Organisation Organisation { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Id is { } id)
        {
            if (await db.Organisations.VisibleTo(viewer, Permission.EditOrganisations).SingleOrDefaultAsync(o => o.Id == id) is not { } organisation) { context.Result = NotFound(); return; }
            (Organisation, Title) = (organisation, organisation.Name);
        }

        Municipalities = await db.Municipalities.AsNoTracking().VisibleTo(viewer, db.Organisations, Permission.EditOrganisations).OrderBy(m => m.Name).Select(m => new SelectListItem(m.Name, m.Id.ToString())).ToListAsync();
        await next();
    }

    public virtual void OnGet() => Form = OrganisationForm.Of(Organisation);

    public virtual async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid) return Page();

        db.Expect(Organisation, Form.Token);
        recording.Why = Form.Why;
        Organisation.Describe(Form.Facts);
        (Organisation.Type, Organisation.Municipality) = (Form.Type, Place());
        if (!db.ChangeTracker.HasChanges()) return Redirect($"/organisations/{Id}/facts");

        await RefuseTakenLogin();
        if (string.IsNullOrWhiteSpace(Form.Why)) throw new RuleBroken("Напишите, почему меняете: это останется в истории.", nameof(Form.Why));
        await db.SaveChangesAsync();
        Flash.Say(HttpContext, Texts.Say("Сведения изменены."));
        return Redirect($"/organisations/{Id}/facts");
    }

    /// <summary>A municipality among those in which the viewer may edit.</summary>
    protected Id<Municipality> Place() => Form.Municipality is { } chosen && Municipalities.Any(m => m.Value == chosen.ToString())
        ? chosen : throw new RuleBroken("Выберите муниципалитет.", nameof(Form.Municipality));

    protected async Task RefuseTakenLogin()
    {
        var login = Form.Login?.Trim().ToLowerInvariant();
        if (login is { Length: > 0 } && await db.Organisations.AnyAsync(o => o.Login == login && o.Id != Id)) throw new RuleBroken("Логин {0} уже у другой организации.", nameof(Form.Login), login);
    }
}
