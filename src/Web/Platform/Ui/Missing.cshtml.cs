using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Stupeni.Platform.Ui;

[IgnoreAntiforgeryToken]
public sealed class MissingModel : PageModel
{
    public void OnPost() { }
}
