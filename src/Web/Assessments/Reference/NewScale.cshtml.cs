using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Assessments.Reference;

public sealed class NewScaleModel(Db db) : PageModel
{
    [BindProperty]
    public ScaleForm Form { get; set; } = new();

    public List<SelectListItem> Subjects { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Subjects = await db.SubjectChoices(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        Subjects = await db.SubjectChoices(stop);
        if (Form.Subject is not null && !Subjects.Exists(s => s.Value == Form.Subject)) return NotFound();
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        db.Add(Form.Scale());
        try
        {
            await db.SaveChangesAsync(stop);
        }
        catch (DbUpdateException taken) when (taken.IsTaken())
        {
            throw new RuleBroken("Такое значение уже есть: исправьте год.", "year");
        }

        Flash.Say(HttpContext, Texts.Say("Шкала добавлена."));
        return Redirect("/reference");
    }
}
