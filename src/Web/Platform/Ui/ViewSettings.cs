namespace Stupeni.Platform.Ui;

/// <summary>How a person wants to see the pages: language and the low-vision version; kept in cookies, without an account.</summary>
public sealed record ViewSettings(string Scheme, int Size, int Spacing, bool Images)
{
    public const string LanguageCookie = "stupeni-language";
    public const string VisionCookie = "stupeni-vision";
    private const string KeysCookie = "stupeni-keys";
    public static readonly string[] Schemes = ["base", "bw", "wb", "blue"];
    public static readonly ViewSettings Usual = new("base", 1, 1, true);

    public bool IsLowVision => this != Usual;

    public static ViewSettings Of(HttpRequest request)
    {
        var parts = (request.Cookies[VisionCookie] ?? "").Split('.');
        return parts is [var scheme, var size, var spacing, var images] ? Checked(scheme, size, spacing, images) : Usual;
    }

    /// <summary>Whether single keys do nothing: for those whose assistant types for them (WCAG 2.1.4).</summary>
    public static bool KeysOff(HttpRequest request) => request.Cookies[KeysCookie] == "off";

    public static void RememberKeys(HttpResponse response, bool single)
    {
        if (single) response.Cookies.Delete(KeysCookie);
        else response.Cookies.Append(KeysCookie, "off", new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
    }

    public static ViewSettings Checked(string? scheme, string? size, string? spacing, string? images) =>
        new(Schemes.Contains(scheme) ? scheme! : "base", size is "2" ? 2 : size is "3" ? 3 : 1, spacing is "2" ? 2 : 1, images is not "off");

    public override string ToString() => $"{Scheme}.{Size}.{Spacing}.{(Images ? "on" : "off")}";
}
