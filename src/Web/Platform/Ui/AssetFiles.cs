using Microsoft.AspNetCore.StaticFiles;

namespace Stupeni.Platform.Ui;

/// <summary>Serves the bundle: fingerprinted, so for a year; compressed when the browser can, from the twins the build wrote.</summary>
public static class AssetFiles
{
    private const string Year = "public, max-age=31536000, immutable";
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static void UseAssets(this WebApplication app)
    {
        var files = app.Environment.WebRootFileProvider;
        app.Use(async (http, next) =>
        {
            var path = http.Request.Path.Value!;
            if (!path.StartsWith("/assets/", StringComparison.Ordinal) || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) || !Types.TryGetContentType(path, out var type))
            {
                await next(http);
                return;
            }

            var accepts = http.Request.Headers.AcceptEncoding.ToString();
            var (file, encoding) = accepts.Contains("br", StringComparison.Ordinal) && files.GetFileInfo(path + ".br") is { Exists: true } br ? (br, "br")
                : accepts.Contains("gzip", StringComparison.Ordinal) && files.GetFileInfo(path + ".gz") is { Exists: true } gz ? (gz, "gzip")
                : (files.GetFileInfo(path), "");
            if (!file.Exists)
            {
                await next(http);
                return;
            }

            var response = http.Response;
            (response.ContentType, response.ContentLength, response.Headers.CacheControl, response.Headers.Vary) = (type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type, file.Length, Year, "Accept-Encoding");
            if (encoding is not "") response.Headers.ContentEncoding = encoding;
            if (HttpMethods.IsGet(http.Request.Method)) await response.SendFileAsync(file);
        });
    }
}
