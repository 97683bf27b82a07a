using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Stupeni.Home.Methods;

public sealed class ShowModel : PageModel
{
    public new MethodPage Page { get; private set; } = null!;

    public IActionResult OnGet(string method)
    {
        if (MethodPages.All.FirstOrDefault(p => p.Id == method) is not { } page) return NotFound();
        Page = page;
        return base.Page();
    }
}
