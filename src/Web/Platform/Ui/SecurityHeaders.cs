using System.Security.Cryptography;

namespace Stupeni.Platform.Ui;

/// <summary>Headers that let a page load nothing but what the product itself serves.</summary>
public static class SecurityHeaders
{
    private const string NonceItem = "csp-nonce";

    public static string Nonce(this HttpContext http) => (string)http.Items[NonceItem]!;

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        http.Items[NonceItem] = nonce;
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=()";
        if (!http.Request.Path.StartsWithSegments("/assets")) (headers.CacheControl, headers.Pragma) = ("no-cache, no-store", "no-cache");
        return next(http);
    });
}
