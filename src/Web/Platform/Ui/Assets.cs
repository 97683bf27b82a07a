using System.Text.Json;

namespace Stupeni.Platform.Ui;

/// <summary>Logical names of the bundle to fingerprinted addresses, as the build wrote them.</summary>
public sealed class Assets
{
    private readonly Dictionary<string, string> files;

    public Assets(IWebHostEnvironment host)
    {
        var manifest = host.WebRootFileProvider.GetFileInfo("assets/manifest.json");
        if (!manifest.Exists) throw new FileNotFoundException("The page assets are not built: run ./run, or `npm ci && npm run build` in src/Web/assets.");
        using var json = manifest.CreateReadStream();
        files = JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;
    }

    public string this[string name] => $"/assets/{files[name]}";
}
