using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Platform;
using Stupeni.Platform.Ui;

namespace Stupeni.Accounts.Me;

public sealed class IndexModel(UserManager<Person> people, SignInManager<Person> identity) : PageModel
{
    [BindProperty]
    public PasswordForm Form { get; set; } = new();

    public bool HasPassword { get; private set; }

    public async Task OnGetAsync() => HasPassword = (await people.GetUserAsync(User))?.PasswordHash is not null;

    public async Task<IActionResult> OnPostAsync()
    {
        if (await people.GetUserAsync(User) is not { PasswordHash: not null } person) return NotFound();

        HasPassword = true;
        AddPerson.Refuse(await people.ChangePasswordAsync(person, Form.Current ?? "", Form.Password ?? ""));
        await identity.RefreshSignInAsync(person);
        Flash.Say(HttpContext, Texts.Say("Пароль изменён."));
        return Redirect("/me");
    }

    public IActionResult OnPostKeys(bool single)
    {
        ViewSettings.RememberKeys(Response, single);
        Flash.Say(HttpContext, Texts.Say(single ? "Клавиша «/» включена." : "Клавиша «/» выключена."));
        return Redirect("/me");
    }
}

public sealed class PasswordForm
{
    public string? Current { get; init; }
    public string? Password { get; init; }
}
