using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Stupeni.Home;

public sealed class HomeModel : PageModel;
