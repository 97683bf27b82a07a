using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Stupeni.Accounts;

namespace Stupeni.Home.WorkPlaces;

public sealed class IndexModel(Viewer viewer) : PageModel
{
    public IActionResult OnPost(string? place)
    {
        if (string.IsNullOrEmpty(place)) WorkPlace.Forget(Response);
        else if (viewer.Held.Any(g => g.Place == place)) WorkPlace.Choose(Response, place);
        else return NotFound();
        return Redirect("/");
    }
}
