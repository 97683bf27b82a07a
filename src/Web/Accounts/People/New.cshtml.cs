using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Accounts.People;

public sealed class NewModel(Db db, Viewer viewer, AddPerson add, IScopes scopes) : PageModel
{
    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public List<SelectListItem> Roles { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Roles = await db.RolesToGive(viewer);
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var place = await db.PlaceOf(scopes, viewer, Form.Role, Form.Place);
        var person = await add.Run(Form.Login, Form.Name, Form.Position, Form.Password, Form.Role, place);
        Flash.Say(HttpContext, Texts.Say("{0}: вход открыт.", person.Name));
        return Redirect($"/people/{person.Id}");
    }
}

public sealed class PersonForm
{
    public string? Name { get; init; }
    public string? Position { get; init; }
    public string? Role { get; init; }
    public string? Place { get; init; }
    public string? Login { get; init; }
    public string? Password { get; init; }
}
