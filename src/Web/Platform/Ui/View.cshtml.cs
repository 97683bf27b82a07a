using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Stupeni.Platform.Ui;

public sealed class LookModel : PageModel
{
    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public ViewSettings Now => ViewSettings.Of(Request);

    public IActionResult OnPost(string? scheme, string? size, string? spacing, string? images, string? usual)
    {
        var settings = usual is null ? ViewSettings.Checked(scheme, size, spacing, images) : ViewSettings.Usual;
        return Remember(ViewSettings.VisionCookie, settings.ToString());
    }

    public IActionResult OnPostLanguage(string? language) =>
        Remember(ViewSettings.LanguageCookie, CookieRequestCultureProvider.MakeCookieValue(new RequestCulture("ru-RU", language == "en" ? "en" : "ru-RU")));

    private LocalRedirectResult Remember(string cookie, string value)
    {
        Response.Cookies.Append(cookie, value, new() { MaxAge = Year, SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        return LocalRedirect(Url.IsLocalUrl(Back) ? Back : "/");
    }
}
