using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Accounts.People;

public sealed class ShowModel(Db db, Viewer viewer, UserManager<Person> people, IScopes scopes, Clock clock) : PageModel
{
    [FromRoute]
    public Id<Person> Id { get; set; }

    [BindProperty]
    public PersonForm Form { get; set; } = new();

    public PersonRow Person { get; private set; } = null!;
    public IReadOnlyDictionary<Guid, string> Places { get; private set; } = new Dictionary<Guid, string>();
    public List<SelectListItem> Roles { get; private set; } = [];

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if ((await db.People(db.Managed(viewer).Where(p => p.Id == Id), default)) is not [var person]) { context.Result = NotFound(); return; }

        Person = person;
        Places = await scopes.Names([.. person.Grants.Select(g => g.Scope).OfType<Guid>()]);
        Roles = await db.RolesToGive(viewer);
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPostGiveAsync()
    {
        var place = await db.PlaceOf(scopes, viewer, Form.Role, Form.Place);
        var role = await db.Roles.AsNoTracking().SingleAsync(r => r.Code == Form.Role);
        if (Person.Grants.Any(g => g.Role == role.Code && g.Scope == place)) throw new RuleBroken("Эта роль у человека уже есть.", nameof(Form.Role));

        db.Add(new Grant { Person = Id, Role = role.Code, ScopeKind = role.Scope, Scope = place, GivenAt = clock.Now });
        return await Done("Роль дана.");
    }

    public async Task<IActionResult> OnPostTakeAsync(Id<Grant> grant)
    {
        if (await db.Grants.SingleOrDefaultAsync(g => g.Id == grant && g.Person == Id) is not { } row) return NotFound();
        if (Id == viewer.Person) throw new RuleBroken("Роль у себя не снимают: попросите другого администратора.");

        db.Remove(row);
        return await Done("Роль снята.");
    }

    public async Task<IActionResult> OnPostPasswordAsync()
    {
        if (await people.FindByIdAsync(Id.ToString()) is not { IsDemo: false } person) return NotFound();

        AddPerson.Refuse(await people.ResetPasswordAsync(person, await people.GeneratePasswordResetTokenAsync(person), Form.Password ?? ""));
        db.Add(new Change { At = clock.Now, Person = viewer.Person, PersonName = viewer.Name, Kind = ChangeKind.Changed, Subject = nameof(Accounts.Person), SubjectId = Id.Value, Label = person.Name, Field = "Password" });
        return await Done("Пароль задан.");
    }

    public async Task<IActionResult> OnPostBlockAsync()
    {
        (await db.Users.SingleAsync(p => p.Id == Id)).Block(clock.Now, self: Id == viewer.Person);
        return await Done("Вход закрыт.");
    }

    public async Task<IActionResult> OnPostUnblockAsync()
    {
        (await db.Users.SingleAsync(p => p.Id == Id)).Unblock();
        return await Done("Вход открыт.");
    }

    private async Task<IActionResult> Done(string said)
    {
        await db.SaveChangesAsync();
        Flash.Say(HttpContext, Texts.Say(said));
        return Redirect($"/people/{Id}");
    }
}
