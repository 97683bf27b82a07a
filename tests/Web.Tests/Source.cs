namespace Stupeni;

/// <summary>The source that the tests were built from.</summary>
public static class Source
{
    public static readonly string Web = Find();

    public static IEnumerable<string> Areas => Directory.GetDirectories(Web).Select(d => Path.GetFileName(d)!).Except(["bin", "obj", "Migrations", "wwwroot", "Properties", "assets"]);

    public static IEnumerable<string> Files(string area) => Directory.EnumerateFiles(Path.Combine(Web, area), "*.cs*", SearchOption.AllDirectories);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Stupeni.slnx"))) return Path.Combine(folder.FullName, "src", "Web");
        throw new DirectoryNotFoundException("The tests run inside the source tree.");
    }
}
