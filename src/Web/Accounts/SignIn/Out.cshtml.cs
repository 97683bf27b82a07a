using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Stupeni.Accounts.SignIn;

public sealed class SignOutModel(SignInManager<Person> identity) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        WorkPlace.Forget(Response);
        await identity.SignOutAsync();
        return Redirect("/sign-in");
    }
}
