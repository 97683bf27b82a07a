using System.Text;

namespace Stupeni.Platform.Ui;

/// <summary>One sentence to the next page: that something was done. Said only when something changed.</summary>
public static class Flash
{
    private const string Cookie = "stupeni-said";

    public static void Say(HttpContext http, string message) =>
        http.Response.Cookies.Append(Cookie, Convert.ToBase64String(Encoding.UTF8.GetBytes(message)), new() { HttpOnly = true, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromMinutes(2) });

    public static string? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } text) return null;
        http.Response.Cookies.Delete(Cookie);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : null;
    }
}
