namespace Stupeni.Accounts;

/// <summary>In which of their places a person with several works now: remembered until the browser is closed or the person signs out.</summary>
public static class WorkPlace
{
    private const string Cookie = "stupeni-place";

    /// <summary>Only a wish: <see cref="Viewer.In"/> holds it against the person's roles of today.</summary>
    public static string? Chosen(HttpRequest request) => request.Cookies[Cookie];

    public static void Choose(HttpResponse response, string place) => response.Cookies.Append(Cookie, place, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true });

    public static void Forget(HttpResponse response) => response.Cookies.Delete(Cookie);
}
